package io.beian.dialogue;

import io.beian.form.Entry;
import io.beian.form.Place;
import io.beian.form.Question;
import io.beian.form.Question.Trait;
import io.beian.form.Scope;
import io.beian.form.Sensitivity;
import io.beian.form.Walk;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of an order as they are previewed, numbered as 改 counts them. */
public final class CheckList {

    private CheckList() {}

    /**
     * One row.
     *
     * @param section id of the section it stands in
     * @param place which of several records it belongs to; empty if there is only one
     * @param value the answer in full as people read it; empty if it was skipped or is missing
     * @param pictures hashes, for questions that want pictures
     */
    public record Row(
            int number,
            String section,
            Optional<Place> place,
            String path,
            String question,
            String value,
            List<String> pictures) {

        /** Values may be personal. */
        @Override
        public String toString() {
            return "Row[" + number + " " + path + "]";
        }
    }

    public static List<Row> of(Procedure procedure, Case of, LocalDate today) {
        Walk walk = procedure.form().walk(of.facts(), today, section -> true);
        Scope scope = new Scope(of.facts(), Optional.empty(), today);
        List<Row> rows = new ArrayList<>();
        new Naming(walk)
                .rows()
                .forEach(
                        step -> {
                            Question<?> question = step.entry().question();
                            String text = step.entry().value(scope).orElse("");
                            rows.add(
                                    new Row(
                                            rows.size() + 1,
                                            step.entry().section(),
                                            step.entry().place().filter(Place::several),
                                            step.path(),
                                            step.entry().voice(scope).id(),
                                            value(step.entry(), text, scope),
                                            question.has(Trait.PICTURE)
                                                    ? Photos.hashes(of, step.path())
                                                    : List.of()));
                        });
        return rows;
    }

    private static String value(Entry entry, String text, Scope scope) {
        Question<?> question = entry.question();
        if (text.isEmpty()) {
            return "";
        }
        if (question.has(Trait.PICTURE)) {
            return text.split(" ").length + "张";
        }
        return question.options().stream()
                .filter(option -> option.code().equals(text))
                .map(option -> option.label())
                .findFirst()
                .orElseGet(
                        () ->
                                question.sensitivity() == Sensitivity.OPEN
                                        ? question.mask(text, entry.scope(scope))
                                        : text);
    }
}
