package io.beian.redis;

import io.lettuce.core.RedisClient;
import io.lettuce.core.event.command.CommandListener;
import io.lettuce.core.event.command.CommandStartedEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** A server of its own with a connection to it, for tests of what is stored. */
public final class TestRedis implements DrillRedis {

    public static final RedisSettings SETTINGS = settings(null);

    private static final Path SYSTEM_SERVER = Path.of("/usr/bin/redis-server");

    private final EmbeddedRedis server;
    private final LettuceConnectionFactory connections;
    private final List<String> commands = Collections.synchronizedList(new ArrayList<>());

    private TestRedis(EmbeddedRedis server, LettuceConnectionFactory connections) {
        this.server = server;
        this.connections = connections;
        // Takes effect for connections made from now on, and the first is made on first use.
        ((RedisClient) connections.getRequiredNativeClient()).addListener(new Recorder());
    }

    /** The machine's own server, where one is installed, else the embedded one. */
    public static RedisSettings installed() {
        return Files.isExecutable(SYSTEM_SERVER) ? settings(SYSTEM_SERVER) : SETTINGS;
    }

    static RedisSettings with(Path executable) {
        return settings(executable);
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
                                .commandTimeout(Duration.ofSeconds(3))
                                .build());
        connections.afterPropertiesSet();
        connections.start();
        return new TestRedis(server, connections);
    }

    @Override
    public LettuceConnectionFactory connections() {
        return connections;
    }

    @Override
    public List<String> springSettings() {
        return List.of(
                "--spring.data.redis.host=" + server.host(),
                "--spring.data.redis.port=" + server.port(),
                "--spring.data.redis.password=" + server.password());
    }

    /** Kills the server without warning; it is started again by itself. */
    public void killAndAwaitRestart() {
        long killed = server.pid();
        ProcessHandle.of(killed).orElseThrow().destroyForcibly();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (server.pid() == killed && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void strike() {
        killAndAwaitRestart();
    }

    /** The names of the commands sent so far, one for each round trip; may be cleared. */
    public List<String> commands() {
        return commands;
    }

    /** Leaves the connection without a server. */
    public void stopServer() throws IOException {
        server.stop();
    }

    @Override
    public void close() throws IOException {
        connections.destroy();
        server.stop();
    }

    private final class Recorder implements CommandListener {
        @Override
        public void commandStarted(CommandStartedEvent event) {
            commands.add(event.getCommand().getType().toString());
        }
    }

    private static RedisSettings settings(@Nullable Path executable) {
        return new RedisSettings(
                0,
                executable,
                RedisSettings.Fsync.ALWAYS,
                Duration.ofMillis(1500),
                4,
                1000,
                0,
                Duration.ofMillis(500));
    }
}
