package io.beian.dialogue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When to come back to a person by ourselves: a function of the conversation, never a timer. */
final class Reminders {

    /** Kind of the reminder for an order that is not finished. */
    static final String UNFINISHED = "unfinished";

    /** Well inside the 48 hours in which WeChat lets a service message through. */
    private static final Duration UNFINISHED_AFTER = Duration.ofHours(24);

    private Reminders() {}

    static Optional<Instant> next(Conversation now) {
        return now.current()
                .filter(c -> !now.paused() && c.reminded().isEmpty())
                .filter(c -> unfinished(c.phase()))
                .map(c -> now.heard().plus(UNFINISHED_AFTER));
    }

    static boolean unfinished(Phase phase) {
        return (phase instanceof Phase.Matching matching && matching.blocked().isEmpty())
                || phase instanceof Phase.Filling
                || phase instanceof Phase.Reviewing
                || phase instanceof Phase.Returned;
    }
}
