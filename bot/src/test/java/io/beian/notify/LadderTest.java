package io.beian.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.notify.Ladder.Situation;
import io.beian.notify.Ladder.Step;
import io.beian.outbox.Channel.Sent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LadderTest {

    @ParameterizedTest(name = "{0} ({1} failed) → {2}")
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    text                      ;              ; SERVICE NEXT_CONTACT
                    text sub                  ;              ; SERVICE SUBSCRIPTION NEXT_CONTACT
                    text tpl                  ;              ; SERVICE TEMPLATE NEXT_CONTACT
                    text sub tpl              ;              ; SERVICE SUBSCRIPTION TEMPLATE NEXT_CONTACT
                    text sub tpl sms          ;              ; SERVICE SUBSCRIPTION TEMPLATE TEXT_MESSAGE NEXT_CONTACT
                    text sms                  ;              ; SERVICE TEXT_MESSAGE NEXT_CONTACT
                    sub tpl sms               ; SUBSCRIPTION ; TEMPLATE TEXT_MESSAGE NEXT_CONTACT
                    sub tpl sms               ; TEMPLATE     ; TEXT_MESSAGE NEXT_CONTACT
                    sub tpl                   ; TEMPLATE     ; NEXT_CONTACT
                    """)
    void hasTheWaysThereAre(String there, String failed, String rungs) {
        assertThat(ladder(there, failed).rungs()).containsExactlyElementsOf(rungs(rungs));
    }

    @ParameterizedTest(name = "{0}: {1} {2} at {3} → {4}")
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    text sub tpl sms ; SERVICE      ; DELIVERED     ; 1  ; over
                    text sub tpl sms ; SERVICE      ; OUT_OF_QUOTA  ; 1  ; SUBSCRIPTION
                    text tpl         ; SERVICE      ; OUT_OF_QUOTA  ; 1  ; TEMPLATE
                    text             ; SERVICE      ; OUT_OF_QUOTA  ; 1  ; NEXT_CONTACT
                    text sub tpl sms ; SERVICE      ; MISCONFIGURED ; 1  ; SUBSCRIPTION
                    text sub tpl sms ; SERVICE      ; TRY_LATER     ; 1  ; wait
                    text sub tpl sms ; SERVICE      ; TRY_LATER     ; 4  ; wait
                    text sub tpl sms ; SERVICE      ; TRY_LATER     ; 5  ; SUBSCRIPTION
                    text sub tpl sms ; SERVICE      ; UNDER_WAY     ; 99 ; wait
                    text sub tpl sms ; SUBSCRIPTION ; UNDER_WAY     ; 99 ; wait
                    text sub tpl sms ; SERVICE      ; UNREACHABLE   ; 1  ; TEXT_MESSAGE
                    text sub tpl     ; SERVICE      ; UNREACHABLE   ; 1  ; SUBSCRIPTION
                    text             ; SERVICE      ; UNREACHABLE   ; 1  ; NEXT_CONTACT
                    text sub tpl sms ; SUBSCRIPTION ; DELIVERED     ; 1  ; over
                    text sub tpl sms ; SUBSCRIPTION ; OUT_OF_QUOTA  ; 1  ; TEMPLATE
                    text sub tpl sms ; SUBSCRIPTION ; UNREACHABLE   ; 1  ; TEXT_MESSAGE
                    text sub tpl     ; SUBSCRIPTION ; UNREACHABLE   ; 1  ; TEMPLATE
                    text sub tpl sms ; SUBSCRIPTION ; TRY_LATER     ; 2  ; wait
                    text sub tpl sms ; TEMPLATE     ; DELIVERED     ; 1  ; over
                    text sub tpl sms ; TEMPLATE     ; MISCONFIGURED ; 1  ; TEXT_MESSAGE
                    text sub tpl     ; TEMPLATE     ; MISCONFIGURED ; 1  ; NEXT_CONTACT
                    text sub tpl sms ; TEXT_MESSAGE ; DELIVERED     ; 1  ; over
                    text sub tpl sms ; TEXT_MESSAGE ; TRY_LATER     ; 9  ; wait
                    text sub tpl sms ; TEXT_MESSAGE ; TRY_LATER     ; 10 ; NEXT_CONTACT
                    text sub tpl sms ; TEXT_MESSAGE ; UNREACHABLE   ; 1  ; NEXT_CONTACT
                    text sub tpl sms ; TEXT_MESSAGE ; OUT_OF_QUOTA  ; 1  ; NEXT_CONTACT
                    text             ; NEXT_CONTACT ; DELIVERED     ; 1  ; over
                    """)
    void goesOn(String there, Rung tried, Sent went, int attempt, String next) {
        assertThat(said(ladder(there, "").after(tried, went, attempt))).isEqualTo(next);
    }

    @Test
    void beginsAtTheTop() {
        assertThat(said(ladder("text sub", "").first())).isEqualTo("SERVICE");
    }

    private static Ladder ladder(String there, @org.jspecify.annotations.Nullable String failed) {
        Set<String> words = Set.of(there.split(" "));
        return Ladder.of(
                new Situation(
                        words.contains("text"),
                        words.contains("sub"),
                        words.contains("tpl"),
                        words.contains("sms"),
                        failed == null || failed.isEmpty() ? Set.of() : Set.copyOf(rungs(failed))));
    }

    private static List<Rung> rungs(String names) {
        return Arrays.stream(names.split(" ")).map(Rung::valueOf).toList();
    }

    private static String said(Step step) {
        if (step instanceof Step.Try next) {
            return next.rung().name();
        }
        return step instanceof Step.Wait ? "wait" : "over";
    }
}
