package io.beian.backend;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.beian.conversation.Incoming;
import io.beian.dialogue.ConversationId;
import io.beian.privacy.Secret;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.util.unit.DataSize;

/**
 * Takes any bytes as an event that the backend has signed, all the way to the conversation. Each is
 * taken or refused; anything thrown is a finding. A fuzzer may use it as its target.
 */
final class EventFuzz {

    private static final Set<Integer> ANSWERS = Set.of(204, 400, 413);
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final String SECONDS = Long.toString(NOW.getEpochSecond());
    private static final FilingSettings SETTINGS = settings();
    private static final EventSignature SIGNATURE = new EventSignature(SETTINGS.webhookSecret());
    private static final FilingEventWebhook WEBHOOK = webhook();

    private EventFuzz() {}

    /** The body of an event. */
    public static void fuzzerTestOneInput(byte[] body) throws IOException {
        HttpHeaders headers = new HttpHeaders();
        headers.set(EventSignature.ID, "evt_1");
        headers.set(EventSignature.TIMESTAMP, SECONDS);
        headers.set(EventSignature.SIGNATURE, SIGNATURE.sign("evt_1", SECONDS, body));
        answered(headers, body, ANSWERS);
    }

    /** The headers of an event, a line each. */
    static final class Headers {
        private Headers() {}

        public static void fuzzerTestOneInput(byte[] lines) throws IOException {
            String[] values = new String(lines, UTF_8).split("\n", -1);
            HttpHeaders headers = new HttpHeaders();
            headers.set(EventSignature.ID, values[0]);
            headers.set(EventSignature.TIMESTAMP, values.length > 1 ? values[1] : SECONDS);
            headers.set(EventSignature.SIGNATURE, values.length > 2 ? values[2] : "");
            answered(headers, new byte[] {'{', '}'}, Set.of(204, 401));
        }
    }

    private static void answered(HttpHeaders headers, byte[] body, Set<Integer> answers)
            throws IOException {
        int status =
                WEBHOOK.receive(headers, new ByteArrayInputStream(body)).getStatusCode().value();
        if (!answers.contains(status)) {
            throw new AssertionError("status " + status);
        }
    }

    private static FilingEventWebhook webhook() {
        InstantSource clock = InstantSource.fixed(NOW);
        OrderIndex everybody =
                new OrderIndex() {
                    @Override
                    public void put(String orderNumber, ConversationId id) {}

                    @Override
                    public Optional<ConversationId> find(String orderNumber) {
                        return Optional.of(new ConversationId("openid-1"));
                    }
                };
        return new FilingEventWebhook(
                new EventGate(SIGNATURE, SETTINGS.eventWindow(), clock),
                new EventIntake(everybody, EventFuzz::delivered, clock),
                SETTINGS);
    }

    private static void delivered(Incoming incoming) {
        if (!incoming.messageKey().equals("event:evt_1")) {
            throw new AssertionError("another key");
        }
    }

    private static FilingSettings settings() {
        return new FilingSettings(
                URI.create("http://127.0.0.1:1"),
                new Secret("key"),
                new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
                Duration.ofSeconds(2),
                Duration.ofSeconds(10),
                3,
                Duration.ofMillis(200),
                Duration.ofSeconds(10),
                DataSize.ofKilobytes(64),
                Duration.ofMinutes(5),
                Duration.ofMinutes(1),
                Map.of());
    }
}
