package io.beian.outbox;

import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Effect;

/** Takes effects that do not come from a turn. */
public interface Outbox {

    /**
     * Writes an effect down; it is carried out soon, by whichever node.
     *
     * @throws io.beian.conversation.StorageException if it could not be written
     */
    void put(ConversationId id, Effect effect);
}
