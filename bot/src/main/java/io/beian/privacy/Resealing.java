package io.beian.privacy;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/**
 * Seals everything anew after the start of a node whose keys are being exchanged, beside its work.
 * Several nodes that do it at once do no harm.
 */
final class Resealing {

    private static final Logger log = LoggerFactory.getLogger(Resealing.class);

    private static final long NOT_KNOWN = -1;

    private final List<SealedPlace> places;
    private final boolean wanted;
    private final AtomicLong left = new AtomicLong(NOT_KNOWN);

    /**
     * Prepares it.
     *
     * @param wanted whether anything may be under another key
     */
    Resealing(List<SealedPlace> places, boolean wanted, MeterRegistry metrics) {
        this.places = places;
        this.wanted = wanted;
        Gauge.builder("beian.seals.left", left, AtomicLong::get)
                .description("What is not sealed with the current key; -1 until all was looked at")
                .register(metrics);
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (wanted) {
            Thread thread = new Thread(this::run, "reseal");
            thread.setDaemon(true);
            thread.start();
        }
    }

    void run() {
        left.set(places.stream().mapToLong(Resealing::left).sum());
        log.info("all looked at; {} not sealed with the current key", left.get());
    }

    private static long left(SealedPlace place) {
        try {
            SealedPlace.Tally tally = place.reseal();
            log.info("{}: {} sealed anew, {} left", place.name(), tally.sealed(), tally.left());
            return tally.left();
        } catch (RuntimeException e) {
            // The keys are still there, so nothing is lost; the next start goes on.
            log.warn("{}: not all sealed anew: {}", place.name(), e.getClass().getSimpleName());
            return 1;
        }
    }
}
