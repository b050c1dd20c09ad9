package io.beian.conversation;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Connections of this node that are still open and could carry the result of an effect as the
 * answer to the message that caused it. Such an answer costs no quota.
 */
final class PassiveReplies {

    private static final String NONE = "";

    private final Map<String, CompletableFuture<String>> waiting = new ConcurrentHashMap<>();
    private final Map<String, String> told = new ConcurrentHashMap<>();
    private volatile boolean hurried;
    private volatile long latest;

    /**
     * From now on a result for this message may be handed over.
     *
     * @param words what the result does not replace; it is said before it
     */
    void expect(String messageKey, String words) {
        waiting.computeIfAbsent(
                messageKey,
                key -> {
                    told.put(key, words);
                    return new CompletableFuture<>();
                });
    }

    /** From now on nobody waits longer than that. */
    void hurry(Duration atMost) {
        latest = System.nanoTime() + atMost.toNanos();
        hurried = true;
        CompletableFuture.delayedExecutor(atMost.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> waiting.values().forEach(open -> open.complete(NONE)));
    }

    /** What is to be said before the result for a message; empty if nothing or nobody waits. */
    String before(String messageKey) {
        return told.getOrDefault(messageKey, NONE);
    }

    boolean expected(String messageKey) {
        return waiting.containsKey(messageKey);
    }

    /** Hands a reply to whoever waits for it; false if nobody does any more. */
    boolean offer(String messageKey, String reply) {
        CompletableFuture<String> future = waiting.get(messageKey);
        return future != null && future.complete(reply);
    }

    /**
     * The result, as soon as there is one.
     *
     * @return empty if none came in time; a later one is no longer taken
     */
    CompletableFuture<Optional<String>> await(String messageKey, Duration patience) {
        CompletableFuture<String> future = waiting.get(messageKey);
        if (future == null) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        Duration left = shortened(patience);
        if (left.isZero() || left.isNegative()) {
            future.complete(NONE);
        }
        return future.completeOnTimeout(NONE, left.toMillis(), TimeUnit.MILLISECONDS)
                .thenApply(
                        reply -> {
                            waiting.remove(messageKey, future);
                            told.remove(messageKey);
                            return some(reply);
                        });
    }

    private Duration shortened(Duration patience) {
        Duration left = Duration.ofNanos(Math.max(0, latest - System.nanoTime()));
        return hurried && left.compareTo(patience) < 0 ? left : patience;
    }

    private static Optional<String> some(String reply) {
        return reply.isEmpty() ? Optional.empty() : Optional.of(reply);
    }
}
