package io.beian.conversation;

import io.beian.dialogue.Conversation;
import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Effect;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Conversations in memory, with a look at what was written. For tests. */
public final class MemoryConversations implements Conversations {

    private static final int REPLIES_KEPT = 16;

    private final Map<ConversationId, Kept> kept = new HashMap<>();
    private final Map<String, Effect> outbox = new LinkedHashMap<>();
    private int entries;

    private static final class Kept {
        private Stored stored;
        private final Map<String, String> replies = new LinkedHashMap<>();
        private final Set<String> seen = new HashSet<>();
        private Optional<Instant> reminder = Optional.empty();

        Kept(Stored stored) {
            this.stored = stored;
        }
    }

    @Override
    public synchronized Stored load(ConversationId id) {
        return at(id).stored;
    }

    @Override
    public Stored fresh(ConversationId id) {
        return load(id);
    }

    @Override
    public synchronized Committed commit(ConversationId id, long expectedVersion, Write write) {
        Kept before = at(id);
        String said = before.replies.get(write.messageKey());
        if (said != null) {
            return new Committed.Duplicate(said);
        }
        if (before.seen.contains(write.messageKey())) {
            return new Committed.Duplicate("");
        }
        if (before.stored.version() != expectedVersion) {
            return new Committed.Conflict(before.stored);
        }
        before.stored = new Stored(write.next(), expectedVersion + 1, true);
        before.reminder = write.reminder();
        before.seen.add(write.messageKey());
        remember(before.replies, write);
        return new Committed.Done(expectedVersion + 1, queued(write.effects()));
    }

    /** Every effect that was written, by entry. */
    public synchronized Map<String, Effect> outbox() {
        return new LinkedHashMap<>(outbox);
    }

    public synchronized Optional<Instant> reminder(ConversationId id) {
        return at(id).reminder;
    }

    private Kept at(ConversationId id) {
        return kept.computeIfAbsent(
                id, key -> new Kept(new Stored(Conversation.start(key), 0, true)));
    }

    private static void remember(Map<String, String> replies, Write write) {
        replies.put(write.messageKey(), write.reply());
        if (replies.size() > REPLIES_KEPT) {
            replies.remove(replies.keySet().iterator().next());
        }
        write.answers().ifPresent(key -> replies.computeIfPresent(key, (k, v) -> write.reply()));
    }

    private List<String> queued(List<Effect> effects) {
        List<String> ids = new ArrayList<>();
        for (Effect effect : effects) {
            entries++;
            ids.add(entries + "-0");
            outbox.put(entries + "-0", effect);
        }
        return ids;
    }
}
