package io.beian.photo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** Keeps pictures as files {@code ab/cdef…} readable by nobody but the account the bot runs as. */
final class FilePhotoStore implements PhotoStore {

    private static final int FAN_OUT = 2;

    private final Path folder;
    private final Path incoming;
    private final boolean posix;

    FilePhotoStore(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
        this.incoming = this.folder.resolve("incoming");
        this.posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    @Override
    public String put(byte[] jpeg) {
        String sha256 = Sha256.of(jpeg);
        try {
            if (!Files.exists(place(sha256))) {
                keep(jpeg, sha256);
            }
            force(shelf(sha256));
        } catch (IOException e) {
            throw new UncheckedIOException("Photo not kept", e);
        }
        return sha256;
    }

    @Override
    public Optional<byte[]> get(String sha256) {
        try {
            return Optional.of(Files.readAllBytes(place(sha256)));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Photo not read", e);
        }
    }

    @Override
    public boolean delete(String sha256) {
        try {
            return Files.deleteIfExists(place(sha256));
        } catch (IOException e) {
            throw new UncheckedIOException("Photo not deleted", e);
        }
    }

    private Path place(String sha256) {
        return shelf(sha256).resolve(sha256.substring(FAN_OUT));
    }

    private Path shelf(String sha256) {
        return folder.resolve(Sha256.checked(sha256).substring(0, FAN_OUT));
    }

    /** A file appears under its name only when all its bytes are on the disk. */
    private void keep(byte[] jpeg, String sha256) throws IOException {
        Files.createDirectories(shelf(sha256), ownerOnly("rwx------"));
        Files.createDirectories(incoming, ownerOnly("rwx------"));
        Path written = Files.createTempFile(incoming, "photo", ".part", ownerOnly("rw-------"));
        try {
            write(jpeg, written);
            Files.move(written, place(sha256), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private static void write(byte[] jpeg, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(jpeg);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** The new name is durable once its folder is; only POSIX systems let a folder be opened. */
    private void force(Path directory) throws IOException {
        if (posix) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private FileAttribute<?>[] ownerOnly(String permissions) {
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
