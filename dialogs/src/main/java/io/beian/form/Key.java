package io.beian.form;

import java.util.Optional;

/**
 * The stable, typed name of an answer, such as {@code sponsor.name}.
 *
 * <p>A key of a repeating group carries a star where the instance id goes: {@code site.*.domain}
 * becomes the path {@code site.s1.domain}. Paths are the field names of the filing backend too.
 */
public record Key<T>(String id, Kind<T> kind) {

    private static final String STAR = ".*.";

    public static Key<String> text(String id) {
        return new Key<>(id, Kind.TEXT);
    }

    public boolean repeated() {
        return id.contains(STAR);
    }

    /** The group this key repeats in, such as {@code site}. */
    public Optional<String> group() {
        int star = id.indexOf(STAR);
        return star < 0 ? Optional.empty() : Optional.of(id.substring(0, star));
    }

    public String path(Optional<String> instance) {
        return repeated()
                ? id.replace(STAR, "." + instance.orElseThrow(() -> missing(id)) + ".")
                : id;
    }

    private static IllegalStateException missing(String id) {
        return new IllegalStateException("no instance given for the repeated key " + id);
    }
}
