package io.beian.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnQueueTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final List<String> happened = new CopyOnWriteArrayList<>();

    @AfterEach
    void open() {
        gate.countDown();
    }

    @Test
    void shedsTheNewestOnceThreadsAndQueueAreFull() {
        try (TurnQueue queue = new TurnQueue(1, 2, LONG, metrics)) {
            List<CompletableFuture<Void>> turns =
                    List.of(held(queue, "a"), held(queue, "b"), held(queue, "c"), held(queue, "d"));

            turns.get(3).join();
            assertThat(happened).containsExactly("shed d");

            gate.countDown();
            turns.forEach(CompletableFuture::join);
            assertThat(happened).containsExactly("shed d", "a", "b", "c");
            assertThat(metrics.get("beian.turns.shed").counter().count()).isEqualTo(1);
        }
    }

    @Test
    void shedsWhoeverWouldWaitForTooLongAndNeverTakesItsTurn() {
        try (TurnQueue queue = new TurnQueue(1, 2, Duration.ofMillis(20), metrics)) {
            CompletableFuture<Void> first = held(queue, "a");
            CompletableFuture<Void> second = held(queue, "b");

            second.join();
            assertThat(happened).containsExactly("shed b");

            gate.countDown();
            first.join();
            held(queue, "c").join();
            assertThat(happened).containsExactly("shed b", "a", "c");
        }
    }

    /** The thread would print it, with whatever the stack's depth was due to. */
    @Test
    void keepsAnErrorToItself() throws Exception {
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> happened.add("printed"));
        try (TurnQueue queue = new TurnQueue(1, 2, LONG, metrics)) {
            CompletableFuture<Thread> thread = new CompletableFuture<>();
            queue.submit(
                    () -> {
                        thread.complete(Thread.currentThread());
                        throw new StackOverflowError();
                    },
                    () -> {});
            CompletableFuture<Thread> next = new CompletableFuture<>();
            queue.submit(() -> next.complete(Thread.currentThread()), () -> {});

            assertThat(next.join()).isSameAs(thread.join());
            assertThat(happened).isEmpty();
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    private CompletableFuture<Void> held(TurnQueue queue, String name) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        CompletableFuture<Void> begun = new CompletableFuture<>();
        queue.submit(
                () -> {
                    begun.complete(null);
                    passed(gate);
                    happened.add(name);
                    done.complete(null);
                },
                () -> {
                    happened.add("shed " + name);
                    done.complete(null);
                });
        if (name.equals("a")) {
            begun.join();
        }
        return done;
    }

    private static void passed(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
