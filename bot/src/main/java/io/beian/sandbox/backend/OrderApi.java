package io.beian.sandbox.backend;

import io.beian.backend.Sha256;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The orders part of the contract. */
@RestController
@Profile("sandbox")
@RequestMapping("/sandbox/filing/v1/orders")
class OrderApi {

    private static final String KEY = "Idempotency-Key";
    private static final int MOST = 100;
    private static final int LONGEST_REFERENCE = 64;

    private final OrderBook book;

    OrderApi(OrderBook book) {
        this.book = book;
    }

    @PostMapping
    ResponseEntity<Object> submit(
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestBody byte[] body) {
        return handedIn(
                key,
                body,
                draft -> Answers.of(book.submit(String.valueOf(key), hash(body), draft), 201));
    }

    @PutMapping("/{number}")
    ResponseEntity<Object> resubmit(
            @PathVariable String number,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String version,
            @RequestBody byte[] body) {
        return handedIn(
                key,
                body,
                draft ->
                        Answers.of(
                                book.resubmit(
                                        String.valueOf(key),
                                        hash(body),
                                        number,
                                        version.replace("\"", ""),
                                        draft),
                                200));
    }

    /** A filer's orders. */
    record Known(List<KnownOrderView> orders, boolean more) {}

    @GetMapping
    ResponseEntity<Object> orders(@RequestParam(defaultValue = "") String reference) {
        if (reference.isBlank() || reference.length() > LONGEST_REFERENCE) {
            return Answers.problem(400, "unreadable");
        }
        List<KnownOrderView> all = book.of(reference);
        List<KnownOrderView> told = all.subList(0, Math.min(MOST, all.size()));
        return ResponseEntity.ok(new Known(told, all.size() > told.size()));
    }

    @GetMapping("/{number}")
    ResponseEntity<Object> order(@PathVariable String number) {
        return book.view(number)
                .<ResponseEntity<Object>>map(ResponseEntity::ok)
                .orElseGet(() -> Answers.problem(404, "unknownOrder"));
    }

    /** A piece of an order's life. */
    record History(List<Event> events, boolean more) {}

    @GetMapping("/{number}/events")
    ResponseEntity<Object> events(
            @PathVariable String number, @RequestParam(defaultValue = "0") String after) {
        if (!after.matches("\\d{1,18}")) {
            return Answers.problem(400, "unreadable");
        }
        return book.eventsOf(number, Long.parseLong(after))
                .<ResponseEntity<Object>>map(all -> ResponseEntity.ok(page(all)))
                .orElseGet(() -> Answers.problem(404, "unknownOrder"));
    }

    private static History page(List<Event> all) {
        List<Event> page = all.subList(0, Math.min(MOST, all.size()));
        return new History(page, all.size() > page.size());
    }

    @PostMapping("/{number}/withdraw")
    ResponseEntity<Object> withdraw(@PathVariable String number) {
        return Answers.of(book.withdraw(number), 200);
    }

    private static ResponseEntity<Object> handedIn(
            @Nullable String key, byte[] body, Function<Draft, ResponseEntity<Object>> then) {
        if (key == null || key.isBlank()) {
            return Answers.problem(400, "keyMissing");
        }
        Optional<Draft> draft = Answers.json(body).map(Draft::read);
        return draft.map(then).orElseGet(() -> Answers.problem(400, "unreadable"));
    }

    private static String hash(byte[] body) {
        return Sha256.of(body);
    }
}
