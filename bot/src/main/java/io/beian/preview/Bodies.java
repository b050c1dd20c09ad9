package io.beian.preview;

import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers as the pages of this room give them; what keeps them private is set by the guard. */
final class Bodies {

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    private Bodies() {}

    static ResponseEntity<byte[]> html(String page) {
        return of(HTML, page.getBytes(StandardCharsets.UTF_8));
    }

    static ResponseEntity<byte[]> of(MediaType type, byte[] body) {
        return ResponseEntity.ok().contentType(type).body(body);
    }

    /** What was there when the link was made is there no longer. */
    static ResponseEntity<byte[]> gone(String page) {
        return ResponseEntity.status(HttpStatus.GONE)
                .contentType(HTML)
                .body(page.getBytes(StandardCharsets.UTF_8));
    }
}
