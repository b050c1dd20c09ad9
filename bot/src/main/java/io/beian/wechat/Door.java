package io.beian.wechat;

/**
 * What a message passes on its way out. WeChat has a message when it has the last byte of it, so
 * the door stands before that byte: all that takes time, such as the token and the connection, lies
 * before the door.
 */
interface Door {

    /** For a message that may be sent any number of times. */
    Door ALWAYS_OPEN =
            new Door() {
                @Override
                public boolean open() {
                    return true;
                }

                @Override
                public void passed() {}

                @Override
                public void cameBack() {}
            };

    /** Whether the message may leave; asked again if the call is repeated with a new token. */
    boolean open();

    /** The message has left. Quick: a process that dies now will send the message again. */
    void passed();

    /** WeChat refused what had left. */
    void cameBack();
}
