package io.beian.redis;

import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.connection.lettuce.LettuceConnection;

/**
 * Writes without waiting for Redis. What is written here is carried out before any command that is
 * sent from this process later, even if the process dies right after.
 */
public final class FireAndForget {

    private static final Logger log = LoggerFactory.getLogger(FireAndForget.class);

    private final RedisConnectionFactory redis;

    public FireAndForget(RedisConnectionFactory redis) {
        this.redis = redis;
    }

    /** Sets a field of a hash; that it could not be set is only logged. */
    public void set(String key, String field, String value) {
        try (RedisConnection connection = redis.getConnection()) {
            RedisClusterAsyncCommands<byte[], byte[]> commands =
                    ((LettuceConnection) connection).getNativeConnection();
            commands.hset(bytes(key), bytes(field), bytes(value))
                    .whenComplete(
                            (set, failure) -> {
                                if (failure != null) {
                                    failed(failure);
                                }
                            });
        } catch (DataAccessException e) {
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
