package io.beian.dialogue;

import static java.util.stream.Collectors.joining;

import io.beian.form.Answer;
import io.beian.form.Parsed;
import io.beian.form.Parser;
import io.beian.form.Place;
import io.beian.form.Scope;
import io.beian.form.Step;
import io.beian.value.ChatText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Several domains in one message: each that can be taken opens a site, each that cannot is named
 * with its reason, and none of the others is lost for it.
 */
final class RecordIntake {

    /** So many reasons fit a reply beside everything else; further ones are only named. */
    private static final int REASONS = 6;

    private static final int NAMES = 15;
    private static final int LONGEST_NAME = 40;

    /** Nobody lists more in one message; what is longer is no list of domains. */
    private static final int MOST_PIECES = 300;

    private static final Pattern BETWEEN = Pattern.compile("[\\s\\u3000,，、;；|｜]+");
    private static final Pattern MARKER = Pattern.compile("\\d{1,3}[.)]?|[-*·•]");
    private static final Pattern DOTTED = Pattern.compile("[^.@:]+(?:\\.[^.@:]+)+\\.?");

    /** The number of a row, close before what stands in it: 1.a.com, (2)b.cn, ③c.net. */
    private static final Pattern NUMBER =
            Pattern.compile("^(?:[(（]?\\d{1,3}[.．)）:：]|[①-⒛❶-➓])(?=.)");

    private final Draft draft;
    private final Records records;
    private final Optional<Place> source;
    private Optional<String> asked = Optional.empty();
    private final List<String> taken = new ArrayList<>();
    private final Map<String, Parsed.Refused> refused = new LinkedHashMap<>();

    /** Takes domains in; new sites are copies of the source, if there is one. */
    RecordIntake(Draft draft, Records records, Optional<Place> source) {
        this.draft = draft;
        this.records = records;
        this.source = source;
    }

    /** Takes domains in where one is asked for: the first that fits is the answer. */
    static RecordIntake into(Draft draft, Step open) {
        RecordIntake intake = new RecordIntake(draft, new Records(draft), Optional.empty());
        intake.asked = open.entry().instance();
        return intake;
    }

    /** The words of a list as they were written, without its numbering. */
    static List<String> pieces(String text) {
        List<String> words =
                Stream.of(BETWEEN.split(text.strip())).filter(word -> !word.isEmpty()).toList();
        return words.size() < 3
                ? words
                : words.stream().filter(word -> !MARKER.matcher(plain(word)).matches()).toList();
    }

    private static String plain(String text) {
        return ChatText.unified(text).replace('。', '.');
    }

    /** Whether a text is a list of several titles rather than one answer. */
    static boolean several(Draft draft, String text) {
        Records records = new Records(draft);
        List<String> pieces = pieces(text);
        if (pieces.size() < 2 || pieces.size() > MOST_PIECES) {
            return false;
        }
        Scope scope = draft.scope(draft.active());
        List<String> titles =
                pieces.stream()
                        .filter(piece -> DOTTED.matcher(plain(piece)).matches())
                        .map(piece -> meant(piece, parse(records, piece, scope)))
                        .toList();
        return titles.size() * 2 > pieces.size() && titles.stream().distinct().count() > 1;
    }

    private static String meant(String piece, Parsed parsed) {
        return parsed.fold(
                Parsed.Accepted::text,
                no -> no.offers().stream().findFirst().orElse(piece),
                notMine -> piece);
    }

    /** Where two rows have numbers, the numbers are the list's. */
    private static String unnumbered(String piece, List<String> pieces) {
        return pieces.stream().filter(each -> NUMBER.matcher(each).find()).limit(2).count() == 2
                ? NUMBER.matcher(piece).replaceFirst("")
                : piece;
    }

    private static Parsed parse(Records records, String piece, Scope scope) {
        Parser parser = records.title().parser();
        return parser.parse(new Answer.Text(piece), scope);
    }

    void take(List<String> pieces) {
        pieces.stream().limit(MOST_PIECES).forEach(piece -> take(piece, pieces));
        draft.now(draft.now().focus(Optional.empty()));
        if (taken.isEmpty()) {
            draft.refused(
                    refused.values().stream()
                            .findFirst()
                            .map(Parsed.Refused::code)
                            .orElse("empty"));
        } else {
            draft.outcome("accepted:" + taken.size());
            told();
        }
        reasons();
        Asking.next(draft);
    }

    private void take(String piece, List<String> pieces) {
        Scope scope = draft.scope(draft.active());
        Parsed whole = parse(records, piece, scope);
        Parsed bare = parse(records, unnumbered(piece, pieces), scope);
        Parsed parsed = !whole.accepted() && bare.accepted() ? bare : whole;
        if (!(parsed instanceof Parsed.Accepted accepted)) {
            Parsed.Refused no =
                    parsed instanceof Parsed.Refused r ? r : new Parsed.Refused("notMine");
            refused.putIfAbsent(piece, no);
            return;
        }
        Optional<String> unnamed = source.isEmpty() ? asked.or(records::unnamed) : Optional.empty();
        asked = Optional.empty();
        if (unnamed.isEmpty() && records.full()) {
            Map<String, String> most = Map.of("most", Integer.toString(Records.MOST));
            refused.put(piece, new Parsed.Refused("record.full", most, Optional.empty()));
        } else {
            unnamed.ifPresentOrElse(
                    id -> records.rename(id, accepted.text()), () -> open(accepted.text()));
            taken.add(accepted.text());
        }
    }

    private void open(String title) {
        String id = records.open();
        records.name(id, title);
        source.ifPresent(from -> records.copy(from.id(), id));
    }

    private void told() {
        String names = String.join("、", taken.subList(0, Math.min(NAMES, taken.size())));
        Line line =
                Line.of(source.isPresent() ? "record.many.copied" : "record.many")
                        .with("count", taken.size())
                        .with("names", taken.size() > NAMES ? names + "…" : names)
                        .with("total", records.places().size());
        draft.say(source.map(from -> line.with("record", RecordName.of(from))).orElse(line));
    }

    private void reasons() {
        refused.entrySet().stream()
                .limit(REASONS)
                .forEach(one -> reason(one.getKey(), one.getValue()));
        List<String> rest = refused.keySet().stream().skip(REASONS).toList();
        if (!rest.isEmpty()) {
            String names =
                    rest.stream().limit(NAMES).map(RecordIntake::shorten).collect(joining("、"));
            draft.say(
                    Line.of("record.refused.more").with("count", rest.size()).with("names", names));
        }
    }

    private void reason(String piece, Parsed.Refused no) {
        draft.say(
                new Line("record.refused", no.args())
                        .with("reason", no.code())
                        .with("piece", shorten(piece)));
        no.offers().stream()
                .limit(1)
                .filter(offer -> !taken.contains(offer))
                .forEach(offer -> draft.offer(new Choice("加上 " + offer, "继续新增网站 " + offer)));
    }

    private static String shorten(String piece) {
        return piece.codePointCount(0, piece.length()) <= LONGEST_NAME
                ? piece
                : piece.substring(0, piece.offsetByCodePoints(0, LONGEST_NAME)) + "…";
    }
}
