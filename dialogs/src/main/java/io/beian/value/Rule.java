package io.beian.value;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a normalised text must satisfy, and which letters are often mistaken in it. */
record Rule(Function<String, Optional<Flaw>> flaw, Map<Character, String> lookalikes) {

    Rule(Function<String, Optional<Flaw>> flaw) {
        this(flaw, Map.of());
    }

    <T> Checked<T> check(String text, Function<String, T> make) {
        Optional<Flaw> found = flaw.apply(text);
        if (found.isEmpty()) {
            return new Checked.Good<>(make.apply(text));
        }
        return new Checked.Bad<>(
                found.get().suggesting(Lookalikes.onlyRepair(text, lookalikes, this::holds)));
    }

    /** Reads a number with whatever was copied along. */
    <T> Checked<T> checkNumber(String raw, Function<String, T> make) {
        return check(Copied.number(raw, this::holds), make);
    }

    boolean holds(String text) {
        return flaw.apply(text).isEmpty();
    }

    /** For constructors: a value that breaks its rule is a defect of the caller. */
    void require(String text) {
        flaw.apply(text)
                .ifPresent(
                        broken -> {
                            throw new IllegalArgumentException("not a value: " + broken.code());
                        });
    }
}
