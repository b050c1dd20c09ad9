package io.beian.value;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Finds a number among what was copied along with it: a label, a name, thanks, or the mark of a
 * copy that licences print behind the code: ①, (1-1), 1/1, 副本.
 */
final class Copied {

    /** Longer messages are no number with something beside it. */
    private static final int LONGEST = 300;

    private static final int MOST_TOKENS = 40;
    private static final int LONGEST_NUMBER = 64;

    /** What is left of a number, when it is wrong, is at least so long. */
    private static final int SHORTEST_CORE = 6;

    /** Digits and dots in circles and brackets count copies and rows; NFKC would make digits. */
    private static final Pattern COUNTED =
            Pattern.compile(
                    "[\\x{2460}-\\x{249B}\\x{24EA}-\\x{24FF}\\x{2776}-\\x{2793}\\x{3251}-\\x{325F}"
                            + "\\x{32B1}-\\x{32BF}]|[0-9]\\x{FE0F}?\\x{20E3}");

    /** What stands before a row of a list. */
    private static final Pattern ROW =
            Pattern.compile("^[( ]{0,2}[0-9]{1,2} ?[.、)] ?(?=[0-9A-Z]{8})");

    private static final Pattern CROSS = Pattern.compile("(?<=[0-9])[ (]*[×ХΧ✕✖X](?![0-9A-Z])\\)?");
    private static final String PARTING = " ._/·•∙-";
    private static final Splitter TOKENS =
            Splitter.on(CharMatcher.anyOf(PARTING)).omitEmptyStrings();
    private static final Pattern COPY =
            Pattern.compile("(?<=[0-9A-Z])[ -]+[0-9]{1,2}[/-][0-9]{1,2}$");
    private static final Pattern LABELLED =
            Pattern.compile("^(?:USCC|CODE|TIN|TAX|SFZH?|ID|NO)(?=[0-9])");
    private static final Pattern SERIAL = Pattern.compile("[第字备][^号]{0,40}号");
    private static final Pattern WORD = Pattern.compile("[A-Z]{2,}");
    private static final Pattern OTHER_NUMBER = Pattern.compile("[0-9A-Z]{6,}");

    private Copied() {}

    /**
     * The number in a message: all of it if that is right, else the only right number in it, else
     * what looks most like one.
     *
     * @param right whether a text in capitals, without blanks and dashes, is a number of the kind
     */
    static String number(String raw, Predicate<String> right) {
        String bare = uncounted(raw);
        String plain = Typed.crossed(Typed.number(bare));
        if (right.test(plain) || bare.length() > LONGEST) {
            return plain;
        }
        List<String> stretches = stretches(bare);
        Set<String> found = new LinkedHashSet<>();
        stretches.forEach(stretch -> within(stretch, right, found));
        return found.size() == 1
                ? found.iterator().next()
                : found.isEmpty() ? core(stretches).orElse(plain) : plain;
    }

    /** Likewise for numbers without a check: nothing within a stretch is taken for one. */
    static String loose(String raw, Predicate<String> right) {
        String bare = uncounted(raw);
        String plain = Typed.number(bare);
        if (right.test(plain) || bare.length() > LONGEST || SERIAL.matcher(bare).find()) {
            return plain;
        }
        List<String> numbers =
                stretches(bare).stream()
                        .filter(stretch -> Typed.contains(stretch, Character::isDigit))
                        .map(stretch -> stretch.replaceAll("[ -]", ""))
                        .toList();
        return numbers.size() == 1 ? numbers.get(0) : plain;
    }

    static String uncounted(String raw) {
        return raw.length() > LONGEST ? raw : COUNTED.matcher(raw).replaceAll(" ");
    }

    /** Whatever stands between Chinese words, brackets and pictures. */
    private static List<String> stretches(String bare) {
        String line = Typed.dashed(Typed.line(bare)).toUpperCase(Locale.ROOT);
        String crossed = CROSS.matcher(ROW.matcher(line).replaceFirst("")).replaceAll("X");
        List<String> stretches = new ArrayList<>();
        StringBuilder stretch = new StringBuilder();
        crossed.codePoints().forEach(cp -> grow(stretches, stretch, cp));
        grow(stretches, stretch, '\n');
        return stretches;
    }

    private static void grow(List<String> stretches, StringBuilder stretch, int cp) {
        if (belongs(cp)) {
            stretch.appendCodePoint(cp);
            return;
        }
        String whole = CharMatcher.anyOf(PARTING).trimFrom(stretch.toString());
        if (!whole.isEmpty()) {
            stretches.add(whole);
        }
        stretch.setLength(0);
    }

    private static boolean belongs(int cp) {
        return PARTING.indexOf(cp) >= 0
                || cp == '*'
                || (Character.isLetterOrDigit(cp) && !Typed.isHan(cp));
    }

    private static void within(String stretch, Predicate<String> right, Set<String> found) {
        List<String> tokens = TOKENS.splitToList(COPY.matcher(stretch).replaceFirst(""));
        if (tokens.size() > MOST_TOKENS) {
            return;
        }
        for (int from = 0; from < tokens.size(); from++) {
            for (int to = from + 1; to <= tokens.size(); to++) {
                String number = joined(tokens.subList(from, to));
                if (number.length() <= LONGEST_NUMBER
                        && besides(tokens.subList(0, from))
                        && besides(tokens.subList(to, tokens.size()))
                        && right.test(number)) {
                    found.add(number);
                }
            }
        }
    }

    private static String joined(List<String> tokens) {
        return LABELLED.matcher(String.join("", tokens)).replaceFirst("");
    }

    /** Words and other numbers; a digit or two too many belong to the number and make it wrong. */
    private static boolean besides(List<String> tokens) {
        return tokens.stream()
                .allMatch(
                        token ->
                                WORD.matcher(token).matches()
                                        || OTHER_NUMBER.matcher(token).matches());
    }

    /** The only stretch that can be meant, without the words before it. */
    private static Optional<String> core(List<String> stretches) {
        List<String> cores =
                stretches.stream()
                        .map(stretch -> TOKENS.splitToList(COPY.matcher(stretch).replaceFirst("")))
                        .map(Copied::unworded)
                        .map(Copied::joined)
                        .filter(core -> core.length() >= SHORTEST_CORE)
                        .filter(core -> Typed.contains(core, cp -> cp >= '0' && cp <= '9'))
                        .toList();
        return cores.size() == 1 ? Optional.of(cores.get(0)) : Optional.empty();
    }

    private static List<String> unworded(List<String> tokens) {
        int from = 0;
        while (from < tokens.size() && WORD.matcher(tokens.get(from)).matches()) {
            from++;
        }
        return tokens.subList(from, tokens.size());
    }
}
