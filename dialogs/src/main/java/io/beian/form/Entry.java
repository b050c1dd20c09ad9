package io.beian.form;

import java.util.Optional;

/**
 * A question in its place: of a group, one per record.
 *
 * @param place which record of the group; empty outside groups
 */
public record Entry(Section part, Question<?> question, Optional<Place> place) {

    public String section() {
        return part.id();
    }

    public Optional<String> instance() {
        return place.map(Place::id);
    }

    public String path() {
        return question.key().path(instance());
    }

    public Scope scope(Scope outer) {
        return new Scope(outer.facts(), instance(), outer.today());
    }

    /** What holds while the filer says nothing else. */
    public Optional<String> usual(Scope outer) {
        return question.manner().unless().apply(scope(outer));
    }

    /** The confirmed answer, or what holds without one. */
    public Optional<String> value(Scope outer) {
        Optional<Fact> fact = outer.facts().at(path());
        return fact.isEmpty() ? usual(outer) : outer.facts().text(path());
    }

    public Voice voice(Scope outer) {
        return question.manner().voice().apply(scope(outer));
    }

    public Parsed parse(Answer answer, Scope outer) {
        return question.parser().parse(answer, scope(outer));
    }
}
