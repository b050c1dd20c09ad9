package io.beian.sandbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * The one line of the start that matters, after all the others: it waits for what goes on beside
 * the start and has something to say of its own.
 */
final class ReadyLine {

    private static final Logger log = LoggerFactory.getLogger(ReadyLine.class);

    /** Of what is sealed; below 0 while it is still looked at. */
    private static final String SEALS = "beian.seals.left";

    private static final int GLANCES = 200;
    private static final long GLANCE_MILLIS = 50;

    private final Environment environment;
    private final MeterRegistry metrics;
    private final Path data;

    ReadyLine(Environment environment, MeterRegistry metrics, Path data) {
        this.environment = environment;
        this.metrics = metrics;
        this.data = data.toAbsolutePath().normalize();
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void ready() {
        Thread thread = new Thread(this::announce, "sandbox-ready");
        thread.setDaemon(true);
        thread.start();
    }

    private void announce() {
        try {
            for (int n = 0; n < GLANCES && !quiet(); n++) {
                TimeUnit.MILLISECONDS.sleep(GLANCE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        log.info("{}", text());
    }

    private boolean quiet() {
        Gauge left = metrics.find(SEALS).gauge();
        return left == null || left.value() >= 0;
    }

    String text() {
        return "The sandbox is ready. Open http://127.0.0.1:%s/sandbox and send 备案. Data lie in %s."
                .formatted(environment.getProperty("local.server.port"), data);
    }
}
