package io.beian.dialogue;

import io.beian.order.Tsv;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The text of a licence or an identity card as a phone reads it off the paper: labels without
 * colons, with blanks between their characters, before their values or on the line above.
 *
 * <p>A message is taken for one only where several labels speak for it, since an answer may begin
 * with a label too, as 名称变更过.
 *
 * @param pieces labels with what is printed behind them; empty where all labels stand before all
 *     values, as in columns, since then nobody knows which belong together
 * @param rest what stands before the first label or behind another label with a colon
 */
record Printed(Sure sure, List<Piece> pieces, String rest) {

    /** How much speaks for a paper. */
    enum Sure {
        NO,
        /** Two labels stand apart, as in 名称 不变 住所 不变 too. */
        MAYBE,
        YES
    }

    /**
     * What a paper says under a label.
     *
     * @param own what the sponsor's question is called where the sponsor is a person
     */
    record Piece(String value, String asked, String own) {

        /** The question's name, {@link #NOWHERE} if none asks. */
        String name(boolean individual) {
            return individual ? own : asked;
        }

        /**
         * What it may be, the likeliest first: all lines as one, since long values are broken; the
         * first line, since a date or a stamp may follow; the first word.
         */
        List<String> readings() {
            List<String> lines =
                    value.lines().map(Printed::trimmed).filter(l -> !l.isEmpty()).toList();
            if (lines.isEmpty()) {
                return List.of();
            }
            String joined =
                    lines.stream()
                            .limit(MOST_LINES)
                            .takeWhile(
                                    line ->
                                            line.equals(lines.get(0))
                                                    || !DATED.matcher(line).find())
                            .collect(Collectors.joining());
            String word = BLANKS.split(lines.get(0), 2)[0];
            return Stream.of(joined, lines.get(0), word).distinct().toList();
        }

        /** What is printed may be personal. */
        @Override
        public String toString() {
            return "Piece[" + asked + "]";
        }
    }

    /** No question asks for what stands there. */
    static final String NOWHERE = "-";

    private enum Of {
        UNIT,
        PERSON,
        /** Typed beside a paper and no sign of one. */
        CONTACT
    }

    private record Label(String word, Of of, String asked, String own, boolean parted) {

        boolean dropped() {
            return asked.equals(NOWHERE) && own.equals(NOWHERE);
        }
    }

    /** A label at its place; empty where something else ends the piece before. */
    private record Found(int start, int end, Optional<Label> label) {}

    private static final int LEAST_GLUED = 4;
    private static final int MOST_LINES = 3;
    private static final Pattern DATED = Pattern.compile("\\d{4}\\s*年");
    private static final int SHORTEST_NUMBER = 15;
    private static final String GAP = "[ \\t\\u00a0\\u3000]{0,8}";
    private static final String APART = "(?=[\\s\\u00a0\\u3000:：\\d]|$)";

    private static final List<Label> LABELS =
            Tsv.read(Printed.class, "papers").rows().stream().map(Printed::label).toList();

    /** Words of other answers with a colon; an address of the web is none. */
    private static final String OTHER =
            "[\\p{IsHan}A-Za-z][^\\s\\u3000:：]{0,19}" + GAP + "[:：](?!//)";

    private static final Pattern AT_EDGES =
            Pattern.compile("(?<![^\\s\\u00a0\\u3000|｜])(?:(" + words(LABELS) + ")|" + OTHER + ")");

    private static final Pattern ANYWHERE =
            Pattern.compile(
                    "(" + words(LABELS.stream().filter(label -> !label.parted()).toList()) + ")");

    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u3000]+");

    /** Around a value: blanks, a colon, the lines of a table. */
    private static final Pattern MARGIN =
            Pattern.compile("^[\\s\\u00a0\\u3000:：|｜]+|(?<![\\s|｜])[\\s\\u00a0\\u3000|｜]{1,60}$");

    private static final Pattern RECORD = Pattern.compile("网站\\s?\\d|第\\s?\\S{1,3}\\s?个网站");

    private static final Pattern NUMBER =
            Pattern.compile(
                    "[\\s:：]*[0-9A-Za-z]{" + SHORTEST_NUMBER + ",18}(?![0-9A-Za-z]).*",
                    Pattern.DOTALL);

    private static Label label(List<String> cells) {
        return new Label(
                cells.get(0),
                Of.valueOf(cells.get(1).toUpperCase(Locale.ROOT)),
                cells.get(2),
                cells.get(3),
                cells.get(4).equals("1"));
    }

    private static String words(List<Label> labels) {
        return labels.stream()
                .sorted(Comparator.comparingInt((Label label) -> -label.word().length()))
                .map(label -> spaced(label.word()) + (label.parted() ? APART : ""))
                .distinct()
                .collect(Collectors.joining("|"));
    }

    private static String spaced(String word) {
        return word.codePoints()
                .mapToObj(c -> Pattern.quote(Character.toString(c)))
                .collect(Collectors.joining(GAP));
    }

    static Printed read(String text) {
        Printed none = new Printed(Sure.NO, List.of(), text);
        if (RECORD.matcher(text).find()) {
            return none;
        }
        List<Found> apart = found(text, AT_EDGES);
        Sure sure = sure(text, apart);
        if (sure != Sure.NO) {
            return of(sure, text, apart);
        }
        List<Found> glued = firsts(found(text, ANYWHERE));
        return glued.size() >= LEAST_GLUED && numbered(text, glued)
                ? of(Sure.YES, text, glued)
                : none;
    }

    boolean paper() {
        return sure != Sure.NO;
    }

    private static List<Found> found(String text, Pattern pattern) {
        List<Found> all = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        Of paper = Of.CONTACT;
        while (matcher.find()) {
            if (matcher.group(1) == null) {
                all.add(new Found(matcher.start(), matcher.start(), Optional.empty()));
            } else {
                Label label = called(BLANKS.matcher(matcher.group(1)).replaceAll(""), paper);
                paper = label.of() == Of.CONTACT ? paper : label.of();
                all.add(new Found(matcher.start(), matcher.end(), Optional.of(label)));
            }
        }
        return all;
    }

    /** 有效期限 stands on both papers: it is of the one whose labels stand before it. */
    private static Label called(String word, Of paper) {
        List<Label> all = LABELS.stream().filter(label -> label.word().equals(word)).toList();
        return all.stream().filter(label -> label.of() == paper).findFirst().orElse(all.get(0));
    }

    /** A number of a paper, or a label that no talk with the bot is about, tells it from talk. */
    private static Sure sure(String text, List<Found> all) {
        List<Found> labels =
                all.stream()
                        .filter(f -> f.label().filter(l -> l.of() != Of.CONTACT).isPresent())
                        .toList();
        long different = labels.stream().map(Printed::word).distinct().count();
        long apart = labels.stream().filter(found -> apart(text, found.end())).count();
        boolean unasked =
                labels.stream().anyMatch(f -> f.label().filter(Label::dropped).isPresent());
        if (different < 2) {
            return Sure.NO;
        }
        if (numbered(text, labels) || (unasked && (apart > 1 || different > 2))) {
            return Sure.YES;
        }
        return apart > 1 ? Sure.MAYBE : Sure.NO;
    }

    private static String trimmed(String value) {
        return MARGIN.matcher(value).replaceAll("");
    }

    private static String word(Found found) {
        return found.label().map(Label::word).orElse("");
    }

    private static boolean apart(String text, int at) {
        return at == text.length()
                || BLANKS.matcher(text.substring(at, at + 1)).matches()
                || ":：".indexOf(text.charAt(at)) >= 0;
    }

    private static boolean numbered(String text, List<Found> labels) {
        return labels.stream()
                .anyMatch(
                        found ->
                                NUMBER.matcher(text)
                                        .region(found.end(), text.length())
                                        .lookingAt());
    }

    private static List<Found> firsts(List<Found> all) {
        Set<String> seen = new HashSet<>();
        return all.stream().filter(found -> seen.add(word(found))).toList();
    }

    private static Printed of(Sure sure, String text, List<Found> all) {
        List<Piece> pieces = new ArrayList<>();
        StringBuilder rest = new StringBuilder(text.substring(0, all.get(0).start()));
        boolean bare = false;
        for (int i = 0; i < all.size(); i++) {
            int end = i + 1 < all.size() ? all.get(i + 1).start() : text.length();
            String value = text.substring(all.get(i).end(), end);
            Optional<Label> label = all.get(i).label();
            if (label.isEmpty()) {
                rest.append('\n').append(value);
                continue;
            }
            String clean = trimmed(value);
            if (clean.isEmpty() && bare) {
                return new Printed(sure, List.of(), text);
            }
            bare = clean.isEmpty() && !label.get().dropped();
            pieces.add(new Piece(clean, label.get().asked(), label.get().own()));
        }
        return new Printed(sure, List.copyOf(pieces), rest.toString());
    }
}
