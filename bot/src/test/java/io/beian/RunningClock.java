package io.beian;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Begins at a given time, goes on like any clock, and can be moved ahead. */
final class RunningClock extends Clock {

    private final Instant began = Instant.now();
    private Instant begin;

    private RunningClock(Instant begin) {
        this.begin = begin;
    }

    static RunningClock from(String begin) {
        return new RunningClock(Instant.parse(begin));
    }

    synchronized void pass(Duration time) {
        begin = begin.plus(time);
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
        return begin.plus(Duration.between(began, Instant.now()));
    }
}
