package io.beian.backend;

import io.beian.dialogue.ConversationId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** An index that lives as long as a test. */
final class MemoryOrderIndex implements OrderIndex {

    private final Map<String, ConversationId> byNumber = new ConcurrentHashMap<>();

    @Override
    public void put(String orderNumber, ConversationId id) {
        byNumber.put(orderNumber, id);
    }

    @Override
    public Optional<ConversationId> find(String orderNumber) {
        return Optional.ofNullable(byNumber.get(orderNumber));
    }
}
