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
 * @param aliases former question id to its present one, for answers given before a rename; a group
 *     keeps its star
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
            for (Optional<Place> place : places(section, facts)) {
                section.questions().forEach(q -> entries.add(new Entry(section, q, place)));
            }
        }
        return entries;
    }

    private List<Optional<Place>> places(Section section, Facts facts) {
        return section.group()
                .map(group -> records(group, facts).stream().map(Optional::of).toList())
                .orElse(List.of(Optional.empty()));
    }

    /** The records of a group in their order. */
    public List<Place> records(String group, Facts facts) {
        Optional<Question<?>> title = title(group);
        List<String> ids = facts.instances(group);
        List<Place> places = new ArrayList<>();
        for (String id : ids) {
            String called =
                    title.flatMap(q -> facts.text(q.key().path(Optional.of(id)))).orElse("");
            places.add(new Place(id, places.size() + 1, ids.size(), called));
        }
        return places;
    }

    /** The question whose answer people know a record of the group by. */
    public Optional<Question<?>> title(String group) {
        return questions()
                .filter(question -> question.has(Question.Trait.OPENS_RECORDS))
                .filter(question -> question.key().group().filter(group::equals).isPresent())
                .findFirst();
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
        String stored = fact.get().value();
        return entry.parse(Answer.Text.stored(stored), outer)
                .fold(
                        accepted -> new Step(entry, Step.State.DONE, Optional.empty()),
                        refused -> insisted(entry, refused, stored),
                        notMine -> new Step(entry, Step.State.OPEN, Optional.empty()));
    }

    /** What was only doubted and is stored all the same was insisted on. */
    private static Step insisted(Entry entry, Parsed.Refused refused, String stored) {
        return refused.holds(stored)
                ? new Step(entry, Step.State.DONE, Optional.empty())
                : new Step(entry, Step.State.REFUSED, Optional.of(refused));
    }

    private static Step.State unanswered(Entry entry, Scope outer) {
        boolean waits =
                !entry.question().has(Question.Trait.ON_REQUEST) && entry.usual(outer).isEmpty();
        return waits ? Step.State.OPEN : Step.State.DONE;
    }

    /**
     * Answers given before a rename, under their present paths; what is answered under the new one
     * already stays.
     */
    public Facts renamed(Facts facts) {
        Facts current = facts;
        if (!aliases.isEmpty()) {
            for (String path : facts.byPath().keySet()) {
                String now = renamed(path);
                if (!now.equals(path)) {
                    Fact fact = current.at(now).orElseGet(() -> facts.at(path).orElseThrow());
                    current = current.without(path).with(now, fact);
                }
            }
        }
        return current;
    }

    /** The present path of an answer; of a group, the record stays the same. */
    public String renamed(String path) {
        for (Map.Entry<String, String> alias : aliases.entrySet()) {
            String[] parts = alias.getKey().split("\\*", 2);
            boolean record =
                    parts.length == 2
                            && path.startsWith(parts[0])
                            && path.endsWith(parts[1])
                            && path.length() > parts[0].length() + parts[1].length();
            if (record) {
                String instance =
                        path.substring(parts[0].length(), path.length() - parts[1].length());
                if (instance.indexOf('.') < 0) {
                    return alias.getValue().replace("*", instance);
                }
            } else if (path.equals(alias.getKey())) {
                return alias.getValue();
            }
        }
        return path;
    }
}
