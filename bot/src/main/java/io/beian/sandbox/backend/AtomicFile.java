package io.beian.sandbox.backend;

import io.beian.privacy.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** Writes a file so that a reader finds the old or the new content, never a part. */
final class AtomicFile {

    private AtomicFile() {}

    /** Several may write the same file at once; the last one's content stays. */
    static void write(Path file, byte[] content) {
        try {
            Path draft = PrivateFiles.writeBeside(directoryOf(file), "new", content);
            Files.move(
                    draft,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path directoryOf(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent());
    }

    static Path directory(Path path) {
        try {
            return Files.createDirectories(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
