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

    public Parsed parse(Answer answer, Scope outer) {
        return question.parser().parse(answer, scope(outer));
    }
}
