package io.beian.form;

import java.util.Optional;

/** One entry of a walk and how far it has come. */
public record Step(Entry entry, State state, Optional<Parsed.Refused> refusal) {

    /** Whether a step still wants something from the filer. */
    public enum State {
        /** Nothing is known yet. */
        OPEN,
        /** Something is known but the filer has not agreed to it. */
        PROPOSED,
        /** What was answered once is refused by today's rules. */
        REFUSED,
        DONE
    }

    public boolean done() {
        return state == State.DONE;
    }

    public String path() {
        return entry.path();
    }
}
