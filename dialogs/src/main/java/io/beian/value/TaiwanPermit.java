package io.beian.value;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The number of the permit with which people from Taiwan travel to the mainland (台湾居民来往大陆通行证, type
 * 11): eight digits; on old booklets ten and a letter, here without its brackets.
 */
public record TaiwanPermit(String text) {

    /** Every code a flaw of this type can have. */
    public static final Set<String> FLAWS =
            Set.of("empty", "masked", "residentId", "length", "letters");

    private static final Pattern FORM = Pattern.compile("[0-9]{8}|[0-9]{10}[A-Z]");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern BRACKETS =
            Pattern.compile("[(（](?=\\s?[A-Za-z])|(?<=[A-Za-z])\\s?[)）]|\\($");
    private static final Rule RULE = new Rule(TaiwanPermit::flaw, Lookalikes.FOR_DIGITS);

    public TaiwanPermit {
        RULE.require(text);
    }

    public static Checked<TaiwanPermit> check(String raw) {
        return RULE.check(
                unbracketed(Copied.loose(unbracketed(raw), text -> RULE.holds(unbracketed(text)))),
                TaiwanPermit::new);
    }

    @Override
    public String toString() {
        return Typed.masked(text, 2, 2);
    }

    private static String unbracketed(String text) {
        return BRACKETS.matcher(text).replaceAll("");
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
        if (FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        boolean lettered = text.length() == 8 || text.length() == 11;
        if (!lettered || DIGITS.matcher(text).matches()) {
            return Optional.of(Flaw.length(text, Typed.length(text), "8"));
        }
        String others = Typed.others(text, cp -> cp >= '0' && cp <= '9');
        return Optional.of(Flaw.of("letters", text).with("letters", others));
    }
}
