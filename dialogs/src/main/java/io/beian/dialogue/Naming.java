package io.beian.dialogue;

import io.beian.form.Entry;
import io.beian.form.Place;
import io.beian.form.Question;
import io.beian.form.Step;
import io.beian.form.Walk;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Finds the answers a filer means by a number or a name. */
final class Naming {

    private final List<Step> rows;

    Naming(Walk walk) {
        this.rows =
                walk.steps().stream()
                        .filter(step -> !step.entry().question().has(Question.Trait.INTERNAL))
                        .toList();
    }

    /** The answers that are meant, and what is to be put there if that follows the name. */
    record Meant(List<Step> steps, String value) {}

    /** The rows of the preview in order; their numbers count from 1. */
    List<Step> rows() {
        return rows;
    }

    int number(Step step) {
        return IntStream.range(0, rows.size())
                        .filter(i -> rows.get(i).path().equals(step.path()))
                        .findFirst()
                        .orElse(-1)
                + 1;
    }

    /** The longest beginning that is a name of something; the rest is a value for it. */
    Meant meant(String said) {
        int end = said.length();
        while (end > 0) {
            List<Step> steps = called(said.substring(0, end).strip());
            if (!steps.isEmpty()) {
                return new Meant(steps, said.substring(end).strip());
            }
            end = lastBlank(said, end);
        }
        return new Meant(List.of(), "");
    }

    private static int lastBlank(String said, int before) {
        return IntStream.iterate(before - 1, i -> i > 0, i -> i - 1)
                .filter(i -> Character.isWhitespace(said.charAt(i)))
                .findFirst()
                .orElse(0);
    }

    /** By number, else by record and name, else by the same name, else by a part of a name. */
    List<Step> called(String said) {
        if (said.matches("\\d{1,4}")) {
            int number = Integer.parseInt(said);
            return number >= 1 && number <= rows.size() ? List.of(rows.get(number - 1)) : List.of();
        }
        Optional<RecordName> record = RecordName.leading(said, places());
        if (record.isEmpty()) {
            return among(step -> true, said);
        }
        Predicate<Step> its =
                step -> step.entry().instance().equals(Optional.of(record.get().id()));
        return record.get().rest().isEmpty()
                ? rows.stream().filter(its).toList()
                : among(its, record.get().rest());
    }

    private List<Place> places() {
        return rows.stream().flatMap(step -> step.entry().place().stream()).distinct().toList();
    }

    private List<Step> among(Predicate<Step> its, String said) {
        List<Step> first = named(its, names -> names.get(0).equals(said));
        if (!first.isEmpty()) {
            return first;
        }
        List<Step> same = named(its, names -> names.contains(said));
        return same.isEmpty() && said.length() >= 2
                ? named(its, names -> names.get(0).contains(said))
                : same;
    }

    private List<Step> named(Predicate<Step> its, Predicate<List<String>> fits) {
        return rows.stream()
                .filter(its)
                .filter(step -> fits.test(step.entry().question().names()))
                .toList();
    }

    /** A name that leads to this answer and no other: of several sites it says which. */
    static String name(Step step) {
        String question = step.entry().question().names().get(0);
        return record(step.entry()).map(record -> record + " " + question).orElse(question);
    }

    /** Which record an answer belongs to, such as 网站2; empty if there is only one. */
    static Optional<String> record(Entry entry) {
        return entry.place().filter(Place::several).map(RecordName::of);
    }

    /** The name to choose by: with the domain, so that nobody has to count. */
    static String label(Step step) {
        return name(step)
                + step.entry().place().filter(Place::several).map(RecordName::bracketed).orElse("");
    }
}
