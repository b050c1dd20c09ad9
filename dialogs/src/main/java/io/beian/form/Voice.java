package io.beian.form;

import java.util.Map;

/**
 * How a question is spoken of, given the answers so far.
 *
 * @param id the question's id, with a variant behind an at sign where another sentence suits
 *     better: {@code sponsor.name@person}; without such a sentence the plain one is used
 * @param words what the sentences may mention, such as the name of the certificate
 */
public record Voice(String id, Map<String, String> words) {

    /** Parts the variant from the id. */
    public static final String VARIANT = "@";

    public Voice {
        words = Map.copyOf(words);
    }
}
