package io.beian.backend;

import io.beian.dialogue.ConversationId;
import java.util.Optional;

/** Whose order a number belongs to, for events that come from the backend. */
public interface OrderIndex {

    void put(String orderNumber, ConversationId id);

    Optional<ConversationId> find(String orderNumber);
}
