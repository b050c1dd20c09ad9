package io.beian.value;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The number of the permit with which people from Hong Kong and Macao travel to the mainland
 * (港澳居民来往内地通行证, type 14): H or M and eight digits; on old cards two more, counting the renewals.
 */
public record HkMacaoPermit(String text) {

    /** Every code a flaw of this type can have. */
    public static final Set<String> FLAWS =
            Set.of("empty", "masked", "residentId", "place", "length", "letters");

    private static final Pattern FORM = Pattern.compile("[HM][0-9]{8}(?:[0-9]{2})?");
    private static final Rule RULE = new Rule(HkMacaoPermit::flaw, Lookalikes.FOR_DIGITS);

    public HkMacaoPermit {
        RULE.require(text);
    }

    public static Checked<HkMacaoPermit> check(String raw) {
        return RULE.checkNumber(raw, HkMacaoPermit::new);
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
        if (!text.startsWith("H") && !text.startsWith("M")) {
            return Optional.of(Flaw.of("place", text).with("first", Typed.shortened(text, 1)));
        }
        if (text.length() != 9 && text.length() != 11) {
            return Optional.of(Flaw.length(text, Typed.length(text), "9"));
        }
        String others = Typed.others(text.substring(1), cp -> cp >= '0' && cp <= '9');
        return FORM.matcher(text).matches()
                ? Optional.empty()
                : Optional.of(Flaw.of("letters", text).with("letters", others));
    }
}
