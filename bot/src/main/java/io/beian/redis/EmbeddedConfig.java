package io.beian.redis;

import io.beian.privacy.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The configuration file of the embedded server; it also tells the next start where to look. */
record EmbeddedConfig(Path directory, int port, String password) {

    private static final String NAME = "redis.conf";

    static Optional<EmbeddedConfig> readFrom(Path directory) throws IOException {
        Path file = directory.resolve(NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        Optional<Integer> port = word(lines, "port").map(Integer::valueOf);
        return word(lines, "requirepass")
                .flatMap(secret -> port.map(p -> new EmbeddedConfig(directory, p, secret)));
    }

    private static Optional<String> word(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name + " "))
                .map(line -> line.substring(name.length() + 1))
                .findFirst();
    }

    Path log() {
        return directory.resolve("redis.log");
    }

    Path write(RedisSettings.Fsync fsync) throws IOException {
        Path file = directory.resolve(NAME);
        PrivateFiles.write(file, text(fsync));
        return file;
    }

    private String text(RedisSettings.Fsync fsync) {
        return """
        bind 127.0.0.1
        port %d
        requirepass %s
        daemonize yes
        dir "%s"
        logfile "%s"
        save ""
        appendonly yes
        appendfsync %s
        """
                .formatted(
                        port,
                        password,
                        quoted(directory),
                        quoted(log()),
                        fsync.name().toLowerCase(Locale.ROOT));
    }

    private static String quoted(Path path) {
        return path.toString().replace("\\", "\\\\").replace("\"", "\\\"");
    }

    @Override
    public String toString() {
        return "EmbeddedConfig[port " + port + "]";
    }
}
