package io.beian.value;

import com.google.common.collect.ImmutableSet;

/**
 * The family names Chinese people have. A name that begins with none of them can be right all the
 * same, so the table only decides whether to ask. Its sources are told at its head.
 */
final class Surnames {

    private static final ImmutableSet<String> ALL =
            ImmutableSet.copyOf(Shipped.words("surnames").values());

    private static final ImmutableSet<String> OLD =
            ImmutableSet.copyOf(Shipped.words("surnames").get("hundred"));

    private Surnames() {}

    /** One of the hundred family names (百家姓). */
    static boolean isOld(String surname) {
        return OLD.contains(surname);
    }

    /** Characters of the family name a text begins with; 0 if it begins with none. */
    static int length(String text) {
        if (Typed.length(text) > 2) {
            int longest = Math.min(text.length(), 4);
            for (int end = longest; end >= 2; end--) {
                if (ALL.contains(text.substring(0, end))) {
                    return end;
                }
            }
        }
        String first = Typed.shortened(text, 1);
        return !first.isEmpty() && ALL.contains(first) ? 1 : 0;
    }

    /** Whether a text looks like a whole name: an old family name and one or two characters. */
    static boolean beginWhole(String text) {
        int surname = length(text);
        int given = Typed.length(text) - surname;
        boolean old = surname > 1 || isOld(Typed.shortened(text, 1));
        return old && surname > 0 && given >= 1 && given <= 2 && !ALL.contains(text);
    }
}
