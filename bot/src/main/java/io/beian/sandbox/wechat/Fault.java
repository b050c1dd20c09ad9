package io.beian.sandbox.wechat;

/** A request WeChat itself would never send; the bot has to refuse it. */
enum Fault {
    /** The {@code msg_signature} is wrong. */
    SIGNATURE,
    /** Encrypted with the right key for another account's app id. */
    APPID,
    /** In clear, although the account is in safe mode, with a valid plain signature. */
    PLAIN,
    /** Addressed to another account. */
    RECIPIENT,
    /** The openid in the address differs from the sender of the message. */
    OPENID,
    /** Properly signed an hour ago. */
    STALE
}
