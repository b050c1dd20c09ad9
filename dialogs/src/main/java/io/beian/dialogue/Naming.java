package io.beian.dialogue;

import io.beian.form.Question;
import io.beian.form.Step;
import io.beian.form.Walk;
import java.util.List;
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

    /** By number, else by the same name, else by a part of a name. */
    List<Step> called(String said) {
        if (said.matches("\\d{1,3}")) {
            int number = Integer.parseInt(said);
            return number >= 1 && number <= rows.size() ? List.of(rows.get(number - 1)) : List.of();
        }
        List<Step> first = named(said, true);
        if (!first.isEmpty()) {
            return first;
        }
        List<Step> same = named(said, false);
        return same.isEmpty() && said.length() >= 2 ? containing(said) : same;
    }

    private List<Step> named(String said, boolean mainNameOnly) {
        return rows.stream()
                .filter(
                        step -> {
                            List<String> names = step.entry().question().names();
                            return mainNameOnly ? names.get(0).equals(said) : names.contains(said);
                        })
                .toList();
    }

    private List<Step> containing(String said) {
        return rows.stream()
                .filter(step -> step.entry().question().names().get(0).contains(said))
                .toList();
    }

    static String name(Step step) {
        return step.entry().question().names().get(0);
    }
}
