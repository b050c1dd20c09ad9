package io.beian.outbox;

import io.beian.conversation.StorageException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Lets worker and poller tick while the application runs. */
final class OutboxLoop implements SmartLifecycle {

    /** After the web server, which still commits turns; before the connection to Redis, phase 0. */
    private static final int PHASE = 1;

    private static final Duration TICK_ENDS = Duration.ofMillis(500);

    private static final Logger log = LoggerFactory.getLogger(OutboxLoop.class);

    private final RedisOutbox outbox;
    private final OutboxWorker worker;
    private final DuePoller poller;
    private final OutboxSettings settings;
    private @Nullable ScheduledExecutorService ticker;

    OutboxLoop(RedisOutbox outbox, OutboxWorker worker, DuePoller poller, OutboxSettings settings) {
        this.outbox = outbox;
        this.worker = worker;
        this.poller = poller;
        this.settings = settings;
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService threads =
                Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "outbox-tick"));
        long pause = settings.tick().toMillis();
        var unusedSweep = threads.schedule(() -> guarded(outbox::sweep), 0, TimeUnit.MILLISECONDS);
        var unusedWork =
                threads.scheduleWithFixedDelay(
                        () -> guarded(worker::tick), 0, pause, TimeUnit.MILLISECONDS);
        var unusedPoll =
                threads.scheduleWithFixedDelay(
                        () -> guarded(poller::tick), pause, pause, TimeUnit.MILLISECONDS);
        ticker = threads;
    }

    @Override
    public synchronized void stop() {
        ScheduledExecutorService threads = ticker;
        if (threads == null) {
            return;
        }
        ticker = null;
        threads.shutdown();
        try {
            // What a tick that is broken off has just claimed would be left to nobody.
            if (!threads.awaitTermination(TICK_ENDS.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
            worker.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (StorageException e) {
            log.warn("Redis is gone; unfinished effects are taken over later");
        }
    }

    /** A tick that failed must not end the ticking. */
    private static void guarded(Runnable tick) {
        try {
            tick.run();
        } catch (StorageException e) {
            log.warn("the outbox cannot reach Redis");
        } catch (RuntimeException e) {
            log.error("a tick of the outbox failed: {}", e.getClass().getName());
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return ticker != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
