package io.beian.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Which server is started, and what is said where none can be. */
class RedisBinaryTest {

    private final Path place;

    RedisBinaryTest(@TempDir Path place) {
        this.place = place;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Redis server v=6.2.6 sha=00000000:0 malloc=jemalloc-5.1.0 bits=64 | Redis | 6.2.6 | true",
                "Redis server v=6.2.11 sha=00000000:0 malloc=libc bits=32 build=1 | Redis | 6.2.11 | true",
                "Redis server v=7.0.15 sha=00000000:0 malloc=jemalloc-5.3.0 bits=64 | Redis | 7.0.15 | true",
                "Redis server v=7.4-rc1 sha=0 | Redis | 7.4-rc1 | true",
                "Redis server v=8.2.1 sha=00000000:1 | Redis | 8.2.1 | true",
                "Redis server v=10.0.0 sha=0 | Redis | 10.0.0 | true",
                "Valkey server v=7.2.11 sha=00000000:0 | Valkey | 7.2.11 | true",
                "Valkey server v=8.1.1 sha=00000000:0 malloc=jemalloc-5.3.0 | Valkey | 8.1.1 | true",
                "Valkey server v=9.0.0-rc2 sha=0 | Valkey | 9.0.0-rc2 | true",
                "Redis server v=6.0.16 sha=00000000:0 | Redis | 6.0.16 | false",
                "Redis server v=5.0.14.1 sha=ec77f72d:0 | Redis | 5.0.14.1 | false",
                "Redis server v=2.8.4 sha=0 | Redis | 2.8.4 | false",
                "Redis server version 2.4.10 (00000000:0) | - | - | false",
                "KeyDB server v=6.3.4 sha=0 | - | - | false",
                "Redis server v=99999999999.1.1 | - | - | false",
                "Redis server v= | - | - | false",
                "bash: redis-server: command not found | - | - | false",
                "'' | - | - | false",
            })
    void readsWhatAServerSays(
            String said, @Nullable String name, @Nullable String version, boolean enough) {
        var program = RedisProgram.read(Path.of("/x"), said);

        assertThat(program.map(RedisProgram::name).orElse(null)).isEqualTo(name);
        assertThat(program.map(RedisProgram::version).orElse(null)).isEqualTo(version);
        assertThat(program.filter(RedisProgram::isNewEnough).isPresent()).isEqualTo(enough);
    }

    @Test
    void takesTheNamedOneFirst() throws Exception {
        program("a/valkey-server", "echo 'Valkey server v=8.1.1 sha=0'");
        Path named = program("b/mine", "echo 'Redis server v=7.2.4 sha=0'");

        assertThat(found(named, "a").executable()).isEqualTo(named);
    }

    @Test
    void takesTheNamedOneAtItsWordWhateverItSays() throws Exception {
        Path named = program("a/mine", "exit 3");

        assertThat(found(named)).isEqualTo(RedisProgram.unknown(named));
        assertThat(found(named).readsAofDirectory()).isTrue();
    }

    @Test
    void takesValkeyOnThePathBeforeRedis() throws Exception {
        program("a/redis-server", "echo 'Redis server v=8.2.1 sha=0'");
        Path valkey = program("b/valkey-server", "echo 'Valkey server v=8.1.1 sha=0'");

        assertThat(found(null, "a", "b").executable()).isEqualTo(valkey);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "echo 'Redis server v=6.0.16 sha=0'",
                "echo 'Redis server v=7.0.15 sha=0'; exit 1",
                "echo hello",
                "yes hello",
                "exit 0",
                "cat",
                "kill -9 $$",
                "head -c 100000 /dev/urandom",
            })
    void passesOverWhatIsTooOldOrOdd(String script) throws Exception {
        program("a/valkey-server", script);
        program("a/redis-server", script);
        Path good = program("b/redis-server", "echo 'Redis server v=7.0.15 sha=0'");

        assertThat(found(null, "a", "b").executable()).isEqualTo(good);
    }

    @Test
    void waitsForNoProgramThatHangs() throws Exception {
        program("a/valkey-server", "sleep 1000");
        Path good = program("a/redis-server", "echo 'Redis server v=7.0.15 sha=0'");
        long start = System.nanoTime();

        assertThat(found(null, "a").executable()).isEqualTo(good);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void looksIntoNoPlaceThatIsNotAbsolute() throws Exception {
        String odd = String.join(File.pathSeparator, "", ".", "bin", "\0", "/nowhere");

        RedisProgram shipped =
                new RedisBinary("Linux", odd).find(null, place.resolve("bin").toAbsolutePath());

        assertThat(shipped.executable()).startsWith(place.toAbsolutePath());
        assertThat(shipped.isNewEnough()).isTrue();
    }

    @Test
    void takesTheOneOfTheJarWhereNoneIsInstalled() throws Exception {
        assertThat(new RedisBinary("Linux", null).find(null, place).executable().getParent())
                .isEqualTo(place.toAbsolutePath());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Windows 10", "Windows 11", "Windows Server 2022"})
    void saysWhatToDoOnWindows(String system) {
        EmbeddedRedis redis =
                new EmbeddedRedis(place, TestRedis.SETTINGS, new RedisBinary(system, null));

        assertThat(refusal(redis).getDescription()).contains("does not run on Windows");
        assertThat(refusal(redis).getAction()).contains("WSL2", "spring.data.redis.host");
        assertThat(place).isEmptyDirectory();
    }

    @Test
    void saysWhenANewerServerHasWrittenWhereTheOlderWouldBeginEmpty() throws Exception {
        Files.createDirectories(place.resolve("appendonlydir"));
        Files.writeString(
                place.resolve("appendonlydir/appendonly.aof.manifest"),
                "file appendonly.aof.1.base.rdb seq 1 type b\n");
        EmbeddedRedis redis =
                new EmbeddedRedis(place, TestRedis.SETTINGS, new RedisBinary("Linux", null));

        assertThat(refusal(redis).getDescription())
                .contains("written by a newer server than Redis 6.2", place.toString());
        assertThat(refusal(redis).getAction()).contains("beian.redis.executable");
        assertThat(place.resolve("appendonly.aof")).doesNotExist();
    }

    @Test
    void saysWhenANewerServerHasWrittenWhatTheOlderRefuses() throws Exception {
        byte[] newer = "REDIS0099\u00FA\u0009redis-ver".getBytes(StandardCharsets.ISO_8859_1);
        Files.write(place.resolve("appendonly.aof"), newer);
        EmbeddedRedis redis =
                new EmbeddedRedis(place, TestRedis.SETTINGS, new RedisBinary("Linux", null));

        assertThat(refusal(redis).getDescription()).contains("written by a newer server");
        assertThat(place.resolve("appendonly.aof")).hasBinaryContent(newer);
    }

    @Test
    void saysWhenTheNamedServerCannotBeRun() {
        EmbeddedRedis redis =
                new EmbeddedRedis(
                        place,
                        TestRedis.with(place.resolve("nothing-here")),
                        RedisBinary.ofThisMachine());

        assertThat(refusal(redis).getDescription()).contains("nothing-here", "cannot be run");
    }

    /** The PATH's server does the work, whichever it is. */
    @Test
    void startsTheOneOnThePath() throws Exception {
        Path shipped = new RedisBinary("Linux", null).find(null, place.resolve("jar")).executable();
        program(
                "a/valkey-server",
                "test \"$1\" = --version && echo 'Valkey server v=8.1.1 sha=0' && exit\n"
                        + "touch "
                        + place.resolve("started")
                        + "; exec "
                        + shipped
                        + " \"$@\"");
        EmbeddedRedis redis =
                new EmbeddedRedis(place.resolve("data"), TestRedis.SETTINGS, path("a"));
        redis.start();
        try {
            RedisClient client =
                    RedisClient.create(
                            RedisURI.builder()
                                    .withHost(redis.host())
                                    .withPort(redis.port())
                                    .withPassword(redis.password().toCharArray())
                                    .build());
            assertThat(client.connect().sync().ping()).isEqualTo("PONG");
            client.shutdown(0, 0, TimeUnit.MILLISECONDS);
            assertThat(place.resolve("started")).exists();
        } finally {
            redis.stop();
        }
    }

    private FailureAnalysis refusal(EmbeddedRedis redis) {
        Exception thrown =
                assertThatExceptionOfType(EmbeddedRedisException.class)
                        .isThrownBy(redis::start)
                        .actual();
        return java.util.Objects.requireNonNull(
                new EmbeddedRedisAnalyzer()
                        .analyze(new BeanCreationException("embeddedRedis", thrown)));
    }

    private RedisProgram found(@Nullable Path named, String... directories) throws Exception {
        return path(directories).find(named, place.resolve("bin"));
    }

    private RedisBinary path(String... directories) {
        return new RedisBinary(
                "Linux",
                Stream.of(directories)
                        .map(name -> place.resolve(name).toAbsolutePath().toString())
                        .collect(Collectors.joining(File.pathSeparator)));
    }

    private Path program(String name, String script) throws IOException {
        Path file = place.resolve(name).toAbsolutePath();
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return file;
    }
}
