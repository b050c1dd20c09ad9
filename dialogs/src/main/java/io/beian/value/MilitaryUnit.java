package io.beian.value;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The code of a military unit (部队代号, type 5): five digits and perhaps words, as 61234部队. */
public record MilitaryUnit(String text) {

    /** Every code a flaw of this type can have. */
    public static final Set<String> FLAWS =
            Set.of("empty", "masked", "digits", "letters", "length");

    private static final int LONGEST_WORDS = 30;
    private static final String UNIT = "部队";
    private static final Pattern BEGINNING = Pattern.compile("[0-9]{5}(?![0-9])");
    private static final Rule RULE = new Rule(MilitaryUnit::flaw, Lookalikes.FOR_DIGITS);

    public MilitaryUnit {
        RULE.require(text);
    }

    public static Checked<MilitaryUnit> check(String raw) {
        return RULE.check(Typed.unlabelled(Typed.compact(raw)), MilitaryUnit::new);
    }

    /** The code is public. */
    @Override
    public String toString() {
        return text;
    }

    private static Optional<Flaw> flaw(String text) {
        if (text.isEmpty()) {
            return Optional.of(Flaw.of("empty", text));
        }
        if (text.contains("*")) {
            return Optional.of(Flaw.of("masked", text));
        }
        if (!BEGINNING.matcher(text).lookingAt()) {
            return Optional.of(Flaw.of("digits", text));
        }
        String words = text.substring(5);
        String others = Typed.others(words, Typed::isPrintable);
        if (!others.isEmpty()) {
            return Optional.of(Flaw.of("letters", text).with("letters", others));
        }
        int length = Typed.length(words.startsWith(UNIT) ? words.substring(2) : words);
        return length <= LONGEST_WORDS
                ? Optional.empty()
                : Optional.of(Flaw.length(text, length, "0-" + LONGEST_WORDS));
    }
}
