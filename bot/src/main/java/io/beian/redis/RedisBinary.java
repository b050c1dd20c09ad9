package io.beian.redis;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.embedded.core.ExecutableProvider;
import redis.embedded.model.OsArchitecture;

/**
 * Finds the server to start: the one that is named, else a valkey-server or redis-server on the
 * PATH, which somebody keeps up to date, else the one for this platform out of the jar, else the
 * statically linked one, since the former wants OpenSSL 3.
 *
 * @param system the operating system
 * @param path directories with programs
 */
record RedisBinary(String system, @Nullable String path) {

    private static final Logger log = LoggerFactory.getLogger(RedisBinary.class);

    private static final List<String> NAMES = List.of("valkey-server", "redis-server");

    private static final Map<OsArchitecture, String> STATIC_LINUX =
            Map.of(OsArchitecture.UNIX_x86_64, "/redis-server-6.2.7-linux-386");

    private static final String OF_YOUR_OWN =
            "Set spring.data.redis.host to a Redis or Valkey of version 6.2 or newer, or"
                    + " beian.redis.executable to its server.";

    static RedisBinary ofThisMachine() {
        return new RedisBinary(System.getProperty("os.name", ""), System.getenv("PATH"));
    }

    /**
     * @throws EmbeddedRedisException on Windows, where none of them detaches itself
     */
    void mustBePossible() throws EmbeddedRedisException {
        if (system.startsWith("Windows")) {
            throw new EmbeddedRedisException(
                    "The embedded Redis does not run on Windows.",
                    "Start the bot in WSL2, or set spring.data.redis.host to a Redis or Valkey of"
                            + " version 6.2 or newer, for example one in Docker.");
        }
    }

    /**
     * The server to start.
     *
     * @param named comes first, whatever it says of itself
     * @param directory for what comes out of the jar
     * @throws EmbeddedRedisException if there is none
     */
    RedisProgram find(@Nullable Path named, Path directory)
            throws IOException, InterruptedException {
        if (named != null) {
            RedisProgram program =
                    RedisProgram.ask(named).orElseGet(() -> RedisProgram.unknown(named));
            log.info("embedded Redis is {}, named by beian.redis.executable", program);
            return program;
        }
        Optional<RedisProgram> installed = onThePath();
        if (installed.isPresent()) {
            log.info("embedded Redis is {}, found on the PATH", installed.get());
            return installed.get();
        }
        RedisProgram shipped = outOfTheJar(directory);
        log.info(
                "embedded Redis is {} out of the jar, since no valkey-server or redis-server of 6.2"
                        + " or newer is on the PATH; it gets no security fixes",
                shipped);
        return shipped;
    }

    private Optional<RedisProgram> onThePath() throws InterruptedException {
        for (String name : NAMES) {
            for (Path directory : directories().toList()) {
                Path candidate = directory.resolve(name);
                if (!Files.isRegularFile(candidate) || !Files.isExecutable(candidate)) {
                    continue;
                }
                Optional<RedisProgram> program = RedisProgram.ask(candidate);
                if (program.filter(RedisProgram::isNewEnough).isPresent()) {
                    return program;
                }
                log.info(
                        "{} is passed over: {}",
                        candidate,
                        program.map(old -> old.version() + " is older than 6.2")
                                .orElse("it does not say which version it is"));
            }
        }
        return Optional.empty();
    }

    /** What is not absolute depends on where the bot was started, and on who may write there. */
    private Stream<Path> directories() {
        return Arrays.stream((path == null ? "" : path).split(File.pathSeparator))
                .flatMap(RedisBinary::directory)
                .filter(Path::isAbsolute)
                .distinct();
    }

    private static Stream<Path> directory(String name) {
        try {
            return Stream.of(Path.of(name));
        } catch (InvalidPathException odd) {
            return Stream.empty();
        }
    }

    private static RedisProgram outOfTheJar(Path directory)
            throws IOException, InterruptedException {
        Files.createDirectories(directory);
        for (Map<OsArchitecture, String> choice :
                List.of(ExecutableProvider.newProvidedVersionsMap(), STATIC_LINUX)) {
            if (!choice.containsKey(OsArchitecture.detectOSandArchitecture())) {
                continue;
            }
            // A server that still runs keeps its file: unlinked, not overwritten.
            for (String name : choice.values()) {
                Files.deleteIfExists(directory.resolve(name.substring(1)));
            }
            Path binary =
                    ExecutableProvider.newJarResourceProvider(directory::toFile, choice)
                            .get()
                            .toPath();
            Optional<RedisProgram> program = RedisProgram.ask(binary.toAbsolutePath());
            if (program.isPresent()) {
                return program.get();
            }
        }
        throw new EmbeddedRedisException(
                "No redis-server that ships with the bot runs on this machine.", OF_YOUR_OWN);
    }
}
