package io.beian.form;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The confirmed answers as one question sees them: within its own group instance.
 *
 * @param today the date at the bureau (Asia/Shanghai)
 */
public record Scope(Facts facts, Optional<String> instance, LocalDate today) {

    public <T> Optional<T> get(Key<T> key) {
        return text(key).map(key.kind().read());
    }

    public Optional<String> text(Key<?> key) {
        return facts.text(key.path(instance));
    }

    public boolean is(Key<?> key, String value) {
        return text(key).filter(value::equals).isPresent();
    }
}
