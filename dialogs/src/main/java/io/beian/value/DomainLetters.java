package io.beian.value;

import com.google.common.base.Splitter;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The letters of a domain. What only looks like one, such as ① or a Cyrillic а, is told and never
 * taken for it; how labels may mix scripts is the "highly restrictive" level of UTS 39.
 */
final class DomainLetters {

    private static final Splitter DOTS = Splitter.on('.');
    private static final Pattern FOR_DOTS = Pattern.compile("[,、·‧・⋅•]");
    private static final Pattern MARKED = Pattern.compile("(?<=[a-z0-9])\\p{M}");
    private static final Pattern LATIN = Pattern.compile("[a-z]");
    private static final Pattern LEADING = Pattern.compile("^[^\\p{L}\\p{Nd}]+");

    private DomainLetters() {}

    /** What is wrong with the letters as they were typed. */
    static Optional<Flaw> typedFlaw(String host) {
        String signs = Typed.others(host, cp -> !isCompatible(cp));
        String alike = signs.isEmpty() ? doubles(host) : signs;
        String others = Typed.others(host, cp -> isLetter(cp) && !isCompatible(cp));
        if (alike.isEmpty() && others.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> meant = mended(host);
        boolean told = !alike.isEmpty() && (signs.isEmpty() || meant.isPresent());
        Flaw flaw = told ? lookalike(host, alike) : letters(host, others);
        return Optional.of(flaw.suggesting(meant));
    }

    /** What is wrong with the letters of a name, whichever way it came here. */
    static Optional<Flaw> flaw(String name) {
        Matcher marked = MARKED.matcher(name);
        String others =
                marked.find() ? marked.group() : Typed.others(name, DomainLetters::isLetter);
        if (!others.isEmpty()) {
            return Optional.of(letters(name, others));
        }
        return labels(name)
                .filter(Idn::mixesScripts)
                .findFirst()
                .map(label -> Flaw.of("mixed", name).with("label", Typed.shortened(label, 20)));
    }

    private static Flaw letters(String host, String others) {
        return Flaw.of("letters", host).with("letters", others);
    }

    /** A list's ① before a domain is no part of it; that reading is told beside the other. */
    private static Flaw lookalike(String host, String letters) {
        Flaw flaw = Flaw.of("lookalike", host).with("letters", letters);
        return Optional.of(LEADING.matcher(host).replaceFirst(""))
                .filter(bare -> bare.length() < host.length())
                .flatMap(Domain::meant)
                .map(bare -> flaw.with("also", bare))
                .orElse(flaw);
    }

    /** The letters of other scripts that pass for a to z, where a label has some of them. */
    private static String doubles(String host) {
        String ending = host.substring(host.lastIndexOf('.') + 1);
        return labels(host)
                .filter(label -> posesAsLatin(label, ending) || mixesLatin(label) || isCom(label))
                .map(label -> Typed.others(label, cp -> cp < 0x80 || !isDouble(cp)))
                .findFirst()
                .orElse("");
    }

    /** Under an ending in its own letters, as .рф, such a label is what it looks like. */
    private static boolean posesAsLatin(String label, String ending) {
        boolean own = ending.codePoints().allMatch(cp -> cp > 0x7F);
        return Idn.looksLatin(label) && !(own && !Idn.mixesScripts(label + ending));
    }

    private static boolean mixesLatin(String label) {
        return LATIN.matcher(label).find()
                && Idn.mixesScripts(label)
                && !Idn.mixesScripts(Idn.latin(label));
    }

    /** An ending in Cyrillic letters from end to end, which no letter for letter double is. */
    private static boolean isCom(String label) {
        return label.length() == 3 && label.charAt(0) > 0x7F && Idn.latin(label).equals("com");
    }

    private static boolean isDouble(int cp) {
        String letter = Character.toString(cp);
        return !Idn.latin(letter).equals(letter);
    }

    /** The least change that makes a domain of it. */
    private static Optional<String> mended(String host) {
        String dotted = FOR_DOTS.matcher(Typed.dashed(plain(host))).replaceAll(".");
        return Stream.of(
                        dotted, each(dotted, DomainLetters::latinIfAlike), each(dotted, Idn::latin))
                .filter(text -> !text.equals(host))
                .flatMap(text -> Domain.meant(text).stream())
                .findFirst();
    }

    private static String latinIfAlike(String label) {
        return Idn.looksLatin(label) || Idn.mixesScripts(label) ? Idn.latin(label) : label;
    }

    private static String each(String host, UnaryOperator<String> change) {
        return labels(host).map(change).collect(Collectors.joining("."));
    }

    private static Stream<String> labels(String host) {
        return DOTS.splitToStream(host);
    }

    private static String plain(String host) {
        return Normalizer.normalize(host, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** ①, ⅷ, ﬁ, ½, 𝐚 and K, the sign of the kelvin; not the forms of Chinese characters. */
    private static boolean isCompatible(int cp) {
        boolean numeral = cp >= 0x3038 && cp <= 0x303A; // 〸, of the abacus
        if (cp < 0x80 || (Typed.isHan(cp) && !numeral)) {
            return false;
        }
        String letter = Character.toString(cp);
        String same = Normalizer.normalize(letter, Normalizer.Form.NFC);
        boolean sign = cp >= 0x2100 && cp <= 0x214F && !same.equals(letter);
        return sign || !Normalizer.normalize(letter, Normalizer.Form.NFKC).equals(same);
    }

    /** The categories of RFC 5892 §2.1. Marks belong to letters that have no Latin form. */
    private static boolean isLetter(int cp) {
        return switch (Character.getType(cp)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.OTHER_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.DECIMAL_DIGIT_NUMBER ->
                    true;
            default -> Typed.isHan(cp) || cp == '-' || cp == '.' || cp == 0x200C || cp == 0x200D;
        };
    }
}
