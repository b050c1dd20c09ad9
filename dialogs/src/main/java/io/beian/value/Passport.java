package io.beian.value;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The number of a passport (护照, type 7): 5 to 17 letters and digits, of any country. */
public record Passport(String text) {

    /** Every code a flaw of this type can have. */
    public static final Set<String> FLAWS =
            Set.of("empty", "masked", "residentId", "letters", "length", "noDigit");

    private static final int SHORTEST = 5;
    private static final int LONGEST = 17;
    private static final Pattern LABEL =
            Pattern.compile(
                    "^\\P{L}{0,9}PASSPORT(?:NUMBER|NO)?[.:#]*(?=[A-Z]{0,3}[0-9])",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern CHINESE =
            Pattern.compile("[EG][0-9]{8}|E[A-HJ-NP-Z][0-9]{7}|[DSP]E?[0-9]{7,8}|1[45][0-9]{7}");
    private static final Pattern USUAL =
            Pattern.compile("[A-Z]{1,2}[0-9]{6,8}[A-Z]?|[0-9]{2}[A-Z]{2}[0-9]{5}");
    private static final Rule RULE = new Rule(Passport::flaw);

    public Passport {
        RULE.require(text);
    }

    public static Checked<Passport> check(String raw) {
        String line = Typed.compact(Copied.uncounted(raw)).toUpperCase(Locale.ROOT);
        return RULE.check(Copied.loose(Typed.after(LABEL, line), RULE::holds), Passport::new);
    }

    /**
     * Whether the number has the form of a Chinese passport. Some other countries number alike, so
     * it is a reason to ask for the identity card, which mainland people must use.
     */
    public boolean chinese() {
        return CHINESE.matcher(text).matches();
    }

    /** Whether a number is hardly anything else: a letter or two and six to nine digits. */
    public boolean isUsual() {
        return chinese() || USUAL.matcher(text).matches();
    }

    @Override
    public String toString() {
        return Typed.masked(text, 1, 2);
    }

    private static Optional<Flaw> flaw(String text) {
        if (text.isEmpty()) {
            return Optional.of(Flaw.of("empty", text));
        }
        if (text.contains("*")) {
            return Optional.of(Flaw.of("masked", text));
        }
        if (ResidentId.is(text)) {
            return Optional.of(Flaw.of("residentId", text));
        }
        String others = Typed.others(text, Passport::isAllowed);
        if (!others.isEmpty()) {
            return Optional.of(Flaw.of("letters", text).with("letters", others));
        }
        if (text.length() < SHORTEST || text.length() > LONGEST) {
            return Optional.of(Flaw.length(text, text.length(), SHORTEST + "-" + LONGEST));
        }
        return Typed.contains(text, Character::isDigit)
                ? Optional.empty()
                : Optional.of(Flaw.of("noDigit", text));
    }

    private static boolean isAllowed(int cp) {
        return (cp >= '0' && cp <= '9') || (cp >= 'A' && cp <= 'Z');
    }
}
