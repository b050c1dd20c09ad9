package io.beian.value;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What somebody typed, brought to one form: NFKC, one line, no invisible characters. Whatever comes
 * in is cut first, so that no later step sees a long text.
 */
final class Typed {

    static final int LIMIT = 4_096;

    private static final int LONGEST_LABEL = 24;
    private static final int REPLACEMENT = 0xFFFD;

    /** 々 stands for the character before it, as in names from Japan. */
    private static final int REPEATED = 0x3005;

    private static final Pattern LIKE_X = Pattern.compile("[×ХΧ✕✖]$");
    private static final Pattern LATIN_LABEL =
            Pattern.compile("(?i)^(?:tel|phone|mobile|mob|id|no|code)[.:]+");

    private Typed() {}

    /** One line, single spaces, trimmed. */
    static String line(String raw) {
        String visible = keep(ChatText.plain(raw), cp -> !isInvisible(cp));
        String spaced = spaced(Normalizer.normalize(visible, Normalizer.Form.NFKC));
        return ChatText.withoutEmoticons(cut(spaced).strip());
    }

    /**
     * One line like {@link #line}, of which only the width is changed: a full-width A is an A, but
     * ① stays ①. Joiners stay where the scripts that need them are written.
     */
    static String narrowed(String raw) {
        StringBuilder visible = new StringBuilder();
        cut(raw).codePoints()
                .filter(cp -> !isInvisible(cp) || isJoiner(cp, visible))
                .map(cp -> Character.getType(cp) == Character.SURROGATE ? REPLACEMENT : cp)
                .map(Typed::narrow)
                .forEach(visible::appendCodePoint);
        return cut(spaced(visible.toString())).strip();
    }

    /** A line without any space. */
    static String compact(String raw) {
        return line(raw).replace(" ", "");
    }

    /** A number or code: no spaces or dashes, upper case, no label before and no stop after it. */
    static String number(String raw) {
        return unlabelled(dashed(compact(raw)).replace("-", "").toUpperCase(Locale.ROOT));
    }

    /** A multiplication sign or a Cyrillic or Greek letter in place of the check character X. */
    static String crossed(String number) {
        return LIKE_X.matcher(number).replaceFirst("X");
    }

    /** Drops words before the first character a number, code or address can begin with. */
    static String unlabelled(String text) {
        String begun = text.substring(Math.min(firstOfNumber(text), text.length()));
        String bare = LATIN_LABEL.matcher(begun).replaceFirst("");
        return trimmed(bare, cp -> isPunctuation(cp) && cp != '*' && cp != '+');
    }

    /** Drops the label at the beginning of a line, if something stays behind it. */
    static String after(Pattern label, String line) {
        String rest = label.matcher(line).replaceFirst("").strip();
        return rest.isEmpty() ? line : rest;
    }

    /** Drops spaces except between two Latin letters or digits, where they part words. */
    static String closedUp(String line) {
        StringBuilder closed = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            boolean parts =
                    i > 0
                            && i < line.length() - 1
                            && line.charAt(i - 1) < 0x80
                            && line.charAt(i + 1) < 0x80;
            if (line.charAt(i) != ' ' || parts) {
                closed.append(line.charAt(i));
            }
        }
        return closed.toString();
    }

    /** Every kind of dash as a hyphen. */
    static String dashed(String text) {
        return mapped(text, cp -> isDash(cp) ? '-' : cp);
    }

    /** Without the given characters at both ends. */
    static String trimmed(String text, IntPredicate drop) {
        int start = 0;
        int end = text.length();
        while (start < end && drop.test(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        while (end > start && drop.test(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(start, end);
    }

    /** At most so many code points. */
    static String shortened(String text, int codePoints) {
        return text.codePointCount(0, text.length()) <= codePoints
                ? text
                : text.substring(0, text.offsetByCodePoints(0, codePoints));
    }

    /** So many characters left readable at both ends. */
    static String masked(String text, int first, int last) {
        String hidden = "*".repeat(text.length() - first - last);
        return text.substring(0, first) + hidden + text.substring(text.length() - last);
    }

    /** The first few different characters that are not allowed, for telling the filer. */
    static String others(String text, IntPredicate allowed) {
        return text.codePoints()
                .filter(allowed.negate())
                .distinct()
                .limit(5)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    static boolean contains(String text, IntPredicate wanted) {
        return text.codePoints().anyMatch(wanted);
    }

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Planes 2 and 3 are Chinese characters altogether, known to this JDK or not. */
    static boolean isHan(int cp) {
        return (cp >= 0x20000 && cp <= 0x3FFFD)
                || cp == REPEATED
                || (Character.isIdeographic(cp) && isHanScript(cp));
    }

    /** What a printed name or address may hold: letters, digits, punctuation; no pictures. */
    static boolean isPrintable(int cp) {
        return isHan(cp)
                || Character.isLetterOrDigit(cp)
                || isPunctuation(cp)
                || cp == ' '
                || Character.getType(cp) == Character.MATH_SYMBOL;
    }

    static boolean isPunctuation(int cp) {
        return switch (Character.getType(cp)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION ->
                    true;
            default -> false;
        };
    }

    static boolean isAsciiAlphanumeric(int cp) {
        return (cp >= '0' && cp <= '9') || (cp >= 'A' && cp <= 'Z') || (cp >= 'a' && cp <= 'z');
    }

    private static boolean isHanScript(int cp) {
        return Character.UnicodeScript.of(cp) == Character.UnicodeScript.HAN;
    }

    private static boolean isDash(int cp) {
        return Character.getType(cp) == Character.DASH_PUNCTUATION
                || cp == 0x2212 // minus sign
                || cp == 0x2500 // box drawing, typed by some Chinese input methods
                || cp == 0x30FC; // Japanese long vowel
    }

    private static int firstOfNumber(String text) {
        int i = 0;
        while (i < text.length() && i < LONGEST_LABEL && !beginsNumber(text.charAt(i))) {
            i++;
        }
        return i < LONGEST_LABEL ? i : 0;
    }

    private static boolean beginsNumber(char c) {
        return isAsciiAlphanumeric(c) || c == '+' || c == '*';
    }

    private static boolean isInvisible(int cp) {
        int type = Character.getType(cp);
        return type == Character.FORMAT
                || (type == Character.CONTROL && !Character.isWhitespace(cp) && cp != 0x85)
                || (cp >= 0xFE00 && cp <= 0xFE0F)
                || (cp >= 0xE0100 && cp <= 0xE01EF);
    }

    /** RFC 5892 A.1: joiners are right only within scripts from Hebrew to the Vedic signs. */
    private static boolean isJoiner(int cp, StringBuilder before) {
        boolean joiner = cp == 0x200C || cp == 0x200D;
        int last = before.length() == 0 ? 0 : before.codePointBefore(before.length());
        return joiner && last >= 0x0590 && last < 0x1D00;
    }

    /** Full-width, half-width and radical forms, each written as the character it is. */
    private static int narrow(int cp) {
        boolean form = (cp >= 0xFF01 && cp <= 0xFFEE) || (cp >= 0x2E80 && cp <= 0x2FDF);
        String plain = form ? line(Character.toString(cp)) : "";
        return plain.codePointCount(0, plain.length()) == 1 ? plain.codePointAt(0) : cp;
    }

    private static String spaced(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints()
                .map(cp -> isSpace(cp) ? ' ' : cp)
                .filter(
                        cp ->
                                cp != ' '
                                        || line.length() == 0
                                        || line.charAt(line.length() - 1) != ' ')
                .forEach(line::appendCodePoint);
        return line.toString();
    }

    private static boolean isSpace(int cp) {
        return Character.isWhitespace(cp) || Character.isSpaceChar(cp) || cp == 0x85;
    }

    /** Half of a surrogate pair is no character and breaks every later encoding. */
    private static String keep(String text, IntPredicate kept) {
        StringBuilder whole = new StringBuilder();
        text.codePoints()
                .filter(kept)
                .map(cp -> Character.getType(cp) == Character.SURROGATE ? REPLACEMENT : cp)
                .forEach(whole::appendCodePoint);
        return whole.toString();
    }

    private static String mapped(String text, IntUnaryOperator change) {
        StringBuilder changed = new StringBuilder();
        text.codePoints().map(change).forEach(changed::appendCodePoint);
        return changed.toString();
    }

    static String cut(String text) {
        if (text.length() <= LIMIT) {
            return text;
        }
        return text.substring(
                0, Character.isHighSurrogate(text.charAt(LIMIT - 1)) ? LIMIT - 1 : LIMIT);
    }
}
