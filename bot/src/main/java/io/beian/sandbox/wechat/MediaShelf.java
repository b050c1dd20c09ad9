package io.beian.sandbox.wechat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Temporary media: pictures people send and accounts upload. The account can fetch or use them for
 * three days; the phone goes on showing them. When a medium was made stands in its id.
 */
final class MediaShelf {

    static final Duration LIFE = Duration.ofDays(3);

    private static final Pattern ID = Pattern.compile("([0-9a-f]{16})[0-9A-Za-z_-]{32}");

    private final Path directory;
    private final InstantSource clock;
    private final RandomGenerator random;

    MediaShelf(Path directory, InstantSource clock, RandomGenerator random) {
        this.directory = directory.resolve("media");
        this.clock = clock;
        this.random = random;
    }

    String put(byte[] content) {
        HexFormat hex = HexFormat.of();
        String id =
                hex.toHexDigits(clock.millis())
                        + hex.toHexDigits(random.nextLong())
                        + hex.toHexDigits(random.nextLong());
        try {
            Files.createDirectories(directory);
            Files.write(directory.resolve(id), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return id;
    }

    /** What an account gets: nothing once the medium is three days old. */
    Optional<byte[]> fetch(String id) {
        return alive(id) ? show(id) : Optional.empty();
    }

    boolean alive(String id) {
        Matcher matcher = ID.matcher(id);
        return matcher.matches() && clock.instant().isBefore(made(matcher).plus(LIFE));
    }

    /** What the phone shows, however old. */
    Optional<byte[]> show(String id) {
        Path file = directory.resolve(ID.matcher(id).matches() ? id : "none");
        try {
            return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Instant made(Matcher id) {
        return Instant.ofEpochMilli(HexFormat.fromHexDigitsToLong(id.group(1)));
    }
}
