package io.beian.filing;

import io.beian.form.Key;
import io.beian.form.Kind;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A complete order, ready to be submitted. Only a complete set of answers can become one, so an
 * incomplete order cannot be submitted.
 */
public final class Filing {

    private final FilingType type;
    private final Map<String, String> fields;
    private final Map<String, List<String>> pictures;
    private final Map<String, Map<String, String>> labels;
    private final List<String> sites;

    Filing(
            FilingType type,
            Map<String, String> fields,
            Map<String, List<String>> pictures,
            Map<String, Map<String, String>> labels,
            List<String> sites) {
        this.type = type;
        this.fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        this.pictures = Collections.unmodifiableMap(new LinkedHashMap<>(pictures));
        this.labels = Map.copyOf(labels);
        this.sites = List.copyOf(sites);
    }

    public FilingType type() {
        return type;
    }

    /** Canonical text by path, in the order of the form; skipped answers are absent. */
    public Map<String, String> fields() {
        return fields;
    }

    /** Content hashes of the pictures by path, at most three each. */
    public Map<String, List<String>> pictures() {
        return pictures;
    }

    /**
     * What the pictures that stand in the slot of another kind belong to: for each such slot, hash
     * to the path of the question.
     */
    public Map<String, Map<String, String>> labels() {
        return labels;
    }

    /** Stable ids of the sites, such as {@code s1}. */
    public List<String> sites() {
        return sites;
    }

    public <T> Optional<T> get(Key<T> key, Optional<String> site) {
        Kind<T> kind = key.kind();
        return Optional.ofNullable(fields.get(key.path(site))).map(kind.read());
    }

    /** Prints no answers. */
    @Override
    public String toString() {
        return "Filing[" + type + ", " + fields.size() + " fields]";
    }
}
