package io.beian.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The time of the whole sandbox: bot, simulated WeChat and backend. It can be moved forward to see
 * what waiting brings, never back: what was told would not have been told yet. The way it is ahead
 * is kept in a file, so that it is the same after a restart.
 */
public final class SandboxClock extends Clock {

    private static final Logger log = LoggerFactory.getLogger(SandboxClock.class);

    /** Far enough for everything that is waited for, and no typing error goes to year 9999. */
    private static final Duration FARTHEST = Duration.ofDays(400);

    private final InstantSource base;
    private final Path file;
    private volatile Duration offset;

    SandboxClock(InstantSource base, Path file) {
        this.base = base;
        this.file = file;
        this.offset = kept(file);
    }

    private static Duration kept(Path file) {
        try {
            return Files.exists(file)
                    ? Duration.parse(Files.readString(file, UTF_8).strip())
                    : Duration.ZERO;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the clock may be moved so far at once. */
    static boolean mayPass(Duration time) {
        return !time.isNegative() && !time.isZero() && time.compareTo(FARTHEST) <= 0;
    }

    synchronized void forward(Duration time) {
        if (!mayPass(time)) {
            throw new IllegalArgumentException("the clock only goes forward, 400 days at once");
        }
        Duration later = offset.plus(time);
        keep(later);
        offset = later;
        log.info("The sandbox's clock is {} ahead", later);
    }

    private void keep(Duration ahead) {
        Path draft = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(draft, ahead.toString(), UTF_8);
            Files.move(
                    draft,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Duration offset() {
        return offset;
    }

    @Override
    public Instant instant() {
        return base.instant().plus(offset);
    }

    @Override
    public long millis() {
        return instant().toEpochMilli();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        InstantSource same = () -> base.instant().plus(offset);
        return same.withZone(zone);
    }
}
