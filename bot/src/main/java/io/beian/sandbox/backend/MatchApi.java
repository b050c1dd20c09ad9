package io.beian.sandbox.backend;

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
            List.of("province", "certType", "certNo", "domain", "reference");

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
        List<FieldError> errors =
                REQUIRED.stream()
                        .filter(name -> json.get().path(name).asString("").isBlank())
                        .map(name -> FieldError.of(name, "required"))
                        .toList();
        if (!errors.isEmpty()) {
            return Answers.problem(Problem.invalid(errors));
        }
        Matching.Query query = JsonMapper.shared().treeToValue(json.get(), Matching.Query.class);
        return ResponseEntity.ok(matching.match(query));
    }
}
