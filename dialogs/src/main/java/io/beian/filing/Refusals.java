package io.beian.filing;

import io.beian.form.Question;
import io.beian.form.Section;
import io.beian.order.Tsv;
import java.util.List;

/** An example for every way an answer can be refused; most of them ship in a table. */
final class Refusals {

    private static final Tsv TABLE = Tsv.read(Refusals.class, "refusals");

    private Refusals() {}

    /** The section with the examples of the table beside those its questions name themselves. */
    static Section shown(Section section) {
        return new Section(
                section.id(),
                section.stage(),
                section.group(),
                section.questions().stream().<Question<?>>map(Refusals::shown).toList());
    }

    private static <T> Question<T> shown(Question<T> question) {
        Question<T> shown = question;
        for (List<String> row : TABLE.rows()) {
            boolean own = question.invalid().containsKey(row.get(1));
            if (row.get(0).equals(question.id()) && !own) {
                shown = shown.refuses(row.get(1), row.get(2));
            }
        }
        return shown;
    }
}
