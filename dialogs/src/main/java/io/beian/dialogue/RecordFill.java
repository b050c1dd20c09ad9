package io.beian.dialogue;

import io.beian.form.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Fills what is still empty in sites that are there already from another one: 复制网站 1 for all of
 * them, 复制网站 1 到 2、3 for some. What they have stays.
 */
final class RecordFill {

    private static final Set<String> ALL =
            Set.of("全部", "所有", "其他", "其它", "其余", "每个", "都", "全部网站", "所有网站", "其他网站", "其它网站");

    private static final Pattern TO = Pattern.compile("^[到给至]");
    private static final Pattern RANGE = Pattern.compile("(\\d{1,3})[-~–—至到](\\d{1,3})");
    private static final int NAMED = 12;

    private final Draft draft;
    private final Records records;
    private final Place source;

    RecordFill(Draft draft, Records records, Place source) {
        this.draft = draft;
        this.records = records;
        this.source = source;
    }

    /** Whether another site was opened with its domain and has yet to be filled in. */
    static boolean possible(Records records, Place source) {
        return records.places().stream().anyMatch(place -> empty(records, source, place));
    }

    private static boolean empty(Records records, Place source, Place place) {
        return !place.id().equals(source.id()) && records.copyable(source.id(), place.id()) > 0;
    }

    void all() {
        into(records.places().stream().filter(place -> empty(records, source, place)).toList());
    }

    void into(List<Place> targets) {
        int answers = targets.stream().mapToInt(to -> records.copy(source.id(), to.id())).sum();
        draft.say(
                Line.of(answers == 0 ? "record.filled.none" : "record.filled")
                        .with("record", RecordName.of(source))
                        .with("count", answers)
                        .with(
                                "records",
                                targets.stream()
                                        .limit(NAMED)
                                        .map(RecordName::of)
                                        .collect(Collectors.joining("、"))));
    }

    /** The sites that are named behind the one to copy; empty if it is not only sites. */
    List<Place> targets(List<String> words) {
        List<Place> targets = new ArrayList<>();
        for (String word : words) {
            String name = TO.matcher(word).replaceFirst("");
            if (name.isEmpty()) {
                continue;
            }
            List<Place> meant = meant(name);
            if (meant.isEmpty()) {
                return List.of();
            }
            targets.addAll(meant);
        }
        return targets.stream()
                .filter(place -> !place.id().equals(source.id()))
                .distinct()
                .toList();
    }

    private List<Place> meant(String name) {
        if (ALL.contains(name)) {
            return records.places();
        }
        Matcher range = RANGE.matcher(name);
        if (range.matches()) {
            int from = Integer.parseInt(range.group(1));
            int to = Integer.parseInt(range.group(2));
            return records.places().stream()
                    .filter(place -> place.number() >= from && place.number() <= to)
                    .toList();
        }
        Optional<String> id = RecordName.only(name, records.places()).map(RecordName::id);
        return records.places().stream()
                .filter(place -> id.filter(place.id()::equals).isPresent())
                .toList();
    }
}
