package io.beian.conversation;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import io.beian.conversation.Conversations.Stored;
import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Input;
import java.time.Duration;
import java.time.Instant;

/**
 * Tells whether somebody can have read the last question when they sent a message. What they cannot
 * have read they did not answer: the message was sent twice, or two were sent in one moment.
 */
final class Glance {

    /**
     * Nobody reads a question and answers it in less. Taken where messages of one person met, here
     * or on different nodes; it also covers clocks that differ.
     */
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private static final int MOST = 10_000;

    private final Duration usual;
    private final Cache<ConversationId, Instant> answered =
            CacheBuilder.newBuilder()
                    .maximumSize(MOST)
                    .expireAfterWrite(Duration.ofMinutes(1))
                    .build();

    /**
     * Makes it.
     *
     * @param usual how soon after a question somebody may answer it, where no messages met; 0 for
     *     programs that write faster than people
     */
    Glance(Duration usual) {
        this.usual = usual;
    }

    boolean unread(Stored stored, Incoming incoming) {
        if (incoming.input() instanceof Input.FromWorld) {
            return false;
        }
        Instant last = answered.getIfPresent(incoming.id());
        boolean met = last != null && last.isAfter(incoming.arrived());
        Instant read = incoming.arrived().minus(met || !stored.ours() ? SHORTEST : usual);
        return stored.conversation().shown().at().isAfter(read);
    }

    /** What arrived before met the message that was answered now. */
    void answered(ConversationId id, Instant at) {
        answered.put(id, at);
    }
}
