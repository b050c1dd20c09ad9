package io.beian.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedRedisTest {

    private final Path directory;

    EmbeddedRedisTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void keepsDataOverARestart() throws Exception {
        withRedis(redis -> ask(redis, r -> r.set("a", "1")));

        withRedis(redis -> assertThat(ask(redis, r -> r.get("a"))).isEqualTo("1"));
    }

    @Test
    void listensOnLoopbackOnlyAndWantsItsPassword() throws Exception {
        withRedis(
                redis -> {
                    assertThat(ask(redis, r -> r.configGet("bind").get("bind")))
                            .isEqualTo("127.0.0.1");
                    RedisClient stranger =
                            RedisClient.create(
                                    RedisURI.create("redis://127.0.0.1:" + redis.port()));
                    assertThatThrownBy(() -> stranger.connect().sync().get("a"))
                            .hasStackTraceContaining("NOAUTH");
                    stranger.shutdown(0, 0, TimeUnit.MILLISECONDS);
                });
    }

    @Test
    void tellsItsPasswordToItsOwnerOnly() throws Exception {
        withRedis(
                redis ->
                        assertThat(
                                        PosixFilePermissions.toString(
                                                Files.getPosixFilePermissions(
                                                        directory.resolve("redis.conf"))))
                                .isEqualTo("rw-------"));
    }

    @Test
    void refusesADirectoryThatIsInUse() throws Exception {
        withRedis(
                redis ->
                        assertThatThrownBy(() -> embedded().start())
                                .isInstanceOf(IOException.class)
                                .hasMessageContaining("Another application uses"));
    }

    @Test
    void startsAgainAfterItWasKilledAndHasEveryAcknowledgedWrite() throws Exception {
        withRedis(
                redis -> {
                    for (int i = 0; i < 50; i++) {
                        int n = i;
                        ask(redis, r -> r.set("n", Integer.toString(n)));
                    }
                    long killed = redis.pid();
                    ProcessHandle.of(killed).orElseThrow().destroyForcibly();
                    awaitOther(redis, killed);

                    assertThat(ask(redis, r -> r.get("n"))).isEqualTo("49");
                });
    }

    @Test
    void stopsTheServerThatAKilledApplicationLeftBehind() throws Exception {
        Process application = startApplication();
        long orphan = readPid(application);
        application.destroyForcibly().waitFor();
        assertThat(ProcessHandle.of(orphan)).isPresent();

        withRedis(
                redis -> {
                    assertThat(redis.pid()).isNotEqualTo(orphan);
                    awaitEnd(orphan);
                    assertThat(ask(redis, r -> r.get("kept"))).isEqualTo("yes");
                });
    }

    @Test
    void leavesNoProcessBehindWhenStopped() throws Exception {
        EmbeddedRedis redis = embedded();
        redis.start();
        long pid = redis.pid();

        redis.stop();
        redis.stop();

        awaitEnd(pid);
    }

    /** Stands in for an application that is killed: starts Redis, writes, says its pid, waits. */
    static final class Application {
        public static void main(String[] args) throws Exception {
            EmbeddedRedis redis = new EmbeddedRedis(Path.of(args[0]), TestRedis.SETTINGS);
            redis.start();
            ask(redis, r -> r.set("kept", "yes"));
            System.out.println("pid " + redis.pid());
            Thread.currentThread().join();
        }
    }

    private Process startApplication() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Application.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static long readPid(Process application) throws IOException {
        BufferedReader out = application.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        while (line != null && !line.startsWith("pid ")) {
            line = out.readLine();
        }
        assertThat(line).isNotNull();
        return Long.parseLong(line.substring(4));
    }

    private static void awaitOther(EmbeddedRedis redis, long killed) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (redis.pid() == killed && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static @Nullable String ask(
            EmbeddedRedis redis, Function<RedisCommands<String, String>, @Nullable String> what) {
        RedisURI uri =
                RedisURI.builder()
                        .withHost(redis.host())
                        .withPort(redis.port())
                        .withPassword(redis.password().toCharArray())
                        .build();
        RedisClient client = RedisClient.create(uri);
        try (StatefulRedisConnection<String, String> connection = client.connect()) {
            return what.apply(connection.sync());
        } finally {
            client.shutdown(0, 0, TimeUnit.MILLISECONDS);
        }
    }

    private EmbeddedRedis embedded() {
        return new EmbeddedRedis(directory, TestRedis.SETTINGS);
    }

    private void withRedis(Use use) throws Exception {
        EmbeddedRedis redis = embedded();
        redis.start();
        try {
            use.with(redis);
        } finally {
            redis.stop();
        }
    }

    private interface Use {
        void with(EmbeddedRedis redis) throws Exception;
    }

    /** The entry of an ended process stays until its parent, which is not us, has looked at it. */
    private static void awaitEnd(long pid) {
        ProcessHandle.of(pid)
                .ifPresent(process -> process.onExit().orTimeout(30, TimeUnit.SECONDS).join());
    }
}
