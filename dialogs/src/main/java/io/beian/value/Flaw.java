package io.beian.value;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Why a text is no value: a code for the words, what was given, and the one corrected text if there
 * is exactly one.
 */
public record Flaw(
        String code, String given, Optional<String> suggestion, Map<String, String> details) {

    private static final int SHOWN = 40;

    public Flaw {
        given = Typed.shortened(given, SHOWN);
        details = Map.copyOf(details);
    }

    static Flaw of(String code, String given) {
        return new Flaw(code, given, Optional.empty(), Map.of());
    }

    /** A text of the wrong length. */
    static Flaw length(String given, int length, String expected) {
        return of("length", given)
                .with("length", String.valueOf(length))
                .with("expected", expected);
    }

    Flaw with(String key, String value) {
        Map<String, String> more = new HashMap<>(details);
        more.put(key, value);
        return new Flaw(code, given, suggestion, more);
    }

    /** Keeps a suggestion made before. */
    Flaw suggesting(Optional<String> text) {
        return new Flaw(code, given, suggestion.or(() -> text), details);
    }

    /** Only the code: what was given is personal data more often than not. */
    @Override
    public String toString() {
        return "Flaw[" + code + "]";
    }
}
