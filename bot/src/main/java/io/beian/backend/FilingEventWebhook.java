package io.beian.backend;

import io.beian.conversation.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Where the filing backend pushes its events. Success means that the event is committed. */
@RestController
class FilingEventWebhook {

    private static final Logger LOG = LoggerFactory.getLogger(FilingEventWebhook.class);

    private final EventGate gate;
    private final EventIntake intake;
    private final int limit;

    FilingEventWebhook(EventGate gate, EventIntake intake, FilingSettings settings) {
        this.gate = gate;
        this.intake = intake;
        this.limit = Math.toIntExact(settings.eventLimit().toBytes());
    }

    @PostMapping("/filing/events")
    ResponseEntity<Void> receive(@RequestHeader HttpHeaders headers, InputStream body)
            throws IOException {
        byte[] content = body.readNBytes(limit + 1);
        if (content.length > limit) {
            return refused(HttpStatus.CONTENT_TOO_LARGE);
        }
        Optional<String> id = gate.admitted(headers, content);
        if (id.isEmpty()) {
            return refused(HttpStatus.UNAUTHORIZED);
        }
        Optional<JsonNode> event = BackendJson.read(content);
        if (event.isEmpty()) {
            return refused(HttpStatus.BAD_REQUEST);
        }
        return taken(id.get(), BackendJson.event(event.get()));
    }

    private ResponseEntity<Void> taken(String id, OrderEvent event) {
        try {
            intake.take(id, event);
            return ResponseEntity.noContent().build();
        } catch (StorageException e) {
            LOG.warn("event not committed: {}", e.getMessage());
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build();
        }
    }

    private static ResponseEntity<Void> refused(HttpStatus status) {
        LOG.warn("event refused: {}", status.value());
        return ResponseEntity.status(status).build();
    }
}
