package io.beian.photo;

import io.beian.privacy.PrivateFiles;
import io.beian.privacy.SealException;
import io.beian.privacy.SealedPlace;
import io.beian.privacy.Vault;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Keeps pictures as sealed files {@code ab/cdef…} readable by nobody but the account the bot runs
 * as.
 */
final class FilePhotoStore implements PhotoStore, SealedPlace {

    private final Path folder;
    private final Path incoming;
    private final boolean posix;
    private final Vault vault;

    FilePhotoStore(Path folder, Vault vault) {
        this.vault = vault;
        this.folder = folder.toAbsolutePath().normalize();
        this.incoming = this.folder.resolve("incoming");
        this.posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    @Override
    public String put(byte[] jpeg) {
        String sha256 = Sha256.of(jpeg);
        try {
            if (!Files.exists(place(sha256))) {
                keep(vault.seal(jpeg, Sha256.as(sha256)), sha256);
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
            return Optional.of(vault.open(Files.readAllBytes(place(sha256)), Sha256.as(sha256)));
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

    @Override
    public String name() {
        return "photos";
    }

    @Override
    public Tally reseal() {
        if (!Files.isDirectory(folder)) {
            return Tally.NOTHING;
        }
        try (Stream<Path> files = Files.find(folder, 2, (path, about) -> about.isRegularFile())) {
            return files.filter(file -> !file.startsWith(incoming))
                    .map(this::reseal)
                    .reduce(Tally.NOTHING, Tally::plus);
        } catch (IOException e) {
            throw new UncheckedIOException("Photos not listed", e);
        }
    }

    private Tally reseal(Path file) {
        String sha256 = folder.relativize(file).toString().replace(File.separator, "");
        try {
            byte[] stored = Files.readAllBytes(file);
            if (vault.isCurrent(stored)) {
                return Tally.NOTHING;
            }
            String as = Sha256.as(sha256);
            return replace(file, vault.seal(vault.open(stored, as), as));
        } catch (NoSuchFileException deleted) {
            return Tally.NOTHING;
        } catch (SealException e) {
            return new Tally(0, 1);
        } catch (IOException e) {
            throw new UncheckedIOException("Photo not sealed anew", e);
        }
    }

    /** Looks as late as it can whether it was deleted, so that it does not come back. */
    private Tally replace(Path file, byte[] sealed) throws IOException {
        Path written = written(sealed);
        try {
            if (!Files.exists(file)) {
                return Tally.NOTHING;
            }
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
            return new Tally(1, 0);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private Path place(String sha256) {
        return folder.resolve(Sha256.place(sha256));
    }

    private Path shelf(String sha256) {
        return Objects.requireNonNull(place(sha256).getParent());
    }

    /** A file appears under its name only when all its bytes are on the disk. */
    private void keep(byte[] sealed, String sha256) throws IOException {
        PrivateFiles.createDirectory(shelf(sha256));
        Path written = written(sealed);
        try {
            Files.move(written, place(sha256), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private Path written(byte[] sealed) throws IOException {
        return PrivateFiles.writeBeside(incoming, "photo", sealed);
    }

    /** The new name is durable once its folder is; only POSIX systems let a folder be opened. */
    private void force(Path directory) throws IOException {
        if (posix) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
