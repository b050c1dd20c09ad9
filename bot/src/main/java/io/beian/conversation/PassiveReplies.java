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
        if (patience.isZero() || patience.isNegative()) {
            future.complete(NONE);
        }
        return future.completeOnTimeout(NONE, patience.toMillis(), TimeUnit.MILLISECONDS)
                .thenApply(
                        reply -> {
                            waiting.remove(messageKey, future);
                            told.remove(messageKey);
                            return some(reply);
                        });
    }

    private static Optional<String> some(String reply) {
        return reply.isEmpty() ? Optional.empty() : Optional.of(reply);
    }
}
