package io.beian.value;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;

/**
 * Characters of the names of divisions as they were written before the reform and still are in Hong
 * Kong and Taiwan. Sources are told at the head of {@code traditional.txt}.
 */
final class Traditional {

    private static final ImmutableMap<Character, Character> TODAY = table();

    private Traditional() {}

    /** The character that is written today. */
    static char today(char written) {
        return TODAY.getOrDefault(written, written);
    }

    /** As many characters as before. */
    static String today(String written) {
        StringBuilder text = new StringBuilder(written);
        for (int i = 0; i < text.length(); i++) {
            text.setCharAt(i, today(text.charAt(i)));
        }
        return text.toString();
    }

    private static ImmutableMap<Character, Character> table() {
        return Resource.rows("traditional.txt").stream()
                .flatMap(row -> Splitter.on(' ').splitToStream(row))
                .collect(
                        ImmutableMap.toImmutableMap(
                                pair -> pair.charAt(0), pair -> pair.charAt(1)));
    }
}
