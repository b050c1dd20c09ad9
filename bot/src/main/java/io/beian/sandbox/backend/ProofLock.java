package io.beian.sandbox.backend;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Five wrong proofs lock a sponsor's filed data for an hour. */
final class ProofLock {

    private static final int TRIES = 5;
    private static final Duration LOCKED = Duration.ofHours(1);

    private final InstantSource clock;
    private final Map<String, Wrong> wrong = new HashMap<>();

    private record Wrong(int count, Instant last) {}

    ProofLock(InstantSource clock) {
        this.clock = clock;
    }

    synchronized boolean passes(String certNo, boolean right) {
        Instant now = clock.instant();
        Wrong before = wrong.getOrDefault(certNo, new Wrong(0, now));
        if (before.last().plus(LOCKED).isBefore(now)) {
            before = new Wrong(0, now);
        }
        if (before.count() >= TRIES) {
            return false;
        }
        if (right) {
            wrong.remove(certNo);
        } else {
            wrong.put(certNo, new Wrong(before.count() + 1, now));
        }
        return right;
    }
}
