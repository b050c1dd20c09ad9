package io.beian.notify;

import io.beian.outbox.JsSdk;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The page where a person allows notices, with one tap on WeChat's own element. WeChat tells us
 * what was allowed, and by whom; nothing about the person is on the page.
 */
@RestController
@RequestMapping("/" + NoticesPage.PATH + "/{token}")
class NoticesPage {

    static final String PATH = "notices";

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    private final NoticePages pages;
    private final JsSdk sdk;
    private final NoticesHtml html;

    NoticesPage(NoticePages pages, JsSdk sdk, NoticesHtml html) {
        this.pages = pages;
        this.sdk = sdk;
        this.html = html;
    }

    @GetMapping
    ResponseEntity<byte[]> page(@PathVariable String token, HttpServletRequest request) {
        if (pages.offers().isEmpty()) {
            return respond(HttpStatus.GONE, html.gone());
        }
        String query = query(request.getQueryString());
        Optional<JsSdk.Config> config = sdk.configFor(pages.address(token) + query);
        return config.map(signed -> respond(HttpStatus.OK, html.page(pages.offers(), signed)))
                .orElseGet(() -> respond(HttpStatus.SERVICE_UNAVAILABLE, html.busy()));
    }

    /** WeChat adds parameters when a page is passed on; they are part of what is signed. */
    private static String query(@Nullable String given) {
        return given == null ? "" : "?" + given;
    }

    private static ResponseEntity<byte[]> respond(HttpStatus status, String page) {
        return ResponseEntity.status(status)
                .contentType(HTML)
                .body(page.getBytes(StandardCharsets.UTF_8));
    }
}
