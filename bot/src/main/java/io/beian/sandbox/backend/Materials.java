package io.beian.sandbox.backend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** Pictures by the hash of their content. */
public final class Materials {

    private static final Pattern VERIFICATION = Pattern.compile("(site\\.[^.]+\\.)?photo\\.verify");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

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

    void write(String sha256, byte[] content) {
        AtomicFile.write(file(sha256), content);
    }

    private Path file(String sha256) {
        return directory.resolve(sha256 + ".jpg");
    }
}
