package io.beian.form;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a question makes of an answer. */
public sealed interface Parsed {

    /**
     * The answer fits.
     *
     * @param text its canonical form
     * @param advice codes of things worth saying that do not stand in the way
     */
    record Accepted(String text, java.util.List<String> advice) implements Parsed {
        public Accepted(String text) {
            this(text, java.util.List.of());
        }

        @Override
        public String toString() {
            return "Accepted" + advice;
        }
    }

    /**
     * The answer is for this question but cannot be taken.
     *
     * @param code names the cause; its sentence stands in the wording
     * @param args what the sentence needs, such as the length that was sent
     * @param offer a mended answer the filer may take instead
     */
    record Refused(String code, Map<String, String> args, Optional<String> offer)
            implements Parsed {
        public Refused(String code) {
            this(code, Map.of(), Optional.empty());
        }

        @Override
        public String toString() {
            return "Refused[" + code + "]";
        }
    }

    /** The answer does not look as if it were meant for this question. */
    record NotMine() implements Parsed {}

    default <R> R fold(
            Function<Accepted, R> accepted,
            Function<Refused, R> refused,
            Function<NotMine, R> not) {
        if (this instanceof Accepted a) {
            return accepted.apply(a);
        }
        if (this instanceof Refused r) {
            return refused.apply(r);
        }
        return not.apply((NotMine) this);
    }

    default boolean accepted() {
        return this instanceof Accepted;
    }
}
