package io.beian.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.filing.IcpFiling;
import io.beian.filing.Keys;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a filer's own answers look like in their own chat, and what anybody else may see of them.
 */
class EchoTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static final List<Question<?>> ASKED = new IcpFiling().form().questions().toList();

    /** Pairs of answers that the masks make look alike. */
    private static final Map<String, List<String>> ALIKE =
            Map.of(
                    "name", List.of("王样张", "王样例"),
                    "mobile", List.of("13800138000", "13899998000"),
                    "emergency", List.of("13800138000", "13899998000"),
                    "tel", List.of("010-87654321", "010-12344321"),
                    "email", List.of("xx@example.com", "xiaoman@example.com"),
                    "messenger", List.of("10000001", "19999991"),
                    "certAddress", List.of("北京市海淀区样张路1号", "北京市海淀区样张路2号"),
                    "address", List.of("北京市海淀区样张路1号", "北京市海淀区样张路2号"));

    /** A day alone tells of nobody, so it has no mask. */
    private static final String DAY = "certValid";

    private static Stream<Question<?>> with(Sensitivity sensitivity) {
        return ASKED.stream()
                .filter(question -> question.sensitivity() == sensitivity)
                .filter(question -> !question.has(Question.Trait.PICTURE))
                .filter(question -> !field(question).equals(DAY));
    }

    static Stream<String> personal() {
        return with(Sensitivity.PERSONAL).map(Question::id);
    }

    static Stream<String> sensitive() {
        return with(Sensitivity.SENSITIVE).map(Question::id);
    }

    private static Question<?> question(String id) {
        return ASKED.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }

    private static String field(Question<?> question) {
        return question.id().substring(question.id().lastIndexOf('.') + 1);
    }

    private static List<String> alike(Question<?> question) {
        return Objects.requireNonNull(ALIKE.get(field(question)), question.id());
    }

    private static Scope individual() {
        Facts facts = Facts.NONE.with(Keys.NATURE.id(), Fact.typed("5", 1));
        return new Scope(facts, Optional.of("s1"), TODAY);
    }

    @ParameterizedTest
    @MethodSource("personal")
    void showsAChangeToWhoMadeIt(String id) {
        Question<?> question = question(id);

        assertThat(question.echo(alike(question).get(0), individual()))
                .isNotEqualTo(question.echo(alike(question).get(1), individual()));
    }

    @ParameterizedTest
    @MethodSource("personal")
    void hidesItFromEverybodyElse(String id) {
        Question<?> question = question(id);
        String answer = alike(question).get(0);

        assertThat(question.mask(answer, individual())).contains("*").isNotEqualTo(answer);
    }

    @ParameterizedTest
    @MethodSource("sensitive")
    void masksNumbersOfIdentityPapersInTheChatToo(String id) {
        assertThat(question(id).echo("110101199003070011", individual()))
                .contains("*")
                .doesNotContain("19900307");
    }
}
