package io.beian;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock of a test: stands still or goes on like any clock, and can be moved ahead. */
public final class TestClock extends Clock {

    private final InstantSource base;
    private Duration ahead = Duration.ZERO;

    private TestClock(InstantSource base) {
        this.base = base;
    }

    /** Stands still on a Monday morning. */
    public static TestClock standing() {
        return standing("2026-11-23T02:00:00Z");
    }

    /** Stands still at a given time. */
    public static TestClock standing(String at) {
        return new TestClock(InstantSource.fixed(Instant.parse(at)));
    }

    /** Begins at a given time and goes on. */
    public static TestClock running(String from) {
        Duration off = Duration.between(Instant.now(), Instant.parse(from));
        return new TestClock(InstantSource.offset(InstantSource.system(), off));
    }

    public synchronized void pass(Duration time) {
        ahead = ahead.plus(time);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public synchronized Instant instant() {
        return base.instant().plus(ahead);
    }
}
