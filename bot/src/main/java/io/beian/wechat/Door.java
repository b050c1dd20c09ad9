package io.beian.wechat;

import java.io.IOException;

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
                public boolean pass(LastByte lastByte) throws IOException {
                    lastByte.write();
                    return true;
                }

                @Override
                public void cameBack() {}
            };

    /** Sends what is left of a message. */
    @FunctionalInterface
    interface LastByte {
        void write() throws IOException;
    }

    /**
     * Lets the message leave; asked again if the call is repeated with a new token.
     *
     * @return false if it may not leave
     * @throws IOException if that cannot be known, or the byte cannot be written
     */
    boolean pass(LastByte lastByte) throws IOException;

    /** WeChat refused what had left. */
    void cameBack();
}
