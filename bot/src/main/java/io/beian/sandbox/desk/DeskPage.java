package io.beian.sandbox.desk;

import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The page of the desk; nothing in it comes from elsewhere. */
@RestController
@Profile("sandbox")
class DeskPage {

    private static final String ONLY_OWN =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                    + " connect-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'";

    @GetMapping("/sandbox/desk")
    ResponseEntity<Resource> page() {
        return file("desk.html", "text/html;charset=UTF-8");
    }

    @GetMapping("/sandbox/desk/desk.css")
    ResponseEntity<Resource> style() {
        return file("desk.css", "text/css;charset=UTF-8");
    }

    @GetMapping("/sandbox/desk/verification.css")
    ResponseEntity<Resource> verificationStyle() {
        return file("verification.css", "text/css;charset=UTF-8");
    }

    @GetMapping("/sandbox/desk/words.js")
    ResponseEntity<Resource> words() {
        return file("words.js", "text/javascript;charset=UTF-8");
    }

    @GetMapping("/sandbox/desk/desk.js")
    ResponseEntity<Resource> script() {
        return file("desk.js", "text/javascript;charset=UTF-8");
    }

    private static ResponseEntity<Resource> file(String name, String type) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .cacheControl(CacheControl.noCache())
                .header("Content-Security-Policy", ONLY_OWN)
                .header("X-Content-Type-Options", "nosniff")
                .body(new ClassPathResource("sandbox/desk/" + name));
    }
}
