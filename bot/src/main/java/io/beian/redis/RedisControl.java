package io.beian.redis;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisLoadingException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks the embedded server whether it is there. */
final class RedisControl implements AutoCloseable {

    private static final Pattern PROCESS = Pattern.compile("process_id:(\\d+)");
    private static final Duration LOADING = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final int port;
    private final String password;
    private final RedisClient client;

    RedisControl(String host, int port, String password) {
        this.port = port;
        this.password = password;
        this.client =
                RedisClient.create(
                        RedisURI.builder()
                                .withHost(host)
                                .withPort(port)
                                .withPassword(password.toCharArray())
                                .withTimeout(Duration.ofSeconds(2))
                                .build());
    }

    int port() {
        return port;
    }

    String password() {
        return password;
    }

    /** The process that answers, whether or not it has read its data already. */
    Optional<ProcessHandle> process() {
        try (StatefulRedisConnection<String, String> connection = client.connect()) {
            Matcher process = PROCESS.matcher(connection.sync().info("server"));
            return process.find()
                    ? ProcessHandle.of(Long.parseLong(process.group(1)))
                    : Optional.empty();
        } catch (RedisException absent) {
            return Optional.empty();
        }
    }

    /** Waits until the server takes commands; reading a large file again may take a while. */
    Optional<ProcessHandle> awaitReady(Duration patience) throws InterruptedException {
        long start = System.nanoTime();
        Duration limit = patience;
        while (System.nanoTime() - start < limit.toNanos()) {
            State state = state();
            if (state == State.READY) {
                return process();
            }
            limit = state == State.LOADING ? LOADING : limit;
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        }
        return Optional.empty();
    }

    private State state() {
        try (StatefulRedisConnection<String, String> connection = client.connect()) {
            connection.sync().ping();
            return State.READY;
        } catch (RedisLoadingException e) {
            return State.LOADING;
        } catch (RedisException e) {
            return e.getCause() instanceof RedisLoadingException ? State.LOADING : State.ABSENT;
        }
    }

    @Override
    public void close() {
        client.shutdown(0, 0, TimeUnit.MILLISECONDS);
    }

    private enum State {
        ABSENT,
        LOADING,
        READY
    }
}
