package io.beian.sandbox.backend;

import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What was taken in the mini program; here it is seeded, so it does not matter who asks. */
@RestController
@Profile("sandbox")
@RequestMapping("/sandbox/filing/v1/captures/{code}")
class CaptureApi {

    private final Captures captures;

    CaptureApi(Captures captures) {
        this.captures = captures;
    }

    @GetMapping
    ResponseEntity<Object> capture(@PathVariable String code) {
        Captures.State state = captures.state(code);
        return switch (state) {
            case UNKNOWN -> Answers.problem(404, "unknownCapture");
            case USED -> Answers.problem(409, "captureUsed");
            case EXPIRED -> Answers.problem(410, "captureExpired");
            case READY -> ResponseEntity.ok(captures.taken(code));
        };
    }
}
