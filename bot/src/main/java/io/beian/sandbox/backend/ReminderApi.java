package io.beian.sandbox.backend;

import io.beian.backend.Sha256;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Text messages to the people of an order. None is really sent: they can be read at the desk. */
@RestController
@Profile("sandbox")
@RequestMapping("/sandbox/filing/v1/orders/{number}/reminders")
class ReminderApi {

    private final OrderBook book;

    ReminderApi(OrderBook book) {
        this.book = book;
    }

    /** Paths of the people who got a text message. */
    record Sent(List<String> persons) {}

    @PostMapping
    ResponseEntity<Object> remind(
            @PathVariable String number,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody byte[] body) {
        if (key == null || key.isBlank()) {
            return Answers.problem(400, "keyMissing");
        }
        Optional<JsonNode> asked =
                Answers.json(body)
                        .filter(json -> json.path("kind").asString("").equals("verification"))
                        .filter(json -> json.path("persons").isArray());
        return asked.map(json -> persons(json.path("persons")))
                .map(persons -> answer(book.remind(key, Sha256.of(body), number, persons)))
                .orElseGet(() -> Answers.problem(400, "unreadable"));
    }

    private static List<String> persons(JsonNode array) {
        return array.valueStream().map(each -> each.asString("")).toList();
    }

    private static ResponseEntity<Object> answer(OrderBook.Reminding outcome) {
        if (outcome.problem().isPresent()) {
            return Answers.problem(outcome.problem().get());
        }
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(HttpStatus.ACCEPTED);
        if (outcome.replayed()) {
            answer.header("Idempotent-Replayed", "true");
        }
        return answer.body(new Sent(outcome.persons()));
    }
}
