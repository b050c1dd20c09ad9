package io.beian.wechat;

/** How sending a message ended; {@code code} is WeChat's errcode. */
public sealed interface Sent {

    /**
     * WeChat has taken it.
     *
     * @param messageId by which WeChat reports what became of it; empty where it does not
     */
    record Delivered(String messageId) implements Sent {
        Delivered() {
            this("");
        }
    }

    /** Nothing more reaches this person before they write again. */
    record OutOfQuota(int code) implements Sent {}

    /** This person does not follow the account, blocked it or is unknown to it. */
    record Unreachable(int code) implements Sent {}

    /**
     * Worth another attempt.
     *
     * @param code {@link #NO_ANSWER} when WeChat's answer never came or made no sense
     * @param mayHaveArrived the connection broke after the message left: repeating may double it
     */
    record TryLater(int code, boolean mayHaveArrived) implements Sent {

        public static final int NO_ANSWER = -99;
    }

    /** The door was closed; nothing of use to WeChat left. */
    record HeldBack() implements Sent {}

    /** Only an operator or a developer can mend this; repeating does not help. */
    record Misconfigured(int code) implements Sent {}
}
