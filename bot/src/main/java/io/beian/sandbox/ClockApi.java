package io.beian.sandbox;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the sandbox's time and moves it forward. */
@RestController
@Profile("sandbox")
@RequestMapping("/sandbox/clock")
final class ClockApi {

    private final SandboxClock clock;

    ClockApi(SandboxClock clock) {
        this.clock = clock;
    }

    /**
     * The time.
     *
     * @param offset how far it is ahead, ISO 8601
     */
    record Shown(Instant now, String offset) {}

    /**
     * A wish.
     *
     * @param forward ISO 8601: {@code PT2H}, {@code P30D}
     */
    record Move(@Nullable String forward) {}

    @GetMapping
    Shown now() {
        return new Shown(clock.instant(), clock.offset().toString());
    }

    /** Takes JSON only, so that a page from elsewhere cannot move it by a plain form. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Shown> move(@RequestBody Move move) {
        Optional<Duration> time = read(move.forward()).filter(SandboxClock::mayPass);
        if (time.isEmpty()) {
            return ResponseEntity.unprocessableContent().build();
        }
        clock.forward(time.get());
        return ResponseEntity.ok(now());
    }

    private static Optional<Duration> read(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(Duration::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
