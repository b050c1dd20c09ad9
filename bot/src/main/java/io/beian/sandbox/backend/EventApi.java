package io.beian.sandbox.backend;

import java.util.List;
import java.util.Objects;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The event feed of the contract. */
@RestController
@Profile("sandbox")
@RequestMapping("/sandbox/filing/v1/events")
class EventApi {

    private static final int PAGE = 100;

    private final OrderBook book;

    EventApi(OrderBook book) {
        this.book = book;
    }

    /** A piece of the feed. */
    record Page(List<Event> events, String next, boolean more) {}

    @GetMapping
    ResponseEntity<Object> events(@RequestParam(defaultValue = "") String after) {
        if (!after.matches("\\d{0,18}")) {
            return Answers.problem(400, "unreadable");
        }
        List<Event> rest = book.events(after.isEmpty() ? 0 : Long.parseLong(after));
        List<Event> page = rest.subList(0, Math.min(PAGE, rest.size()));
        String next =
                page.isEmpty()
                        ? after
                        : Objects.requireNonNullElse(page.get(page.size() - 1).cursor(), after);
        return ResponseEntity.ok(new Page(page, next, rest.size() > page.size()));
    }
}
