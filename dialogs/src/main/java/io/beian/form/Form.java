package io.beian.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * An immutable list of sections. Where a filer stands is never stored: it is computed by {@link
 * #walk} from the answers.
 *
 * @param aliases former question id to its present one, for answers given before a rename
 */
public record Form(List<Section> sections, Map<String, String> aliases) {

    public Form {
        Set<String> ids = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (Section section : sections) {
            for (Question<?> question : section.questions()) {
                require(ids.add(question.id()), "two questions have the id " + question.id());
                require(!question.names().isEmpty(), "no name for " + question.id());
                require(names.add(question.names().get(0)), "name not unique: " + question.id());
                require(
                        question.key().group().equals(section.group()),
                        "key and section differ in their group: " + question.id());
            }
        }
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    public Stream<Question<?>> questions() {
        return sections.stream().flatMap(section -> section.questions().stream());
    }

    /** Every question in its places, relevant or not. */
    public List<Entry> entries(Facts facts, Predicate<Section> open) {
        List<Entry> entries = new ArrayList<>();
        for (Section section : sections) {
            if (!open.test(section)) {
                continue;
            }
            for (Optional<String> instance : places(section, facts)) {
                section.questions().forEach(q -> entries.add(new Entry(section, q, instance)));
            }
        }
        return entries;
    }

    private static List<Optional<String>> places(Section section, Facts facts) {
        return section.group()
                .map(group -> facts.instances(group).stream().map(Optional::of).toList())
                .orElse(List.of(Optional.empty()));
    }

    /**
     * Visits the relevant questions in order. Stored answers are read again by today's rules: one
     * that no longer passes is opened with its reason, so that a tightened rule needs no migration.
     */
    public Walk walk(Facts facts, LocalDate today, Predicate<Section> open) {
        Facts current = renamed(facts);
        Scope outer = new Scope(current, Optional.empty(), today);
        return new Walk(
                entries(current, open).stream()
                        .filter(entry -> entry.question().relevant().test(entry.scope(outer)))
                        .map(entry -> step(entry, outer))
                        .toList());
    }

    private static Step step(Entry entry, Scope outer) {
        Optional<Fact> fact = outer.facts().at(entry.path());
        if (fact.isEmpty()) {
            return new Step(entry, unanswered(entry, outer), Optional.empty());
        }
        if (!fact.get().confirmed()) {
            return new Step(entry, Step.State.PROPOSED, Optional.empty());
        }
        if (fact.get().skipped() || entry.question().has(Question.Trait.PICTURE)) {
            return new Step(entry, Step.State.DONE, Optional.empty());
        }
        return entry.parse(new Answer.Text(fact.get().value()), outer)
                .fold(
                        accepted -> new Step(entry, Step.State.DONE, Optional.empty()),
                        refused -> new Step(entry, Step.State.REFUSED, Optional.of(refused)),
                        notMine -> new Step(entry, Step.State.OPEN, Optional.empty()));
    }

    private static Step.State unanswered(Entry entry, Scope outer) {
        boolean waits =
                !entry.question().has(Question.Trait.ON_REQUEST) && entry.usual(outer).isEmpty();
        return waits ? Step.State.OPEN : Step.State.DONE;
    }

    private Facts renamed(Facts facts) {
        Facts current = facts;
        for (Map.Entry<String, String> alias : aliases.entrySet()) {
            Optional<Fact> old = current.at(alias.getKey());
            if (old.isPresent() && current.at(alias.getValue()).isEmpty()) {
                current = current.without(alias.getKey()).with(alias.getValue(), old.get());
            }
        }
        return current;
    }
}
