package io.beian.backend;

import io.beian.conversation.Conversations;
import io.beian.dialogue.Case;
import io.beian.dialogue.Conversation;
import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Phase;
import io.beian.dialogue.Searches;
import io.beian.dialogue.Shown;
import io.beian.form.Fact;
import io.beian.form.Facts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Conversations a test lays down and handlers read. */
final class FakeConversations implements Conversations {

    private final Map<ConversationId, Conversation> stored = new ConcurrentHashMap<>();

    void put(ConversationId id, String caseId, Phase phase, Map<String, String> answers) {
        Facts facts = Facts.NONE;
        for (Map.Entry<String, String> answer : answers.entrySet()) {
            facts = facts.with(answer.getKey(), Fact.typed(answer.getValue(), 1));
        }
        Case open = new Case(caseId, phase, facts, List.of(), List.of(), Instant.EPOCH);
        stored.put(
                id,
                new Conversation(
                        id,
                        1,
                        List.of(open),
                        Optional.of(caseId),
                        Optional.empty(),
                        Shown.NOTHING,
                        false,
                        List.of(),
                        Instant.EPOCH,
                        false,
                        Optional.empty(),
                        Searches.NONE));
    }

    @Override
    public Stored fresh(ConversationId id) {
        return load(id);
    }

    @Override
    public Stored load(ConversationId id) {
        return new Stored(stored.getOrDefault(id, Conversation.start(id)), 1, true);
    }

    @Override
    public Committed commit(ConversationId id, long expectedVersion, Write write) {
        throw new UnsupportedOperationException();
    }
}
