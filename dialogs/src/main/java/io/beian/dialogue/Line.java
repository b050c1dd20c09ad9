package io.beian.dialogue;

import io.beian.form.Entry;
import io.beian.form.Place;
import io.beian.form.Scope;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One sentence of a reply, by name.
 *
 * @param key key of the wording, such as {@code sponsor.name.ask}
 * @param args what the sentence mentions; values are already masked
 */
public record Line(String key, Map<String, String> args) {

    public static Line of(String key) {
        return new Line(key, Map.of());
    }

    public Line with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(args);
        more.put(name, value);
        return new Line(key, more);
    }

    public Line with(String name, long value) {
        return with(name, Long.toString(value));
    }

    /** Says which answer is meant: its question and, of several records, which one. */
    Line about(Entry entry, Scope scope) {
        Line line = with("question", entry.voice(scope).id());
        return Naming.record(entry).map(record -> line.with("record", record)).orElse(line);
    }

    /** The heading over the answers of one record. */
    Line in(Place place) {
        return new Line(key + ".record", args).with("record", RecordName.heading(place));
    }

    @Override
    public String toString() {
        return "Line[" + key + "]";
    }
}
