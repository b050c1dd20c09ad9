package io.beian.wechat;

import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The file by which WeChat sees that a domain is the account's. What is in it stands in its name as
 * well.
 */
@RestController
@ConditionalOnProperty("beian.wechat.domain-check")
class DomainCheck {

    static final String NAME = "MP_verify_[A-Za-z0-9]{8,64}\\.txt";

    private final String name;

    DomainCheck(WebSettings settings) {
        this.name = Objects.requireNonNull(settings.domainCheck());
    }

    @GetMapping("/{file:" + NAME + "}")
    ResponseEntity<String> file(@PathVariable String file) {
        return file.equals(name)
                ? ResponseEntity.ok()
                        .contentType(MediaType.TEXT_PLAIN)
                        .body(name.replaceAll("MP_verify_|\\.txt", ""))
                : ResponseEntity.notFound().build();
    }
}
