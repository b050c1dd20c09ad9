package io.beian.form;

import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * How the values of a key are read from their canonical text and shown to people.
 *
 * @param read canonical text to typed value; the text has passed the question's parser before
 * @param mask canonical text to what may be echoed in a chat, a log of the inspector or a preview
 */
public record Kind<T>(Function<String, T> read, UnaryOperator<String> mask) {

    /** Plain text that may be shown as it is. */
    public static final Kind<String> TEXT = new Kind<>(text -> text, text -> text);
}
