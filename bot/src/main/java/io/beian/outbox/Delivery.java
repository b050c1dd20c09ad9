package io.beian.outbox;

import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Effect;
import java.time.Duration;
import java.util.Optional;

/**
 * An outbox entry in the hands of this node.
 *
 * @param entry its id, unique among the entries of this conversation
 * @param attempt 1 on the first try
 * @param age since the entry was written
 * @param told whether the conversation has heard that it takes longer
 * @param cause key of the message that led to it
 * @param effect empty if it cannot be read, such as one of a newer release
 */
record Delivery(
        ConversationId id,
        String entry,
        int attempt,
        Duration age,
        boolean told,
        String cause,
        Optional<Effect> effect) {

    static Delivery first(ConversationId id, String entry, Effect effect, String cause) {
        return new Delivery(id, entry, 1, Duration.ZERO, false, cause, Optional.of(effect));
    }

    /** What may be said of it in a log. */
    String name() {
        return effect.map(e -> e.getClass().getSimpleName()).orElse("unreadable effect")
                + " "
                + entry;
    }
}
