package io.beian.wechat;

/** Bytes from outside that are not what they should be; carries a reason and never the bytes. */
final class CodecException extends Exception {

    private final Reason reason;

    CodecException(Reason reason) {
        // Hostile input is an everyday event: no stack trace, no cause that could quote it.
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
