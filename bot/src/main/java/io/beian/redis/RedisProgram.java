package io.beian.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A redis-server or valkey-server by what it says of itself.
 *
 * @param name Redis or Valkey
 * @param version as it writes it, such as 7.0.15
 */
record RedisProgram(Path executable, String name, int major, int minor, String version) {

    /** What our scripts need: {@code XTRIM … MINID}. */
    private static final int LEAST_MAJOR = 6;

    private static final int LEAST_MINOR = 2;

    /** From here on the append-only file is a directory, which older servers do not look at. */
    private static final int AOF_DIRECTORY = 7;

    private static final int UNKNOWN = -1;

    /** {@code Redis server v=7.0.15 sha=…}; of Valkey the same with its own name. */
    private static final Pattern SAYS =
            Pattern.compile("(Redis|Valkey) server v=((\\d{1,4})\\.(\\d{1,4})[.\\w-]{0,20})");

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LONGEST_ANSWER = 4096;

    /** A program that was named and does not say what it is; it is taken at its word. */
    static RedisProgram unknown(Path executable) {
        return new RedisProgram(executable, "server", UNKNOWN, 0, "of no known version");
    }

    /**
     * Asks a program what it is.
     *
     * @return empty if it does not run here, takes longer than five seconds or is something else
     */
    static Optional<RedisProgram> ask(Path executable) throws InterruptedException {
        Process process;
        try {
            process =
                    new ProcessBuilder(executable.toString(), "--version")
                            .redirectErrorStream(true)
                            .start();
            process.getOutputStream().close();
        } catch (IOException refused) {
            // Not made for this processor, or the directory forbids execution.
            return Optional.empty();
        }
        try {
            String said =
                    CompletableFuture.supplyAsync(() -> begin(process.getInputStream()))
                            .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            boolean well =
                    process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                            && process.exitValue() == 0;
            return well ? read(executable, said) : Optional.empty();
        } catch (ExecutionException | TimeoutException silent) {
            return Optional.empty();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static String begin(InputStream in) {
        try {
            return new String(in.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Optional<RedisProgram> read(Path executable, String said) {
        Matcher says = SAYS.matcher(said);
        return says.find()
                ? Optional.of(
                        new RedisProgram(
                                executable,
                                says.group(1),
                                Integer.parseInt(says.group(3)),
                                Integer.parseInt(says.group(4)),
                                says.group(2)))
                : Optional.empty();
    }

    boolean isNewEnough() {
        return major > LEAST_MAJOR || (major == LEAST_MAJOR && minor >= LEAST_MINOR);
    }

    boolean readsAofDirectory() {
        return major == UNKNOWN || major >= AOF_DIRECTORY;
    }

    @Override
    public String toString() {
        return name + " " + version + " (" + executable + ")";
    }
}
