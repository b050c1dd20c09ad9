package io.beian.backend;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Stands still until a test moves it. */
public final class SettableClock implements InstantSource {

    private volatile Instant now = Instant.parse("2026-11-23T02:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    public synchronized void pass(Duration time) {
        now = now.plus(time);
    }
}
