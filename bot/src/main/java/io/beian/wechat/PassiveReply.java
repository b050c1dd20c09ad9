package io.beian.wechat;

/** What is answered on the connection a message came in by; costs no quota. */
sealed interface PassiveReply {

    /** No words now: WeChat is told that the message was received. */
    record Nothing() implements PassiveReply {}

    record Text(String content) implements PassiveReply {}

    record Picture(String mediaId) implements PassiveReply {}
}
