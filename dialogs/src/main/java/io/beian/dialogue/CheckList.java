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
     * @param pictures for questions that want pictures
     */
    public record Row(
            int number,
            String section,
            Optional<Place> place,
            String path,
            String question,
            String value,
            List<Shot> pictures) {

        /** Of several records, which one: 网站2/3（b.com）. */
        public Optional<String> record() {
            return place.map(RecordName::heading);
        }

        /** Of several records, which one in short: 网站2. */
        public Optional<String> shortRecord() {
            return place.map(RecordName::of);
        }

        /** Values may be personal. */
        @Override
        public String toString() {
            return "Row[" + number + " " + path + "]";
        }
    }

    /**
     * One picture.
     *
     * @param kind what it is called, if it stands here because the slot of its own kind is full
     */
    public record Shot(String sha256, Optional<String> kind) {}

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
                                            question.has(Trait.PICTURE)
                                                    ? Slots.told(walk, text)
                                                    : value(step.entry(), text, scope),
                                            question.has(Trait.PICTURE)
                                                    ? shots(walk, text)
                                                    : List.of()));
                        });
        return rows;
    }

    private static List<Shot> shots(Walk walk, String text) {
        return walk.pictures(text).stream()
                .map(
                        picture ->
                                new Shot(
                                        picture.sha256(),
                                        picture.of().flatMap(walk::at).map(Naming::name)))
                .toList();
    }

    private static String value(Entry entry, String text, Scope scope) {
        Question<?> question = entry.question();
        if (text.isEmpty()) {
            return "";
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
