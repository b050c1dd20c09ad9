package io.beian.outbox;

import io.beian.dialogue.ConversationId;

/** Hears that a notice the platform had taken did not arrive. Implemented by {@code notify}. */
public interface DeliveryReports {

    /**
     * It did not arrive.
     *
     * @param name as in {@link NoticeChannel.Card}
     */
    void failed(ConversationId to, String name, NoticeChannel.Way way);
}
