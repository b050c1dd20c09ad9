package io.beian.dialogue;

import io.beian.form.Fact;
import io.beian.form.Facts;
import io.beian.form.Place;
import io.beian.form.Step;
import io.beian.form.Walk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known but not agreed to: shown together and confirmed with one yes. What is the same for
 * several sites takes one row, so that twelve copies are checked at one glance.
 */
final class Proposals {

    /** So many rows are shown at once; only what was shown is confirmed. */
    private static final int ROWS = 12;

    private final Draft draft;
    private final List<Row> rows;

    private record Row(String question, String value) {}

    private final Map<Row, List<Step>> steps = new LinkedHashMap<>();

    /** The next proposals on the way, if the walk has come to any. */
    Proposals(Draft draft, Walk walk) {
        this.draft = draft;
        next(draft, walk)
                .map(first -> together(walk, first.entry().section()))
                .orElse(List.of())
                .forEach(
                        step ->
                                steps.computeIfAbsent(row(step), row -> new ArrayList<>())
                                        .add(step));
        this.rows = steps.keySet().stream().limit(ROWS).toList();
    }

    private static Optional<Step> next(Draft draft, Walk walk) {
        return draft.now().focus().isPresent()
                ? Optional.empty()
                : walk.next().filter(step -> step.state() == Step.State.PROPOSED);
    }

    /** With those that become relevant once the ones before them are agreed to. */
    private List<Step> together(Walk walk, String section) {
        Map<String, Step> all = new LinkedHashMap<>();
        Facts facts = draft.active().facts();
        Walk now = walk;
        while (!now.proposals(section).isEmpty()) {
            for (Step step : now.proposals(section)) {
                all.put(step.path(), step);
                Fact fact = facts.at(step.path()).orElseThrow();
                facts = facts.with(step.path(), fact.confirm(draft.turn()));
            }
            now = draft.procedure.form().walk(facts, draft.today(), part -> true);
        }
        return List.copyOf(all.values());
    }

    private Row row(Step step) {
        return new Row(Asking.voice(draft, step.entry()).id(), Asking.shown(draft, step));
    }

    boolean none() {
        return rows.isEmpty();
    }

    void show() {
        draft.say(Line.of("confirm.head").with("count", rows.size()));
        for (Row row : rows) {
            Line line =
                    Line.of("confirm.row")
                            .with("question", row.question())
                            .with("value", row.value());
            String sites = sites(steps.getOrDefault(row, List.of()));
            draft.say(sites.isEmpty() ? line : line.with("record", sites));
        }
        draft.say("confirm.how");
        draft.offer("都对");
        draft.asks(steps.getOrDefault(rows.get(0), List.of()).get(0).path());
    }

    /** Which sites a row speaks of; consecutive ones are drawn together. */
    private static String sites(List<Step> same) {
        List<Place> places =
                same.stream()
                        .flatMap(step -> step.entry().place().stream())
                        .filter(Place::several)
                        .toList();
        List<String> runs = new ArrayList<>();
        for (int i = 0; i < places.size(); ) {
            int from = places.get(i).number();
            int to = from;
            while (++i < places.size() && places.get(i).number() == to + 1) {
                to++;
            }
            runs.add(from == to ? "" + from : from + "–" + to);
        }
        return runs.isEmpty() ? "" : RecordName.WORD + String.join("、", runs);
    }

    void confirm() {
        int answers = 0;
        for (Row row : rows) {
            for (Step step : steps.getOrDefault(row, List.of())) {
                Fact fact = draft.active().facts().at(step.path()).orElseThrow();
                draft.store(step.path(), fact.confirm(draft.turn()));
                answers++;
            }
        }
        draft.outcome("confirmed:" + answers);
        draft.say(Line.of("confirmed").with("count", rows.size()));
    }
}
