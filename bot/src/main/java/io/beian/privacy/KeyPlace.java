package io.beian.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.Optional;

/** Where the keys are, by the settings: an environment variable, or a file. */
final class KeyPlace {

    private final PrivacySettings settings;
    private final Optional<TransitService> transit;

    KeyPlace(PrivacySettings settings) {
        this.settings = settings;
        this.transit = Optional.ofNullable(settings.transit()).map(TransitService::new);
    }

    /**
     * The keys; made first if there are none and the settings want it.
     *
     * @throws KeysException if there are none, or they cannot be read
     */
    KeyRing load() {
        return find().orElseGet(this::made);
    }

    private Optional<KeyRing> find() {
        return Optional.ofNullable(settings.keys())
                .map(Secret::value)
                .or(() -> Optional.ofNullable(settings.keysFile()).flatMap(KeyPlace::textOf))
                .map(text -> transit.map(service -> service.unwrap(text)).orElse(text))
                .map(KeyRing::read);
    }

    private KeyRing made() {
        if (!settings.makeKeys()) {
            throw new KeysException("there are no keys to seal with", null);
        }
        try {
            return create();
        } catch (KeysException another) {
            // Another process was quicker.
            return find().orElseThrow(() -> another);
        }
    }

    /**
     * Makes the file with a first key.
     *
     * @throws KeysException if there is a file already
     */
    KeyRing create() {
        KeyRing keys = KeyRing.create();
        Path file = file();
        try {
            Path written = written(keys);
            try {
                // Unlike a move, a link never takes the place of a file.
                Files.createLink(file, written);
            } finally {
                Files.deleteIfExists(written);
            }
            return keys;
        } catch (FileAlreadyExistsException e) {
            throw new KeysException("there are keys in " + file + " already", null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes changed keys in the place of those that were read. */
    void replace(KeyRing keys) {
        try {
            Files.move(
                    written(keys),
                    file(),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file() {
        Path file = settings.keysFile();
        if (settings.keys() != null || file == null) {
            throw new KeysException(
                    "only keys in a file (beian.privacy.keys-file) can be changed from here", null);
        }
        return file.toAbsolutePath();
    }

    private Path written(KeyRing keys) throws IOException {
        String text = transit.map(service -> service.wrap(keys.text())).orElse(keys.text());
        return PrivateFiles.writeBeside(
                Objects.requireNonNull(file().getParent()), "keys", text + "\n");
    }

    private static Optional<String> textOf(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException e) {
            throw new KeysException("the keys in " + file + " cannot be read", e);
        }
    }
}
