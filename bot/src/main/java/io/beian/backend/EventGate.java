package io.beian.backend;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;

/** Tells events of the backend from forged and stale ones. */
final class EventGate {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,128}");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

    private final EventSignature signature;
    private final Duration window;
    private final InstantSource clock;

    EventGate(EventSignature signature, Duration window, InstantSource clock) {
        this.signature = signature;
        this.window = window;
        this.clock = clock;
    }

    /** The id of the event if it comes from the backend and is fresh. */
    Optional<String> admitted(HttpHeaders headers, byte[] body) {
        String id = header(headers, EventSignature.ID);
        String timestamp = header(headers, EventSignature.TIMESTAMP);
        boolean readable = NAME.matcher(id).matches() && SECONDS.matcher(timestamp).matches();
        if (!readable || !fresh(Long.parseLong(timestamp))) {
            return Optional.empty();
        }
        String given = header(headers, EventSignature.SIGNATURE);
        return signature.fits(given, id, timestamp, body) ? Optional.of(id) : Optional.empty();
    }

    private boolean fresh(long timestamp) {
        Duration off = Duration.between(Instant.ofEpochSecond(timestamp), clock.instant()).abs();
        return off.compareTo(window) <= 0;
    }

    private static String header(HttpHeaders headers, String name) {
        return Objects.requireNonNullElse(headers.getFirst(name), "");
    }
}
