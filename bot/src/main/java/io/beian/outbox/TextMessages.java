package io.beian.outbox;

import io.beian.dialogue.ConversationId;
import java.util.List;

/** Reminds people by text message to their phones. Implemented by {@code backend}. */
public interface TextMessages {

    /**
     * Asks for a reminder.
     *
     * @param of the conversation whose order it is
     * @param key the same for every try of the same reminder
     * @param persons paths of the people, such as {@code sponsor.person}
     */
    Channel.Sent remind(ConversationId of, String key, String orderNumber, List<String> persons);
}
