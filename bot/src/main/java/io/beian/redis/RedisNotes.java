package io.beian.redis;

import io.lettuce.core.RedisException;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.connection.lettuce.LettuceConnection;

/** Fields of hashes that are set without waiting for Redis, alone or together with something. */
public final class RedisNotes {

    private static final Logger log = LoggerFactory.getLogger(RedisNotes.class);

    private final RedisConnectionFactory redis;
    private final Duration patience;

    /**
     * Opens them.
     *
     * @param patience how long Redis may take before something is done
     */
    public RedisNotes(RedisConnectionFactory redis, Duration patience) {
        this.redis = redis;
        this.patience = patience;
    }

    /** Something that is quick and cannot be taken back. */
    @FunctionalInterface
    public interface Act {
        void run() throws IOException;
    }

    /** Sets a field, before anything that is asked of Redis from here later. */
    public void set(String key, String field, String value) {
        try (RedisConnection connection = redis.getConnection()) {
            set(commands(connection), key, field, value);
        } catch (DataAccessException e) {
            failed(e);
        }
    }

    /**
     * Sets a field, does something once Redis has answered, and sets the field again with nothing
     * in between: both are done by the thread that writes to Redis, one right after the other, so
     * that a process that is killed has most surely done both or neither.
     *
     * @throws IOException if it was not done, or went wrong; then the field stays as before
     */
    public void doAndSet(String key, String field, String before, Act act, String after)
            throws IOException {
        try (RedisConnection connection = redis.getConnection()) {
            RedisClusterAsyncCommands<byte[], byte[]> commands = commands(connection);
            AtomicBoolean taken = new AtomicBoolean();
            CompletableFuture<Void> done =
                    commands.hset(bytes(key), bytes(field), bytes(before))
                            .thenAccept(
                                    answered -> {
                                        if (taken.compareAndSet(false, true)) {
                                            run(act);
                                            set(commands, key, field, after);
                                        }
                                    })
                            .toCompletableFuture();
            await(done, taken);
        } catch (DataAccessException e) {
            throw new IOException("Redis does not answer", e);
        }
    }

    private static void run(Act act) {
        try {
            act.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Once it has begun, it is waited for; if it has not in time, it never will. */
    private void await(CompletableFuture<Void> done, AtomicBoolean taken) throws IOException {
        try {
            done.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | InterruptedException e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            if (taken.compareAndSet(false, true)) {
                throw new IOException("Redis does not answer", e);
            }
            finish(done);
        } catch (ExecutionException e) {
            throw new IOException("it was not done", e.getCause());
        }
    }

    private static void finish(CompletableFuture<Void> begun) throws IOException {
        try {
            begun.join();
        } catch (CompletionException e) {
            throw new IOException("it was not done", e.getCause());
        }
    }

    private static RedisClusterAsyncCommands<byte[], byte[]> commands(RedisConnection connection) {
        return ((LettuceConnection) connection).getNativeConnection();
    }

    private static void set(
            RedisClusterAsyncCommands<byte[], byte[]> commands,
            String key,
            String field,
            String value) {
        try {
            commands.hset(bytes(key), bytes(field), bytes(value))
                    .whenComplete(
                            (set, failure) -> {
                                if (failure != null) {
                                    failed(failure);
                                }
                            });
        } catch (RedisException e) {
            failed(e);
        }
    }

    private static void failed(Throwable failure) {
        log.warn("a field could not be set: {}", failure.getClass().getSimpleName());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
