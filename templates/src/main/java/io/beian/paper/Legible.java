package io.beian.paper;

/**
 * Makes any string fit for paper: what cannot be shown, or would reorder what is, becomes U+FFFD.
 */
final class Legible {

    static final int REPLACEMENT = 0xFFFD;

    private Legible() {}

    static String of(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.replace("\r\n", "\n")
                .codePoints()
                .map(Legible::legible)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static int legible(int codePoint) {
        return switch (codePoint) {
            case '\n' -> codePoint;
            case '\t' -> ' ';
            // Layout engines drop the soft hyphen and the object replacement character silently.
            case 0xAD, 0xFFFC, 0x2028, 0x2029 -> REPLACEMENT;
            default -> isHarmful(codePoint) ? REPLACEMENT : codePoint;
        };
    }

    private static boolean isHarmful(int codePoint) {
        return Character.isISOControl(codePoint)
                || Character.getType(codePoint) == Character.SURROGATE
                || (codePoint & 0xFFFE) == 0xFFFE
                || isDirectionControl(codePoint);
    }

    /**
     * Marks, embeddings, overrides and isolates of UAX #9: they make one value look like another.
     */
    private static boolean isDirectionControl(int codePoint) {
        return codePoint == 0x61C
                || codePoint == 0x200E
                || codePoint == 0x200F
                || (codePoint >= 0x202A && codePoint <= 0x202E)
                || (codePoint >= 0x2066 && codePoint <= 0x2069);
    }
}
