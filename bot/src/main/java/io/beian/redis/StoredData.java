package io.beian.redis;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an earlier server has left in a directory. An older one than that does not always say that
 * it cannot read it: before 7.0 servers do not look into {@code appendonlydir} and begin empty.
 */
record StoredData(Path directory) {

    private static final String AOF_DIRECTORY = "appendonlydir";
    private static final String OLD_AOF = "appendonly.aof";
    private static final int END_OF_LOG = 16 << 10;

    /** What servers write into their log when data are of a format they do not know. */
    private static final List<String> UNREADABLE =
            List.of(
                    "Can't handle RDB format version",
                    "Wrong signature trying to load DB",
                    "Unknown RDB",
                    "Bad file format reading the append only file",
                    "Error reading the RDB preamble",
                    "Unknown command");

    /**
     * @throws EmbeddedRedisException if the server would begin empty beside what is there
     */
    void mustBeSeenBy(RedisProgram server) throws IOException {
        if (!server.readsAofDirectory()
                && hasManifest()
                && !Files.exists(directory.resolve(OLD_AOF))) {
            throw written(server);
        }
    }

    private boolean hasManifest() throws IOException {
        Path parts = directory.resolve(AOF_DIRECTORY);
        if (!Files.isDirectory(parts)) {
            return false;
        }
        try (Stream<Path> files = Files.list(parts)) {
            return files.anyMatch(file -> file.toString().endsWith(".manifest"));
        }
    }

    /** Why a server that was started does not come up. */
    EmbeddedRedisException refusedBy(RedisProgram server, Path log, long logBefore)
            throws IOException {
        String said = end(log, logBefore);
        if (UNREADABLE.stream().anyMatch(said::contains)) {
            return written(server);
        }
        return new EmbeddedRedisException(
                "The embedded " + server + " does not start; it says why in " + log + ".",
                "Mend that, or set spring.data.redis.host to a Redis of your own.");
    }

    private EmbeddedRedisException written(RedisProgram server) {
        return new EmbeddedRedisException(
                "The data in %s were written by a newer server than %s, which cannot read them."
                        .formatted(directory, server),
                "Put the server that wrote them on the PATH again, name it in"
                        + " beian.redis.executable, or move the directory away to begin anew.");
    }

    private static String end(Path log, long from) throws IOException {
        if (!Files.exists(log)) {
            return "";
        }
        byte[] all = Files.readAllBytes(log);
        int begin = (int) Math.max(Math.min(from, all.length), all.length - (long) END_OF_LOG);
        return new String(all, begin, all.length - begin, StandardCharsets.UTF_8);
    }
}
