package io.beian.outbox;

import io.beian.dialogue.ConversationId;
import java.util.List;

/**
 * Text messages to the people of an order: the last rung, since they cost money. The numbers stay
 * where the order is. Implemented by {@code backend}.
 */
public interface TextMessages {

    /**
     * Reminds those who have not answered the bureau's text message yet (短信核验).
     *
     * @param key the same key reminds once, however often it is called
     * @param persons paths of people, such as {@code sponsor.person}
     */
    Channel.Sent remind(ConversationId of, String key, String orderNumber, List<String> persons);
}
