package io.beian.wechat;

import io.beian.redis.RedisNotes;
import java.io.IOException;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * One process's right to send a message that must be sent once, WeChat having no idempotency key
 * for it. A claim ends with a note in Redis that the message has left; without that note another
 * process may claim the message once the first cannot send it any more. For one thread.
 */
final class Claim implements Door {

    /** A process that was held up for longer does not send. */
    static final Duration LASTS = Duration.ofSeconds(10);

    /** What Redis may take at the door. */
    static final Duration PATIENCE = Duration.ofSeconds(3);

    /** Longer than both together, so that two processes never hold a claim at once. */
    static final Duration RENEWABLE_AFTER = Duration.ofSeconds(15);

    private final LongSupplier nanos;
    private final long begun;
    private final RedisNotes notes;
    private final Mark mark;
    private boolean left;

    /**
     * Where Redis keeps what is known of the message.
     *
     * @param claimed says there that it is claimed
     * @param left says there that it has left
     */
    record Mark(String key, String field, String claimed, String left) {}

    /**
     * A claim that was granted.
     *
     * @param nanos the clock of {@link System#nanoTime}, which nobody sets
     * @param begun by that clock, before it was asked for
     */
    Claim(LongSupplier nanos, long begun, RedisNotes notes, Mark mark) {
        this.nanos = nanos;
        this.begun = begun;
        this.notes = notes;
        this.mark = mark;
    }

    @Override
    public boolean pass(LastByte lastByte) throws IOException {
        if (!holds()) {
            return false;
        }
        notes.doAndSet(mark.key(), mark.field(), mark.claimed(), lastByte::write, mark.left());
        left = true;
        return true;
    }

    @Override
    public void cameBack() {
        left = false;
        notes.set(mark.key(), mark.field(), mark.claimed());
    }

    /** Whether no other process can have claimed the message meanwhile. */
    boolean holds() {
        return left || nanos.getAsLong() - begun < LASTS.toNanos();
    }
}
