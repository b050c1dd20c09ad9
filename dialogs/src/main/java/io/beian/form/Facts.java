package io.beian.form;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Immutable answers by path. Answers off the route stay stored and are passed over by the walk. */
public record Facts(Map<String, Fact> byPath) {

    public static final Facts NONE = new Facts(Map.of());

    public Facts {
        byPath = Collections.unmodifiableMap(new TreeMap<>(byPath));
    }

    public Optional<Fact> at(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /** The confirmed, unskipped text at a path. */
    public Optional<String> text(String path) {
        return at(path).filter(Fact::confirmed).filter(fact -> !fact.skipped()).map(Fact::value);
    }

    public Facts with(String path, Fact fact) {
        Map<String, Fact> next = new TreeMap<>(byPath);
        next.put(path, fact);
        return new Facts(next);
    }

    public Facts without(String path) {
        Map<String, Fact> next = new TreeMap<>(byPath);
        next.remove(path);
        return new Facts(next);
    }

    /** Puts a fact back as it was before a change: an absent one is removed. */
    public Facts restored(String path, @Nullable Fact before) {
        return before == null ? without(path) : with(path, before);
    }

    /** The stable ids of a group's records, in the order they were opened. */
    public List<String> instances(String group) {
        return text(group).map(ids -> List.of(ids.split(" "))).orElse(List.of());
    }

    /** The answers of one record of a group, on the route or off it. */
    public Map<String, Fact> of(String group, String instance) {
        String from = group + "." + instance + ".";
        return new TreeMap<>(byPath).subMap(from, from + Character.MAX_VALUE);
    }

    /** Every record of a group that has answers, also those that were closed. */
    public Set<String> remembered(String group) {
        String from = group + ".";
        Set<String> ids = new TreeSet<>();
        for (String path : byPath.keySet()) {
            int end = path.startsWith(from) ? path.indexOf('.', from.length()) : -1;
            if (end > 0) {
                ids.add(path.substring(from.length(), end));
            }
        }
        return ids;
    }

    /** Forgets all answers of one record. */
    public Facts without(String group, String instance) {
        Map<String, Fact> next = new TreeMap<>(byPath);
        next.keySet().removeAll(of(group, instance).keySet());
        return new Facts(next);
    }

    @Override
    public String toString() {
        return "Facts" + byPath.keySet();
    }
}
