package io.beian.redis;

import io.lettuce.core.AbstractRedisAsyncCommands;
import io.lettuce.core.RedisReadOnlyException;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.output.IntegerOutput;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.redis.connection.PoolException;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.connection.lettuce.LettuceConnection;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/**
 * How what is acknowledged to somebody is written: to the master alone, or so that a number of
 * replicas have it before anybody is told.
 */
public final class Replication {

    private static final Logger log = LoggerFactory.getLogger(Replication.class);
    private static final byte[] CHANNEL = bytes("beian:wait");

    private final RedisConnectionFactory redis;
    private final int replicas;
    private final Duration timeout;

    /**
     * Sets it.
     *
     * @param redis if there are replicas to wait for, its connections must be used by one thread at
     *     a time and never be made anew by themselves: replicas confirm to the connection by which
     *     it was written
     * @param replicas how many must have it, 0 for none
     * @param timeout how long they may take
     */
    Replication(RedisConnectionFactory redis, int replicas, Duration timeout) {
        this.redis = redis;
        this.replicas = replicas;
        this.timeout = timeout;
    }

    /** Waits for nobody. */
    public static Replication none(RedisConnectionFactory redis) {
        return new Replication(redis, 0, Duration.ZERO);
    }

    /**
     * Runs something, and lets replicas confirm all that was written to this master until then, by
     * whomever: a repeat that writes nothing is as good as what it repeats.
     *
     * @throws DataAccessException if Redis does not answer or refuses, or the replicas do not
     *     confirm in time. It may be written all the same
     */
    <T> T run(Function<RedisConnection, T> work) {
        try (RedisConnection connection = redis.getConnection()) {
            return replicas == 0 ? alone(connection, work) : confirmed(connection, work);
        } catch (PoolException e) {
            throw new DataAccessResourceFailureException("no connection to Redis", e);
        }
    }

    private <T> T alone(RedisConnection connection, Function<RedisConnection, T> work) {
        try {
            return work.apply(connection);
        } catch (DataAccessException e) {
            leaveIfDemoted(e);
            throw e;
        }
    }

    /** A master that follows another one now may keep its connections; the next one asks anew. */
    private void leaveIfDemoted(DataAccessException e) {
        if (e.getCause() instanceof RedisReadOnlyException
                && redis instanceof LettuceConnectionFactory shared) {
            shared.resetConnection();
        }
    }

    private <T> T confirmed(RedisConnection connection, Function<RedisConnection, T> work) {
        long have;
        T result;
        try {
            result = work.apply(connection);
            have = confirmations((LettuceConnection) connection);
        } catch (DataAccessException e) {
            abandon((LettuceConnection) connection);
            throw e;
        }
        if (have < replicas) {
            log.warn("{} of {} replicas confirmed in time", have, replicas);
            throw new DataAccessResourceFailureException("the replicas did not confirm");
        }
        return result;
    }

    /**
     * WAIT is about what this connection wrote last, and by releases of Redis also about what it
     * only read: so it says something first, to nobody, which replicas get as all else.
     */
    private long confirmations(LettuceConnection connection) {
        var unused = connection.getNativeConnection().publish(CHANNEL, new byte[0]);
        Object count =
                connection.execute(
                        "WAIT",
                        new IntegerOutput<>(ByteArrayCodec.INSTANCE),
                        bytes(Integer.toString(replicas)),
                        bytes(Long.toString(timeout.toMillis())));
        return count instanceof Long confirmed ? confirmed : 0;
    }

    /** Nobody gets it after this: it may lead to a former master, or still owe an answer. */
    private static void abandon(LettuceConnection connection) {
        try {
            RedisClusterAsyncCommands<byte[], byte[]> commands = connection.getNativeConnection();
            ((AbstractRedisAsyncCommands<byte[], byte[]>) commands).getConnection().close();
        } catch (DataAccessException | PoolException e) {
            log.debug("there was no connection to leave");
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
