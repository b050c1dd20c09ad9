package io.beian.value;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The letters and digits a line begins with, as they are written today, and where each stands in
 * it. A character that cannot be read stays as one: 沙市 behind it is no beginning.
 */
record Letters(String line, String text, List<Integer> places) {

    /** Far more than the three longest names. */
    private static final int LONGEST = 80;

    private static final char UNREADABLE = '\uFFFD';

    /** Drawn or sent where a character is missing. */
    private static final String MISSING = "\uFFFD□■〓";

    static Letters of(String line) {
        StringBuilder kept = new StringBuilder();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < line.length() && kept.length() < LONGEST; i++) {
            int cp = line.codePointAt(i);
            if (isUnreadable(cp)) {
                kept.append(UNREADABLE);
                places.add(i);
            } else if (Character.isLetterOrDigit(line.charAt(i))) {
                kept.append(Traditional.today(line.charAt(i)));
                places.add(i);
            }
            i += Character.charCount(cp) - 1;
        }
        return new Letters(line, kept.toString(), List.copyOf(places));
    }

    private static boolean isUnreadable(int cp) {
        return (cp >= 0x10000 && Typed.isHan(cp))
                || Character.getType(cp) == Character.PRIVATE_USE
                || MISSING.indexOf(cp) >= 0;
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    int length() {
        return text.length();
    }

    /** Whether something that is no letter stands there, or nothing at all. */
    boolean isGap(int end) {
        return end == text.length() || places.get(end) > places.get(end - 1) + 1;
    }

    boolean follows(Pattern pattern, int end) {
        return at(pattern, end).lookingAt();
    }

    Matcher at(Pattern pattern, int start) {
        return pattern.matcher(text).region(start, text.length());
    }

    /** What stands in the line behind so many letters. */
    String behind(int end) {
        return line.substring(places.get(end - 1) + 1);
    }
}
