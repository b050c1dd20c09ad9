package io.beian.wechat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.ExecutorServiceMetrics;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out turns: so many at once, some more wait. Whoever would wait for too long, and whoever
 * comes when the queue is full, is shed: by then WeChat is about to deliver the message again, and
 * the time is better spent on those that can still be answered.
 */
final class TurnQueue implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TurnQueue.class);

    private final ThreadPoolExecutor threads;
    private final Executor after;
    private final Counter shed;

    /**
     * Opens it.
     *
     * @param longestWait after which a turn that has not begun is shed; what is left of WeChat's
     *     five seconds has to be enough for the turn itself
     */
    TurnQueue(int atOnce, int waiting, Duration longestWait, MeterRegistry metrics) {
        this.after =
                CompletableFuture.delayedExecutor(
                        longestWait.toMillis(), TimeUnit.MILLISECONDS, Runnable::run);
        this.threads =
                new ThreadPoolExecutor(
                        atOnce,
                        atOnce,
                        1,
                        TimeUnit.MINUTES,
                        new ArrayBlockingQueue<>(waiting),
                        turn -> {
                            Thread thread = new Thread(turn, "turn");
                            thread.setDaemon(true);
                            return thread;
                        });
        this.threads.allowCoreThreadTimeOut(true);
        this.shed =
                Counter.builder("beian.turns.shed")
                        .description("Messages left to WeChat's next delivery")
                        .register(metrics);
        ExecutorServiceMetrics.monitor(metrics, threads, "turns", List.of());
    }

    /** Carries out a turn, or else the other thing, and always one of the two. */
    void submit(Runnable turn, Runnable otherwise) {
        AtomicBoolean decided = new AtomicBoolean();
        Runnable tooLate =
                () -> {
                    if (decided.compareAndSet(false, true)) {
                        shed.increment();
                        otherwise.run();
                    }
                };
        try {
            threads.execute(
                    () -> {
                        if (decided.compareAndSet(false, true)) {
                            guarded(turn);
                        }
                    });
            after.execute(tooLate);
        } catch (RejectedExecutionException full) {
            tooLate.run();
        }
    }

    /** A defect must not reach the thread, which would print it with whatever it quotes. */
    private static void guarded(Runnable turn) {
        try {
            turn.run();
        } catch (RuntimeException | Error e) {
            LOG.error("turn failed: {} at {}", e.getClass().getName(), e.getStackTrace()[0]);
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
