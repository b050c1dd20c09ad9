package io.beian.sandbox.backend;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one field.
 *
 * @param field question path, empty for the whole order
 * @param suggest a mended value, if there is one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldError(String field, String code, String text, @Nullable String suggest) {

    static FieldError of(String field, String code) {
        return new FieldError(field, code, Texts.of(code), null);
    }
}
