package io.beian.wechat;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * One process's right to send a message that must be sent once, WeChat having no idempotency key
 * for it. A claim ends with a note in Redis that the message has left; without that note another
 * process may claim the message once the first cannot send it any more. For one thread.
 */
final class Claim implements Door {

    /** A process that was held up for longer does not send. */
    static final Duration LASTS = Duration.ofSeconds(10);

    /** Longer than it lasts, so that two processes never hold a claim at once. */
    static final Duration RENEWABLE_AFTER = Duration.ofSeconds(15);

    private final LongSupplier nanos;
    private final long begun;
    private final Consumer<Boolean> note;
    private boolean left;

    /**
     * A claim that was granted.
     *
     * @param nanos the clock of {@link System#nanoTime}, which nobody sets
     * @param begun by that clock, before it was asked for
     * @param note tells Redis whether the message has left, without waiting
     */
    Claim(LongSupplier nanos, long begun, Consumer<Boolean> note) {
        this.nanos = nanos;
        this.begun = begun;
        this.note = note;
    }

    @Override
    public boolean open() {
        if (!holds()) {
            return false;
        }
        // Says what is known, so that nothing is done for the first time after the last byte: code
        // that was never run takes long enough to be killed in.
        note.accept(false);
        return true;
    }

    @Override
    public void passed() {
        left = true;
        note.accept(true);
    }

    @Override
    public void cameBack() {
        left = false;
        note.accept(false);
    }

    /** Whether no other process can have claimed the message meanwhile. */
    boolean holds() {
        return left || nanos.getAsLong() - begun < LASTS.toNanos();
    }
}
