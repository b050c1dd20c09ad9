package io.beian.form;

import java.util.Map;

/**
 * Something worth saying that does not stand in the way.
 *
 * @param code its sentence stands in the wording
 * @param words what the sentence mentions
 */
public record Advice(String code, Map<String, String> words) {

    public static Advice of(String code) {
        return new Advice(code, Map.of());
    }

    /** The words may quote an answer. */
    @Override
    public String toString() {
        return "Advice[" + code + "]";
    }
}
