package io.beian.outbox;

import io.beian.conversation.Inbox;
import io.beian.conversation.Incoming;
import io.beian.conversation.StorageException;
import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Input;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells conversations that their reminder is due. The turn that follows sets the next one; should
 * there be no such turn, the claim runs out and the reminder is delivered again under its key.
 */
final class DuePoller {

    /** The store keeps a time only; what is due then the dialogue works out from its state. */
    private static final String KIND = "reminder";

    private static final Logger log = LoggerFactory.getLogger(DuePoller.class);

    private final RedisReminders reminders;
    private final Supplier<Inbox> inbox;
    private final OutboxSettings settings;
    private final InstantSource clock;

    DuePoller(
            RedisReminders reminders,
            Supplier<Inbox> inbox,
            OutboxSettings settings,
            InstantSource clock) {
        this.reminders = reminders;
        this.inbox = inbox;
        this.settings = settings;
        this.clock = clock;
    }

    void tick() {
        Instant now = clock.instant();
        for (int shard = 0; shard < reminders.shards(); shard++) {
            reminders
                    .claim(shard, now, now.plus(settings.lease()), settings.batch())
                    .forEach(id -> remind(id, now));
        }
    }

    private void remind(ConversationId id, Instant now) {
        Optional<Instant> due = reminders.of(id).filter(at -> !at.isAfter(now));
        if (due.isEmpty()) {
            return;
        }
        try {
            inbox.get().deliver(incoming(id, due.get(), now));
        } catch (StorageException e) {
            throw e;
        } catch (RuntimeException e) {
            // One conversation must not hold up the others; its claim runs out.
            log.error("a reminder failed: {}", e.getClass().getName());
        }
    }

    private static Incoming incoming(ConversationId id, Instant due, Instant now) {
        return new Incoming(
                id, "due:" + due.toEpochMilli(), new Input.Due(KIND), now, Optional.empty());
    }
}
