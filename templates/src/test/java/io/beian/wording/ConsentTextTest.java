package io.beian.wording;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.hash.Hashing;
import io.beian.filing.IcpFiling;
import io.beian.form.Option;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people agreed to can be told from the version that is kept with their answer. */
class ConsentTextTest {

    /** Every text there was, by its version. Add a line; never change one. */
    private static final Map<String, String> TEXTS =
            Map.of("2026-11", "1b8d464f5e61d0af8fe52918451dbe5f7b83c3a5d859200c2a30d6e39b462fdb");

    @Test
    void hasAVersionOfItsOwn() {
        String text = new Wording().plain("consent.ask");
        String version =
                new IcpFiling()
                        .form()
                        .questions()
                        .filter(question -> question.key().id().equals("consent"))
                        .flatMap(question -> question.options().stream())
                        .map(Option::code)
                        .findFirst()
                        .orElseThrow();

        assertThat(Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString())
                .as("changed? give it a new version in Tables, and a line here")
                .isEqualTo(TEXTS.get(version));
    }
}
