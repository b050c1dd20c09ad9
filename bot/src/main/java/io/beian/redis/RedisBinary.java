package io.beian.redis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import redis.embedded.core.ExecutableProvider;
import redis.embedded.model.OsArchitecture;

/**
 * Finds a redis-server that runs on this machine: the one for its platform out of the jar, else the
 * statically linked one, since the former wants OpenSSL 3.
 */
final class RedisBinary {

    private static final Map<OsArchitecture, String> STATIC_LINUX =
            Map.of(OsArchitecture.UNIX_x86_64, "/redis-server-6.2.7-linux-386");

    private RedisBinary() {}

    static Path unpackedInto(Path directory) throws IOException, InterruptedException {
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
            if (runs(binary)) {
                return binary.toAbsolutePath();
            }
        }
        throw new IOException(
                "no embedded redis-server runs on this machine: set spring.data.redis.host to a"
                        + " Redis of version 6.2 or newer, or beian.redis.executable to its"
                        + " redis-server");
    }

    private static boolean runs(Path binary) throws IOException, InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(binary.toAbsolutePath().toString(), "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException refused) {
            // Not made for this processor, or the directory forbids execution.
            return false;
        }
    }
}
