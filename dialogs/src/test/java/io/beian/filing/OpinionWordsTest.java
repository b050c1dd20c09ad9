package io.beian.filing;

import static io.beian.filing.Orders.fields;
import static io.beian.filing.Orders.opinion;
import static org.assertj.core.api.Assertions.assertThat;

import io.beian.dialogue.Problem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Opinions as reviewers of bureaus and providers write them: what each has to open in an order
 * where two people and nearly every picture are asked for, and, in the third column, what may be
 * opened besides because either of two answers may be at fault. A stroke opens nothing: the whole
 * text is shown, and the filer chooses.
 */
class OpinionWordsTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/opinions.txt", delimiter = '|', quoteCharacter = '`')
    void openTheirAnswersOnly(String text, String opens, String more) {
        List<String> allowed = new ArrayList<>(paths(opens));
        allowed.addAll(paths(more));
        List<Problem> problems = opinion(Orders.apart(), text);
        List<String> opened = fields(problems).stream().filter(path -> !path.isEmpty()).toList();

        assertThat(opened).as(text).containsAll(paths(opens)).isSubsetOf(allowed);
        if (opened.isEmpty()) {
            assertThat(problems.get(0).text()).isEqualTo(text);
        }
    }

    private static List<String> paths(String ids) {
        return ids.equals("-")
                ? List.of()
                : List.of(ids.split(" ")).stream().map(OpinionWordsTest::path).toList();
    }

    private static String path(String id) {
        return id.startsWith("person.") ? "sponsor." + id : id.replaceFirst("^site\\.", "site.s1.");
    }
}
