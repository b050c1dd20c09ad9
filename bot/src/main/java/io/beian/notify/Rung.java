package io.beian.notify;

import io.beian.outbox.NoticeChannel.Way;

/** A way to a person, from the best to the last. */
enum Rung {
    /** 客服消息: the whole text; free, but only for a while after a contact. */
    SERVICE,
    /** 订阅通知: fields only; as often as the person has allowed it. */
    SUBSCRIPTION,
    /** 模板消息: fields only; to whoever follows. */
    TEMPLATE,
    /** A text message to a phone, through the backend; costs money. */
    TEXT_MESSAGE,
    /** The whole text, with the answer to whatever the person says next. */
    NEXT_CONTACT;

    static Rung of(Way way) {
        return way == Way.SUBSCRIPTION ? SUBSCRIPTION : TEMPLATE;
    }
}
