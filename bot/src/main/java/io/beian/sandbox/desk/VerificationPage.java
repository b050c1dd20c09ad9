package io.beian.sandbox.desk;

import io.beian.sandbox.backend.OrderBook;
import io.beian.sandbox.backend.StoredOrder;
import java.net.URI;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where a person shows who he is, as the backend's link leads there: here one button stands for the
 * face check. Whoever has the link may press it, so it is told to nobody else.
 */
@RestController
@Profile("sandbox")
class VerificationPage {

    private static final Logger LOG = LoggerFactory.getLogger(VerificationPage.class);

    private static final String ONLY_OWN =
            "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'self'";

    private final OrderBook orders;

    VerificationPage(OrderBook orders) {
        this.orders = orders;
    }

    @GetMapping("/sandbox/verification/{token}")
    ResponseEntity<Resource> page(@PathVariable String token) {
        Optional<StoredOrder> order = orders.linked(token);
        if (order.isEmpty()) {
            return page(HttpStatus.GONE, "verification-over.html");
        }
        return page(
                HttpStatus.OK,
                order.get().verifying() ? "verification.html" : "verification-done.html");
    }

    @PostMapping("/sandbox/verification/{token}")
    ResponseEntity<Void> verify(@PathVariable String token) {
        // Pressed twice or too late, the page says how it stands.
        boolean done = orders.verified(token);
        LOG.debug("verification: {}", done);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/sandbox/verification/" + token))
                .build();
    }

    private static ResponseEntity<Resource> page(HttpStatus status, String name) {
        return ResponseEntity.status(status)
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", ONLY_OWN)
                .header("Referrer-Policy", "same-origin")
                .header("X-Content-Type-Options", "nosniff")
                .body(new ClassPathResource("sandbox/desk/" + name));
    }
}
