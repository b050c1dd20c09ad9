package io.beian.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.filing.IcpFiling;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** There is no sentence for a refusal that no shipped example meets. */
class RefusalsTest {

    private static final String REFUSED = "refused.";

    /** Told by the dialogue and the photo check, not by a question. */
    private static final Set<String> NOT_OF_A_QUESTION =
            Set.of(
                    "choice",
                    "choice.one",
                    "choice.unclear",
                    "paper",
                    "again",
                    "notMine",
                    "wantPhoto",
                    "empty",
                    "tooLong",
                    "other",
                    "capture.format",
                    "capture.unknown",
                    "capture.used",
                    "capture.expired");

    /**
     * No text by itself: it takes another site of that name, too many of them, or a second time.
     */
    private static final Set<String> NEEDS_MORE_THAN_A_TEXT =
            Set.of("siteName.twice", "domain.twice", "record.full", "credit.checkDigitAgain");

    @Test
    void everyRefusalIsMetByAShippedExample() {
        Set<String> shipped =
                new IcpFiling()
                        .form()
                        .questions()
                        .flatMap(question -> question.invalid().keySet().stream())
                        .collect(Collectors.toSet());
        Set<String> never = new TreeSet<>();
        for (String key : new Wording().keys()) {
            String code = key.startsWith(REFUSED) ? key.substring(REFUSED.length()) : "";
            boolean ofAQuestion =
                    !code.isEmpty()
                            && !code.startsWith("photo.")
                            && !code.contains("@")
                            && !NOT_OF_A_QUESTION.contains(code)
                            && !NEEDS_MORE_THAN_A_TEXT.contains(code);
            if (ofAQuestion && !shipped.contains(code)) {
                never.add(code);
            }
        }
        assertThat(never).isEmpty();
    }
}
