package io.beian.wechat;

/** What the gate says about a request. */
sealed interface Verdict {

    /**
     * A message of WeChat's, meant for us.
     *
     * @param encrypted whether the message came encrypted, and so must the reply
     */
    record Accepted(Inbound message, boolean encrypted) implements Verdict {}

    /** WeChat tests the address: answer with exactly this, as plain text. */
    record Challenge(String echo) implements Verdict {}

    record Refused(Reason reason) implements Verdict {}
}
