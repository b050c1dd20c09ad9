package io.beian.sandbox.backend;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The matching part of the contract. */
@RestController
@Profile("sandbox")
@RequestMapping("/sandbox/filing/v1/matches")
class MatchApi {

    private static final List<String> REQUIRED =
            List.of("province", "certType", "certNo", "reference");

    private final Matching matching;

    MatchApi(Matching matching) {
        this.matching = matching;
    }

    @PostMapping
    ResponseEntity<Object> match(@RequestBody byte[] body) {
        Optional<JsonNode> json = Answers.json(body);
        if (json.isEmpty()) {
            return Answers.problem(400, "unreadable");
        }
        List<FieldError> errors = errors(json.get());
        if (!errors.isEmpty()) {
            return Answers.problem(Problem.invalid(errors));
        }
        Matching.Query query = JsonMapper.shared().treeToValue(json.get(), Matching.Query.class);
        return ResponseEntity.ok(matching.match(query));
    }

    private static List<FieldError> errors(JsonNode json) {
        List<FieldError> errors = new ArrayList<>();
        REQUIRED.stream()
                .filter(name -> json.path(name).asString("").isBlank())
                .forEach(name -> errors.add(FieldError.of(name, "required")));
        JsonNode domains = json.path("domains");
        boolean named = domains.isArray() && !domains.isEmpty();
        for (JsonNode domain : domains) {
            named = named && !domain.asString("").isBlank();
        }
        if (!named) {
            errors.add(FieldError.of("domains", "required"));
        }
        return errors;
    }
}
