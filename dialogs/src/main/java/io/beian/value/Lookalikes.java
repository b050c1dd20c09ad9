package io.beian.value;

import com.google.common.collect.Lists;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Letters that are typed for another character, and the repair they allow. */
final class Lookalikes {

    /** Letters typed for digits, and a star for the check character X. */
    static final Map<Character, String> FOR_DIGITS =
            Map.of(
                    'O', "0", 'Q', "0", 'D', "0", 'I', "1", 'L', "1", 'Z', "2", 'S', "5", 'B', "8",
                    '*', "X");

    /** GB 32100-2015 leaves out I, O, S, V and Z because they are mistaken for these. */
    static final Map<Character, String> IN_CODES =
            Map.of('O', "0", 'I', "1", 'L', "1", 'Z', "2", 'S', "5", 'V', "UY");

    private static final int LONGEST = 40;

    private Lookalikes() {}

    /** The repaired text, if exactly one repair of one letter leads to a right one. */
    static Optional<String> onlyRepair(
            String text, Map<Character, String> lookalikes, Predicate<String> right) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        Set<String> repaired = new LinkedHashSet<>();
        for (int i = 0; i < text.length(); i++) {
            char typed = text.charAt(i);
            for (char meant : meantBy(typed, lookalikes)) {
                repaired.add(text.substring(0, i) + meant + text.substring(i + 1));
                repaired.add(text.replace(typed, meant));
            }
        }
        repaired.removeIf(right.negate());
        return repaired.size() == 1 ? repaired.stream().findFirst() : Optional.empty();
    }

    private static List<Character> meantBy(char typed, Map<Character, String> lookalikes) {
        return Lists.charactersOf(lookalikes.getOrDefault(typed, ""));
    }
}
