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
     * @param also other answers that change with it, by path
     */
    record Accepted(String text, List<Advice> advice, Map<String, String> also) implements Parsed {
        public Accepted(String text) {
            this(text, List.of());
        }

        public Accepted(String text, List<Advice> advice) {
            this(text, advice, Map.of());
        }

        /** The same, with the answer at a path changed to another one. */
        public Accepted with(String path, String other) {
            return new Accepted(text, advice, Map.of(path, other));
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
     * @param ways in which what was sent is taken once the filer says so, if it is only doubted; a
     *     yes means the first
     * @param twice whether the ways are offered only when the same is sent again
     */
    record Refused(
            String code,
            Map<String, String> args,
            List<String> offers,
            List<Way> ways,
            boolean twice)
            implements Parsed {
        public Refused(String code) {
            this(code, Map.of(), List.of());
        }

        public Refused(String code, Map<String, String> args, List<String> offers) {
            this(code, args, offers, List.of(), false);
        }

        public Refused(String code, Map<String, String> args, Optional<String> offer) {
            this(code, args, offer.stream().toList());
        }

        /** Only doubted: the filer may insist on it. */
        public Refused unlessSure(String text) {
            return unless(new Way("", new Accepted(text)));
        }

        /** Taken in one of these ways once the filer says in which. */
        public Refused unless(Way... said) {
            return new Refused(code, args, offers, List.of(said), twice);
        }

        /** Only who sends the same again may insist on it. */
        public Refused onceSentTwice() {
            return new Refused(code, args, offers, ways, true);
        }

        /** With other answers offered. */
        public Refused offering(List<String> other) {
            return new Refused(code, args, other, ways, twice);
        }

        /** The canonical form of what was sent, if it may be taken as it is. */
        public Optional<String> sure() {
            return ways.stream()
                    .filter(way -> way.words().isEmpty())
                    .map(way -> way.taken().text())
                    .findFirst();
        }

        /** Asked so that a yes takes one of the offers. */
        public Refused yesMeans(String offer) {
            return unless(new Way(offer, new Accepted(offer)));
        }

        /** Whether a yes takes what is offered, not what was sent. */
        public boolean asksForOffer() {
            return !ways.isEmpty() && offers.contains(ways.get(0).words());
        }

        /** Whether a filer who insists on this text is right to. */
        public boolean holds(String text) {
            return sure().filter(text::equals).isPresent();
        }

        @Override
        public String toString() {
            return "Refused[" + code + "]";
        }
    }

    /**
     * A way to take what was only doubted.
     *
     * @param words what the filer says to have it so; empty for the usual words
     */
    record Way(String words, Accepted taken) {
        @Override
        public String toString() {
            return "Way[" + words + "]";
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
