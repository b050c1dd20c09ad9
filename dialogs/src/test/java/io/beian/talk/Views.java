package io.beian.talk;

import io.beian.dialogue.Case;
import io.beian.dialogue.Choice;
import io.beian.dialogue.Conversation;
import io.beian.dialogue.Phase;
import io.beian.dialogue.Procedure;
import io.beian.filing.Keys;
import io.beian.form.Entry;
import io.beian.form.Facts;
import io.beian.form.Scope;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Looks at a conversation the way the inspector does. */
public final class Views {

    private Views() {}

    public static View of(Conversation now, Procedure procedure) {
        Optional<Case> current = now.current();
        Optional<Phase> phase = current.map(Case::phase);
        return new View(
                now.turn(),
                phase.map(Phase::name).orElse("None"),
                now.shown().asks(),
                now.shown().choices().stream().map(Choice::label).toList(),
                current.map(of -> facts(of.facts(), procedure)).orElse(Map.of()),
                now.shown().refusal(),
                phase.flatMap(Phase::order),
                phase.flatMap(Phase::orderState));
    }

    private static Map<String, String> facts(Facts facts, Procedure procedure) {
        Map<String, String> shown = new TreeMap<>();
        facts.byPath()
                .forEach(
                        (path, fact) ->
                                shown.put(
                                        path,
                                        masked(procedure, Optional.of(facts), path, fact.value())));
        return shown;
    }

    public static String masked(
            Procedure procedure, Optional<Facts> facts, String path, String value) {
        return procedure.form().entries(facts.orElse(Facts.NONE), section -> true).stream()
                .filter(entry -> entry.path().equals(path))
                .findFirst()
                .map(entry -> masked(entry, facts.orElse(Facts.NONE), value))
                .orElse(Keys.mask(facts.orElse(Facts.NONE), path, value));
    }

    /** No mask depends on the day. */
    private static String masked(Entry entry, Facts facts, String value) {
        Scope scope = new Scope(facts, Optional.empty(), LocalDate.EPOCH);
        return entry.question().mask(value, entry.scope(scope));
    }
}
