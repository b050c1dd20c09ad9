package io.beian.redis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** A server of its own with a connection to it, for tests of what is stored. */
public final class TestRedis implements AutoCloseable {

    public static final RedisSettings SETTINGS = settings(Optional.empty());

    private static final Path SYSTEM_SERVER = Path.of("/usr/bin/redis-server");

    private final EmbeddedRedis server;
    private final LettuceConnectionFactory connections;

    private TestRedis(EmbeddedRedis server, LettuceConnectionFactory connections) {
        this.server = server;
        this.connections = connections;
    }

    /** The embedded server and, where one is installed, the machine's own. */
    public static List<RedisSettings> kinds() {
        List<RedisSettings> kinds = new ArrayList<>(List.of(SETTINGS));
        if (Files.isExecutable(SYSTEM_SERVER)) {
            kinds.add(settings(Optional.of(SYSTEM_SERVER)));
        }
        return kinds;
    }

    public static TestRedis start(Path directory) throws Exception {
        return start(directory, SETTINGS);
    }

    public static TestRedis start(Path directory, RedisSettings settings) throws Exception {
        EmbeddedRedis server = new EmbeddedRedis(directory, settings);
        server.start();
        RedisStandaloneConfiguration where =
                new RedisStandaloneConfiguration(server.host(), server.port());
        where.setPassword(server.password());
        LettuceConnectionFactory connections =
                new LettuceConnectionFactory(
                        where,
                        LettuceClientConfiguration.builder()
                                .commandTimeout(Duration.ofSeconds(10))
                                .build());
        connections.afterPropertiesSet();
        connections.start();
        return new TestRedis(server, connections);
    }

    public LettuceConnectionFactory connections() {
        return connections;
    }

    /** Kills the server without warning; it is started again by itself. */
    public void kill() {
        ProcessHandle.of(server.pid()).orElseThrow().destroyForcibly();
    }

    @Override
    public void close() throws IOException {
        connections.destroy();
        server.stop();
    }

    private static RedisSettings settings(Optional<Path> executable) {
        return new RedisSettings(
                0, executable, RedisSettings.Fsync.ALWAYS, Duration.ofMillis(1500), 4, 1000);
    }
}
