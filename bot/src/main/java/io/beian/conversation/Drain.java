package io.beian.conversation;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;

/**
 * The first seconds of a stop. The readiness probe says no already, but messages are taken until
 * load balancers have seen it; and answers that wait for a quick effect do so not much longer.
 */
final class Drain implements SmartLifecycle {

    /** How long answers still wait once no new messages are taken. */
    private static final Duration LAST_WAIT = Duration.ofSeconds(1);

    private final TurnHandler turns;
    private final Duration announce;
    private volatile boolean running;

    /**
     * Makes it.
     *
     * @param announce how long messages are taken after the probe has said no
     */
    Drain(TurnHandler turns, Duration announce) {
        this.turns = turns;
        this.announce = announce;
    }

    @Override
    public void start() {
        running = true;
    }

    /** Others that end first do so meanwhile. */
    @Override
    public void stop(Runnable stopped) {
        turns.hurry(announce.plus(LAST_WAIT));
        Executor later =
                CompletableFuture.delayedExecutor(announce.toMillis(), TimeUnit.MILLISECONDS);
        later.execute(
                () -> {
                    running = false;
                    stopped.run();
                });
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
