package io.beian.value;

import com.google.common.base.Splitter;
import com.ibm.icu.text.IDNA;
import com.ibm.icu.text.SpoofChecker;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Domain labels in other letters than a to z: UTS 46 without the transitional mappings, which is
 * how registries encode today (IDNA 2008, RFC 5891: ß is no ss), and the look-alikes of UTS 39.
 */
final class Idn {

    private static final IDNA UTS46 =
            IDNA.getUTS46Instance(
                    IDNA.NONTRANSITIONAL_TO_ASCII
                            | IDNA.NONTRANSITIONAL_TO_UNICODE
                            | IDNA.USE_STD3_RULES
                            | IDNA.CHECK_BIDI
                            | IDNA.CHECK_CONTEXTJ
                            | IDNA.CHECK_CONTEXTO);

    /** One script, or Han with Latin and what is written with Han in Japan, Korea and Taiwan. */
    private static final SpoofChecker SCRIPTS =
            new SpoofChecker.Builder()
                    .setChecks(SpoofChecker.RESTRICTION_LEVEL)
                    .setRestrictionLevel(SpoofChecker.RestrictionLevel.HIGHLY_RESTRICTIVE)
                    .build();

    private static final Splitter DOTS = Splitter.on('.');
    private static final int LONGEST_NAME = 255;

    private Idn() {}

    /** ASCII form of one label, or nothing if no registry could hold it. */
    static Optional<String> ascii(String label) {
        IDNA.Info info = new IDNA.Info();
        StringBuilder ascii = UTS46.labelToASCII(label, new StringBuilder(), info);
        return info.hasErrors() ? Optional.empty() : Optional.of(ascii.toString());
    }

    /** A name as people write it; labels that are none stay as they are. */
    static String unicode(String name) {
        return name.length() > LONGEST_NAME
                ? name
                : DOTS.splitToStream(name).map(Idn::label).collect(Collectors.joining("."));
    }

    private static String label(String label) {
        IDNA.Info info = new IDNA.Info();
        StringBuilder unicode = UTS46.labelToUnicode(label, new StringBuilder(), info);
        return info.hasErrors() ? label : unicode.toString();
    }

    /** Cyrillic or Greek among Latin, Cyrillic beside Han: no registry sells such a label. */
    static boolean mixesScripts(String label) {
        return SCRIPTS.failsChecks(label);
    }

    /** Whether a label in other letters looks like one of a to z from end to end: сосо. */
    static boolean looksLatin(String label) {
        return !isAscii(label)
                && !Typed.contains(label, Typed::isHan)
                && isAscii(SCRIPTS.getSkeleton(label));
    }

    /** With every letter that looks like one of a to z written as that one. */
    static String latin(String label) {
        return label.codePoints().mapToObj(Idn::latin).collect(Collectors.joining());
    }

    private static String latin(int cp) {
        String letter = Character.toString(cp);
        if (cp < 0x80 || Typed.isHan(cp)) {
            return letter;
        }
        String small = SCRIPTS.getSkeleton(letter);
        // Small в and м have no Latin double, В and М have.
        String like =
                isLetter(small) ? small : SCRIPTS.getSkeleton(letter.toUpperCase(Locale.ROOT));
        return isLetter(like) ? like.toLowerCase(Locale.ROOT) : letter;
    }

    private static boolean isLetter(String text) {
        return text.length() == 1 && Typed.isAsciiAlphanumeric(text.charAt(0));
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }
}
