package io.beian.outbox;

import io.beian.dialogue.ConversationId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;

/** Runs tasks of one conversation one after the other, those of different ones side by side. */
final class Lanes {

    private final ConcurrentMap<ConversationId, CompletableFuture<Void>> last =
            new ConcurrentHashMap<>();
    private final Executor executor;

    Lanes(Executor executor) {
        this.executor = executor;
    }

    void run(ConversationId id, Runnable task) {
        CompletableFuture<Void> turn = new CompletableFuture<>();
        CompletableFuture<Void> before = last.put(id, turn);
        CompletableFuture<Void> ready =
                before == null ? CompletableFuture.completedFuture(null) : before;
        var unused =
                ready.thenRunAsync(task, executor)
                        .whenComplete(
                                (done, failure) -> {
                                    last.remove(id, turn);
                                    turn.complete(null);
                                });
    }
}
