package io.beian.dialogue;

import io.beian.form.Facts;
import java.time.Instant;
import java.util.List;

/**
 * One filing of a filer.
 *
 * @param facts the answers
 * @param tray pictures waiting to be filed under a question
 * @param history the latest changes, newest last, for undoing
 * @param reminded keys of the reminders that were sent, as far as they could still come
 */
public record Case(
        String id,
        Phase phase,
        Facts facts,
        List<TrayPhoto> tray,
        List<Change> history,
        Instant opened,
        List<String> reminded) {

    /** So many changes can be taken back. */
    public static final int HISTORY = 30;

    public Case(
            String id,
            Phase phase,
            Facts facts,
            List<TrayPhoto> tray,
            List<Change> history,
            Instant opened) {
        this(id, phase, facts, tray, history, opened, List.of());
    }

    /** Known by its order number only: the answers are at the backend or were erased. */
    boolean bare() {
        return facts.at(Procedure.MATCHED).isEmpty() && phase.order().isPresent();
    }

    Case in(Phase next) {
        return new Case(id, next, facts, tray, history, opened, reminded);
    }

    Case with(Facts next) {
        return new Case(id, phase, next, tray, history, opened, reminded);
    }

    Case with(List<TrayPhoto> next) {
        return new Case(id, phase, facts, List.copyOf(next), history, opened, reminded);
    }

    /** Keeps the latest changes, whole turns only: half a step back would be none. */
    Case remembering(List<Change> changes) {
        int from = Math.max(0, changes.size() - HISTORY);
        while (from > 0
                && from < changes.size()
                && changes.get(from - 1).turn() == changes.get(from).turn()) {
            from++;
        }
        return new Case(
                id,
                phase,
                facts,
                tray,
                List.copyOf(changes.subList(from, changes.size())),
                opened,
                reminded);
    }

    Case reminded(List<String> keys) {
        return new Case(id, phase, facts, tray, history, opened, List.copyOf(keys));
    }
}
