package io.beian.privacy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files only their owner may read, where the file system knows owners. */
public final class PrivateFiles {

    private PrivateFiles() {}

    public static void createDirectory(Path directory) throws IOException {
        Files.createDirectories(directory, permissions(directory, "rwx------"));
    }

    public static void write(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, permissions(file, "rw-------"));
        Files.writeString(file, text, StandardOpenOption.WRITE);
    }

    /**
     * Writes a file to be moved into its place: it is whole and on the disk when this returns.
     *
     * @param directory made if it is not there
     */
    public static Path writeBeside(Path directory, String prefix, byte[] content)
            throws IOException {
        createDirectory(directory);
        Path file =
                Files.createTempFile(
                        directory, prefix, ".part", permissions(directory, "rw-------"));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        return file;
    }

    /** As {@link #writeBeside(Path, String, byte[])}, for a text. */
    static Path writeBeside(Path directory, String prefix, String text) throws IOException {
        return writeBeside(directory, prefix, text.getBytes(StandardCharsets.UTF_8));
    }

    private static FileAttribute<?>[] permissions(Path where, String rights) {
        return where.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))
                }
                : new FileAttribute<?>[0];
    }
}
