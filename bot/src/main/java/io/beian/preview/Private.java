package io.beian.preview;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers with personal data: nothing of them is kept by a browser, found or referred to. */
final class Private {

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);
    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

    private Private() {}

    static ResponseEntity<byte[]> page(byte[] html) {
        return body(HTML, html);
    }

    static ResponseEntity<byte[]> body(MediaType type, byte[] body) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex")
                .body(body);
    }

    static ResponseEntity<byte[]> gone(String why) {
        return ResponseEntity.status(HttpStatus.GONE)
                .contentType(TEXT)
                .cacheControl(CacheControl.noStore())
                .body(why.getBytes(StandardCharsets.UTF_8));
    }
}
