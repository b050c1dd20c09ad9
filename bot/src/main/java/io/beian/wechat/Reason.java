package io.beian.wechat;

/** Why a request was turned away, with the HTTP status that says so. */
enum Reason {
    PARAMETER_MISSING(400),
    TOO_LARGE(413),
    OUTSIDE_TIME_WINDOW(403),
    SIGNATURE_WRONG(403),
    UNREADABLE_ENVELOPE(400),
    NOT_ENCRYPTED(403),
    UNREADABLE_CIPHERTEXT(403),
    OTHER_APP(403),
    OTHER_ACCOUNT(403),
    OTHER_SENDER(403),
    // Properly signed and still not a message: WeChat would only send the same bytes again.
    UNREADABLE_XML(200),
    FIELD_MISSING(200),
    FIELD_TOO_LONG(200);

    private final int status;

    Reason(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }
}
