package io.beian.wording;

import io.beian.dialogue.Choice;
import io.beian.dialogue.Line;
import io.beian.dialogue.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes the text of a reply. Thread-safe. */
public final class Wording {

    /** A text message is refused by WeChat beyond 2048 bytes of UTF-8. */
    public static final int MOST_BYTES = 2048;

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final int MOST_VALUE = 200;
    private static final String SECTION = "section.";

    private final Sentences sentences = new Sentences();

    /** The text, at most {@link #MOST_BYTES} long; empty for a silent reply. */
    public String text(Reply reply) {
        if (reply.silent()) {
            return "";
        }
        String said = said(reply.lines());
        String tappable = said + choices(reply, Wording::link);
        if (bytes(tappable) <= MOST_BYTES) {
            return tappable;
        }
        String plain = choices(reply, (choice, tap) -> escape(choice.label()));
        return cut(said, MOST_BYTES - bytes(plain)) + plain;
    }

    /** A new section, or else the question, stands apart from what is said before it. */
    private String said(List<Line> lines) {
        StringBuilder text = new StringBuilder();
        String before = "";
        for (Line line : lines) {
            boolean section = line.key().startsWith(SECTION);
            boolean asks = line.key().endsWith(".ask");
            boolean apart = section || (asks && !before.startsWith(SECTION));
            text.append(text.isEmpty() ? "" : apart ? "\n\n" : "\n").append(sentence(line));
            before = line.key();
        }
        return text.toString();
    }

    /** What a question is called, by its id. */
    public String label(String questionId) {
        return sentences.get(questionId + ".label");
    }

    /** What a section is called, by its id. */
    public String section(String id) {
        return sentences.get("section." + id);
    }

    /** A sentence that needs nothing filled in. */
    public String plain(String key) {
        return sentences.get(key);
    }

    Set<String> keys() {
        return sentences.keys();
    }

    String sentence(Line line) {
        Matcher places = PLACE.matcher(sentences.get(line.key()));
        return places.replaceAll(place -> Matcher.quoteReplacement(fill(line, place.group(1))));
    }

    private String fill(Line line, String name) {
        String value = line.args().getOrDefault(name, "");
        return switch (name) {
            case "question" -> value.isEmpty() ? "" : record(line) + label(value);
            case "reason" -> sentence(new Line("refused." + value, line.args()));
            case "section" -> section(value);
            case "phase" -> sentences.get("phase." + value);
            case "role" -> sentences.get("role." + value);
            // Cut to pages where it is said: a reviewer's words are never shortened here.
            case "opinion" -> escape(value);
            case "title" -> value.isEmpty() ? sentences.get("mine.untitled") : escape(value);
            case "link" -> "<a href=\"" + value + "\">" + sentences.get("link.open") + "</a>";
            default -> escape(shorten(value));
        };
    }

    /** Of several sites a question is named together with its own. */
    private static String record(Line line) {
        String record = line.args().getOrDefault("record", "");
        return record.isEmpty() ? "" : escape(shorten(record)) + " ";
    }

    private static String shorten(String value) {
        return value.codePointCount(0, value.length()) <= MOST_VALUE
                ? value
                : value.substring(0, value.offsetByCodePoints(0, MOST_VALUE)) + "…";
    }

    /** WeChat reads links in any text; what a person wrote must not become one. */
    private static String escape(String value) {
        return value.replace('<', '＜').replace('>', '＞');
    }

    private static String choices(Reply reply, BiFunction<Choice, Tap, String> shown) {
        StringBuilder text = new StringBuilder();
        List<Choice> choices = reply.choices();
        Optional<String> about = reply.asks();
        for (int i = 0; i < choices.size(); i++) {
            text.append('\n').append(i + 1).append(". ");
            text.append(shown.apply(choices.get(i), new Tap(reply.epoch(), i + 1, about)));
        }
        return text.isEmpty() ? "" : "\n" + text;
    }

    /** A tap on such a link sends the label as if it were typed, with the id beside it. */
    private static String link(Choice choice, Tap tap) {
        String content = URLEncoder.encode(choice.label(), StandardCharsets.UTF_8);
        return "<a href=\"weixin://bizmsgmenu?msgmenucontent="
                + content.replace("+", "%20")
                + "&msgmenuid="
                + tap.id()
                + "\">"
                + escape(choice.label())
                + "</a>";
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Cuts between characters, never through a link: links stand alone in their sentence. */
    private static String cut(String text, int most) {
        if (bytes(text) <= most) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int left = most - bytes("…");
        for (int cp : text.codePoints().toArray()) {
            String one = Character.toString(cp);
            left -= bytes(one);
            if (left < 0) {
                break;
            }
            kept.append(one);
        }
        return kept.append('…').toString();
    }
}
