package io.beian.sandbox.backend;

import io.beian.backend.EventSignature;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Pushes events in their order until each is taken. What is not pushed yet stands in the order's
 * file, so a restart loses none. After a failed round it passes over more and more ticks.
 */
final class EventPusher {

    private static final Logger LOG = LoggerFactory.getLogger(EventPusher.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LONGEST_REST = 200;

    private final OrderBook book;
    private final EventSignature signature;
    private final Supplier<URI> target;
    private final InstantSource clock;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .build();
    private int rest;
    private int passed;

    EventPusher(
            OrderBook book, EventSignature signature, Supplier<URI> target, InstantSource clock) {
        this.book = book;
        this.signature = signature;
        this.target = target;
        this.clock = clock;
    }

    synchronized void tick() {
        List<Event> waiting = book.unpushed();
        if (waiting.isEmpty() || passed++ < rest) {
            return;
        }
        passed = 0;
        for (Event event : waiting) {
            if (!push(event)) {
                rest = Math.min(LONGEST_REST, rest * 2 + 1);
                return;
            }
            book.pushed(event);
        }
        rest = 0;
    }

    private boolean push(Event event) {
        byte[] body = JsonMapper.shared().writeValueAsBytes(event);
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        HttpRequest request =
                HttpRequest.newBuilder(target.get())
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .header(EventSignature.ID, event.id())
                        .header(EventSignature.TIMESTAMP, timestamp)
                        .header(
                                EventSignature.SIGNATURE,
                                signature.sign(event.id(), timestamp, body))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build();
        try {
            int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            LOG.debug("event {} answered {}", event.id(), status);
            return status / 100 == 2;
        } catch (IOException e) {
            LOG.debug("event {} not taken: {}", event.id(), e.getClass().getName());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
