package io.beian.proof;

/** One thing that happens in a random talk; numbers are taken modulo what there is to choose. */
public sealed interface Act {

    /** A valid example for the open question, or a choice if none is open. */
    record Answer(int which) implements Act {}

    /** An example the open question refuses. */
    record Wrong(int which) implements Act {}

    record Say(String text) implements Act {
        @Override
        public String toString() {
            return "Say[" + (text.length() > 30 ? text.substring(0, 30) + "…" : text) + "]";
        }
    }

    /** A row of the preview is changed: its number, then an example for it. */
    record Change(int row, int which) implements Act {}

    record Picture(int which) implements Act {}

    /** A choice of the message that was shown so many turns ago. */
    record Tap(int age, int option) implements Act {}

    record Other(String kind) implements Act {}

    /** Two messages of which neither has seen the reply to the other. */
    record Crossing(Act one, Act two) implements Act {}

    record Wait(int hours) implements Act {}

    /** The backend moves the order on, or sends it back for one of its answers. */
    record Moved(int state, int row) implements Act {}
}
