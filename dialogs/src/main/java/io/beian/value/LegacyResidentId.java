package io.beian.value;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The 15-digit number of identity cards given out until 1999, without century and check character.
 * The cards are void since 2013; the number serves only to find an old filing made under it.
 */
public record LegacyResidentId(String text) {

    /** Every code a flaw of this type can have. */
    public static final Set<String> FLAWS =
            Set.of("empty", "masked", "new18", "length", "letters", "province", "date");

    private static final Pattern FORM = Pattern.compile("[0-9]{15}");

    public LegacyResidentId {
        rule(LocalDate.MAX).require(text);
    }

    /** Reads a number; nobody is born after {@code today}. */
    public static Checked<LegacyResidentId> check(String raw, LocalDate today) {
        return rule(today).checkNumber(raw, LegacyResidentId::new);
    }

    /** The 18 digits on the card that followed. */
    public String upgraded() {
        return Gb11643.upgraded(text);
    }

    @Override
    public String toString() {
        return Typed.masked(text, 6, 3);
    }

    private static Rule rule(LocalDate today) {
        return new Rule(text -> flaw(text, today), Lookalikes.FOR_DIGITS);
    }

    private static Optional<Flaw> flaw(String text, LocalDate today) {
        if (text.isEmpty()) {
            return Optional.of(Flaw.of("empty", text));
        }
        if (text.contains("*")) {
            return Optional.of(Flaw.of("masked", text));
        }
        if (ResidentId.is(text)) {
            return Optional.of(Flaw.of("new18", text).suggesting(new ResidentId(text).legacy()));
        }
        if (text.length() != 15) {
            return Optional.of(Flaw.length(text, Typed.length(text), "15"));
        }
        if (!FORM.matcher(text).matches()) {
            String others = Typed.others(text, cp -> cp >= '0' && cp <= '9');
            return Optional.of(Flaw.of("letters", text).with("letters", others));
        }
        return contentFlaw(text, today);
    }

    private static Optional<Flaw> contentFlaw(String text, LocalDate today) {
        String province = text.substring(0, 2);
        if (!ResidentId.isProvince(province)) {
            return Optional.of(Flaw.of("province", text).with("province", province));
        }
        boolean born = Gb11643.contentFlaw(Gb11643.upgraded(text), today).isEmpty();
        return born
                ? Optional.empty()
                : Optional.of(Flaw.of("date", text).with("date", "19" + text.substring(6, 12)));
    }
}
