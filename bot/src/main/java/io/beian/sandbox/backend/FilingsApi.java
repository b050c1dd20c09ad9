package io.beian.sandbox.backend;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The filed-information part of the contract. */
@RestController
@Profile("sandbox")
@RequestMapping("/sandbox/filing/v1/filings")
class FilingsApi {

    private static final int MOST = 20;
    private static final int LONGEST = 255;

    private static final Map<String, BiFunction<PublicRecord, String, List<PublicRecord.Unit>>>
            WAYS =
                    Map.of(
                            "domain", PublicRecord::byDomain,
                            "name", PublicRecord::byName,
                            "licence", PublicRecord::byLicence);

    private final OrderBook book;

    FilingsApi(OrderBook book) {
        this.book = book;
    }

    /** What is found. */
    record Found(List<PublicRecord.Unit> filings, boolean more) {}

    @GetMapping
    ResponseEntity<Object> filings(@RequestParam Map<String, String> asked) {
        if (asked.size() != 1) {
            return Answers.problem(400, "unreadable");
        }
        Map.Entry<String, String> query = asked.entrySet().iterator().next();
        var way = WAYS.get(query.getKey());
        String text = query.getValue();
        if (way == null || text.isBlank() || text.length() > LONGEST) {
            return Answers.problem(400, "unreadable");
        }
        List<PublicRecord.Unit> all =
                book.reading(register -> way.apply(register.published(), text));
        List<PublicRecord.Unit> told = all.subList(0, Math.min(MOST, all.size()));
        return ResponseEntity.ok(new Found(told, all.size() > told.size()));
    }
}
