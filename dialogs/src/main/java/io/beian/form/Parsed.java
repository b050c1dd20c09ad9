package io.beian.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a question makes of an answer. */
public sealed interface Parsed {

    /**
     * The answer fits.
     *
     * @param text its canonical form
     */
    record Accepted(String text, List<Advice> advice) implements Parsed {
        public Accepted(String text) {
            this(text, List.of());
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
     * @param offers mended answers the filer may take instead
     * @param sure the canonical form of what was sent, if it is only doubted: taken as it is once
     *     the filer says that it is right
     */
    record Refused(
            String code, Map<String, String> args, List<String> offers, Optional<String> sure)
            implements Parsed {
        public Refused(String code) {
            this(code, Map.of(), List.of());
        }

        public Refused(String code, Map<String, String> args, List<String> offers) {
            this(code, args, offers, Optional.empty());
        }

        public Refused(String code, Map<String, String> args, Optional<String> offer) {
            this(code, args, offer.stream().toList());
        }

        /** Only doubted: the filer may insist on it. */
        public Refused unlessSure(String text) {
            return new Refused(code, args, offers, Optional.of(text));
        }

        /** Whether a filer who insists on this text is right to. */
        boolean holds(String text) {
            return sure.filter(text::equals).isPresent();
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
