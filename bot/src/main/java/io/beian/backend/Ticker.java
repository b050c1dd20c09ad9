package io.beian.backend;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Repeats work that waits for others on a thread of its own, so that nothing else waits with it.
 * Starts after the web server and stops before it.
 */
public final class Ticker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);

    private static final Duration GRACE = Duration.ofMillis(500);

    private final String name;
    private final Duration pause;
    private final Runnable work;
    private @Nullable ScheduledExecutorService thread;

    public Ticker(String name, Duration pause, Runnable work) {
        this.name = name;
        this.pause = pause;
        this.work = work;
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            ScheduledExecutorService started =
                    Executors.newSingleThreadScheduledExecutor(
                            task -> {
                                Thread made = new Thread(task, name);
                                made.setDaemon(true);
                                return made;
                            });
            long millis = pause.toMillis();
            var unused =
                    started.scheduleWithFixedDelay(
                            this::tick, millis, millis, TimeUnit.MILLISECONDS);
            thread = started;
        }
    }

    /** A failed round must not be the last: the executor drops work that throws. */
    private void tick() {
        try {
            work.run();
        } catch (BackendException e) {
            LOG.warn("{}: {}", name, e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("{} failed: {}", name, e.getClass().getName());
        }
    }

    @Override
    public synchronized void stop() {
        if (thread != null) {
            end(thread);
            thread = null;
        }
    }

    /** A round that is under way may be writing: it is interrupted only if it lasts. */
    private static void end(ScheduledExecutorService thread) {
        thread.shutdown();
        try {
            if (thread.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread.shutdownNow();
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}
