package io.beian.sandbox.backend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Pictures by the hash of their content. */
public final class Materials {

    private static final Pattern VERIFICATION = Pattern.compile("(site\\.[^.]+\\.)?photo\\.verify");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private static final String ENDING = ".jpg";

    private final Path directory;

    Materials(Path directory) {
        this.directory = AtomicFile.directory(directory);
    }

    static boolean named(String sha256) {
        return HASH.matcher(sha256).matches();
    }

    /** Whether the pictures of a slot prove who somebody is (真实性核验). */
    public static boolean proves(String slot) {
        return VERIFICATION.matcher(slot).matches();
    }

    boolean has(String sha256) {
        return named(sha256) && Files.exists(file(sha256));
    }

    public Optional<byte[]> read(String sha256) {
        if (!has(sha256)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAllBytes(file(sha256)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void erase(String sha256) {
        try {
            Files.deleteIfExists(file(sha256));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Erases every picture but these. */
    void keepOnly(Set<String> wanted) {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                String sha256 = file.getFileName().toString().replace(ENDING, "");
                if (named(sha256) && !wanted.contains(sha256)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(String sha256, byte[] content) {
        AtomicFile.write(file(sha256), content);
    }

    private Path file(String sha256) {
        return directory.resolve(sha256 + ENDING);
    }
}
