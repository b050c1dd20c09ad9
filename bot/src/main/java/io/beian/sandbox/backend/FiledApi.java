package io.beian.sandbox.backend;

import io.beian.backend.OrderPaths;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is filed of a filer's own sponsors (已备案信息管理). */
@RestController
@Profile("sandbox")
@RequestMapping("/sandbox/filing/v1/filed")
class FiledApi {

    private static final int LONGEST_REFERENCE = 64;

    private final OrderBook book;

    FiledApi(OrderBook book) {
        this.book = book;
    }

    /** The sponsors of a filer. */
    record Filed(List<Sponsor> filed) {}

    /** A sponsor as it is filed, its answers and those of its sites nested by question path. */
    record Sponsor(String licence, JsonNode sponsor, List<JsonNode> sites) {}

    @GetMapping
    ResponseEntity<Object> filed(@RequestParam(defaultValue = "") String reference) {
        if (reference.isBlank() || reference.length() > LONGEST_REFERENCE) {
            return Answers.problem(400, "unreadable");
        }
        return ResponseEntity.ok(book.reading(register -> new Filed(of(register, reference))));
    }

    private static List<Sponsor> of(Register register, String reference) {
        return register.ofAccount(reference).stream()
                .map(
                        sponsor ->
                                new Sponsor(
                                        sponsor.licences().get(0),
                                        OrderPaths.toJson(sponsor.filed()).path("sponsor"),
                                        register.sitesOf(sponsor.certNo()).stream()
                                                .map(FiledApi::site)
                                                .toList()))
                .toList();
    }

    private static JsonNode site(Register.Domain site) {
        Map<String, String> answers = site.answers();
        ObjectNode node = OrderPaths.toJson(answers);
        return node.put("licence", site.licence());
    }
}
