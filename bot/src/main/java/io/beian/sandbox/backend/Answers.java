package io.beian.sandbox.backend;

import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How requests are read and answers are told over HTTP. */
final class Answers {

    private Answers() {}

    static Optional<JsonNode> json(byte[] body) {
        try {
            return Optional.of(JsonMapper.shared().readTree(body)).filter(JsonNode::isObject);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    static ResponseEntity<Object> problem(int status, String code) {
        return problem(Problem.of(status, code));
    }

    static ResponseEntity<Object> problem(Problem problem) {
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    static ResponseEntity<Object> of(OrderBook.Outcome outcome, int success) {
        if (outcome.problem().isPresent()) {
            return problem(outcome.problem().get());
        }
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(success);
        if (outcome.replayed()) {
            answer.header("Idempotent-Replayed", "true");
        }
        return answer.contentType(MediaType.APPLICATION_JSON).body(outcome.order().orElseThrow());
    }
}
