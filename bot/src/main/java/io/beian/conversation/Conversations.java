package io.beian.conversation;

import io.beian.dialogue.Conversation;
import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Effect;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where conversations are kept. A commit is all or nothing and takes one round trip. */
public interface Conversations {

    /**
     * How long a message is known at least, however many come after it. Longer than a signed
     * request is taken for fresh, so that nobody who saw one can have it carried out again.
     */
    Duration KNOWN_FOR = Duration.ofMinutes(15);

    /** The stored conversation, or a new one of version 0. May come from a local cache. */
    Stored load(ConversationId id);

    /** As the store has it now; what an effect is carried out with has to be read like this. */
    Stored fresh(ConversationId id);

    /**
     * Writes state, reply, effects and reminder at once, if the message is new and the version is
     * still the expected one.
     *
     * @throws StorageException if the store did not answer. Whether it wrote is unknown then;
     *     committing once more under the same message key is safe
     */
    Committed commit(ConversationId id, long expectedVersion, Write write);

    /**
     * A conversation as it is kept.
     *
     * @param ours whether this node wrote it last; another may have answered a moment ago
     */
    record Stored(Conversation conversation, long version, boolean ours) {}

    /**
     * What one turn writes.
     *
     * @param messageKey names the message; a second commit under it changes nothing
     * @param answers key of an earlier message whose stored reply this one replaces
     * @param reply the rendered text, empty if nothing is to be said
     * @param effects entries for the outbox, in order
     * @param reminder when to look at the conversation again; empty removes it
     * @param log one line without personal data
     * @param contact what the person did, as far as it allows sending to them
     * @param forgets whether replies and log lines of earlier turns are erased
     */
    record Write(
            String messageKey,
            Optional<String> answers,
            Conversation next,
            String reply,
            List<Effect> effects,
            Optional<Instant> reminder,
            String log,
            Optional<Contact> contact,
            boolean forgets) {

        /** A turn the person has no part in. */
        public Write(
                String messageKey,
                Optional<String> answers,
                Conversation next,
                String reply,
                List<Effect> effects,
                Optional<Instant> reminder,
                String log) {
            this(messageKey, answers, next, reply, effects, reminder, log, Optional.empty(), false);
        }
    }

    /** How a commit went. */
    sealed interface Committed {

        /**
         * It is written.
         *
         * @param entries outbox ids of the effects, in their order; they are claimed for this node
         */
        record Done(long version, List<String> entries) implements Committed {}

        /**
         * The message was taken before; this was the reply. Empty too where only the message itself
         * is still known.
         */
        record Duplicate(String reply) implements Committed {}

        /** Somebody else was quicker; this is the state as it is now. */
        record Conflict(Stored fresh) implements Committed {}
    }
}
