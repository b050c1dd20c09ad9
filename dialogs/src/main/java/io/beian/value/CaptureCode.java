package io.beian.value;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The code of 18 characters the photographing mini program gives out, for fetching the pictures
 * taken there. Its alphabet is not published, so letters are allowed and their case is kept.
 */
public record CaptureCode(String text) {

    /** Every code a flaw of this type can have. */
    public static final Set<String> FLAWS = Set.of("empty", "length", "letters");

    private static final int LENGTH = 18;
    private static final Rule RULE = new Rule(CaptureCode::flaw);

    public CaptureCode {
        RULE.require(text);
    }

    public static Checked<CaptureCode> check(String raw) {
        String dashed = Typed.dashed(Typed.compact(raw)).replace("-", "");
        return RULE.check(Typed.unlabelled(dashed), CaptureCode::new);
    }

    /** The number of a person's card has the same length; the check character decides. */
    public boolean mayBeResidentId() {
        String upper = text.toUpperCase(Locale.ROOT);
        return ResidentId.is(upper) || PermanentResidenceCard.is(upper);
    }

    /** A credit code has the same length; the check character decides. */
    public boolean mayBeCreditCode() {
        return CreditCode.is(text.toUpperCase(Locale.ROOT));
    }

    /** Whoever has the code has the pictures. */
    @Override
    public String toString() {
        return Typed.masked(text, 2, 2);
    }

    private static Optional<Flaw> flaw(String text) {
        if (text.isEmpty()) {
            return Optional.of(Flaw.of("empty", text));
        }
        String others = Typed.others(text, Typed::isAsciiAlphanumeric);
        if (!others.isEmpty()) {
            return Optional.of(Flaw.of("letters", text).with("letters", others));
        }
        return text.length() == LENGTH
                ? Optional.empty()
                : Optional.of(Flaw.length(text, text.length(), String.valueOf(LENGTH)));
    }
}
