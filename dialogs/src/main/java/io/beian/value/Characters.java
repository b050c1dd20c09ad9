package io.beian.value;

import com.google.common.collect.ImmutableMap;

/**
 * Characters that stand for another one: radicals of dictionaries and the places old input methods
 * gave to Chinese characters Unicode did not have yet. Sources are told at the head of {@code
 * characters.tsv}; the Kangxi radicals are left to NFKC.
 */
final class Characters {

    private static final ImmutableMap<Integer, Integer> MEANT =
            Shipped.rows("characters").stream()
                    .collect(
                            ImmutableMap.toImmutableMap(
                                    row -> Integer.parseInt(row.get(0), 16),
                                    row -> Integer.parseInt(row.get(1), 16)));

    private static final int ZERO = 0x3007;

    private Characters() {}

    /** The text with the characters that are meant; of the usual ones none changes. */
    static String meant(String text) {
        StringBuilder meant = new StringBuilder(text.length());
        text.codePoints()
                .map(cp -> isCircle(cp) && endsInHan(meant) ? ZERO : cp)
                .map(cp -> cp >= 0x2F00 && cp <= 0x2FD5 ? kangxi(cp) : cp)
                .forEach(cp -> meant.appendCodePoint(MEANT.getOrDefault(cp, cp)));
        return meant.toString();
    }

    /** In the private use area and none of those whose character is known. */
    static boolean isPrivate(int cp) {
        return Character.getType(cp) == Character.PRIVATE_USE;
    }

    private static int kangxi(int cp) {
        return java.text.Normalizer.normalize(
                        Character.toString(cp), java.text.Normalizer.Form.NFKC)
                .codePointAt(0);
    }

    /** ○ behind a Chinese character is typed for 〇, as in 二○二六 or a name. */
    private static boolean isCircle(int cp) {
        return cp == 0x25CB || cp == 0x25EF;
    }

    private static boolean endsInHan(StringBuilder text) {
        return text.length() > 0 && Typed.isHan(text.codePointBefore(text.length()));
    }
}
