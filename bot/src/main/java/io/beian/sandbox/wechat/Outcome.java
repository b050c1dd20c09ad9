package io.beian.sandbox.wechat;

/** What came of one delivery of a message. */
sealed interface Outcome {

    /** The account said this. */
    record Text(String content) implements Outcome {}

    /** The account showed this picture. */
    record Image(String mediaId) implements Outcome {}

    /** The account was content: an empty body or {@code success}. */
    record Nothing() implements Outcome {}

    /** An answer WeChat does not take; the person sees that the service is out of order. */
    record Bad(String reason) implements Outcome {}

    /** No answer in time, or not with status 200; WeChat tries again. */
    record NoAnswer(String reason) implements Outcome {}
}
