package io.beian.preview;

import io.beian.paper.Paper;
import io.beian.value.LicenceNumber;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The lines for the foot of a home page (悬挂备案号), for whoever has the numbers. */
@RestController
class FooterPage {

    static final String PATH = "/footer";

    /** So many numbers stand on one page and in one address. */
    static final int MOST = 20;

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    private final Paper paper;

    FooterPage(Paper paper) {
        this.paper = paper;
    }

    /** Shows licence numbers only: nothing else anybody puts into the address gets on the page. */
    @GetMapping(PATH)
    ResponseEntity<byte[]> page(@RequestParam(name = "n", defaultValue = "") List<String> given) {
        List<String> licences =
                given.stream()
                        .limit(MOST)
                        .map(LicenceNumber::check)
                        .flatMap(
                                checked ->
                                        checked
                                                .<Optional<String>>fold(
                                                        number -> Optional.of(number.text()),
                                                        flaw -> Optional.empty())
                                                .stream())
                        .distinct()
                        .toList();
        if (licences.isEmpty()) {
            return ResponseEntity.status(HttpStatus.NOT_FOUND).build();
        }
        return ResponseEntity.ok()
                .contentType(HTML)
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Robots-Tag", "noindex")
                .body(paper.footerPage(licences).getBytes(StandardCharsets.UTF_8));
    }
}
