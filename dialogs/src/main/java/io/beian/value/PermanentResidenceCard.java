package io.beian.value;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The number of a foreigner's permanent residence card (外国人永久居留身份证, type 30): three letters and
 * twelve digits on cards before 2023, or 18 digits beginning with 9, with a birth date and the
 * check character of GB 11643.
 */
public record PermanentResidenceCard(String text) {

    /** Every code a flaw of this type can have. */
    public static final Set<String> FLAWS =
            Set.of(
                    "empty",
                    "masked",
                    "length",
                    "letters",
                    "structure",
                    "residentId",
                    "date",
                    "future",
                    "checkDigit");

    private static final int OLD_LENGTH = 15;
    private static final Pattern OLD_FORM = Pattern.compile("[A-Z]{3}[0-9]{12}");

    public PermanentResidenceCard {
        rule(LocalDate.MAX).require(text);
    }

    /** Reads a number; nobody is born after {@code today}. */
    public static Checked<PermanentResidenceCard> check(String raw, LocalDate today) {
        return rule(today).checkNumber(raw, PermanentResidenceCard::new);
    }

    /** Only cards since 2023 tell it in full. */
    public Optional<LocalDate> birthDate() {
        return isOld(text) ? Optional.empty() : Optional.of(Gb11643.birthDate(text));
    }

    @Override
    public String toString() {
        return isOld(text) ? Typed.masked(text, 3, 2) : Gb11643.masked(text);
    }

    static boolean is(String text) {
        return flaw(text, LocalDate.MAX).isEmpty();
    }

    /** Whether a normalised text is the number of a card since 2023. */
    static boolean isNew(String text) {
        return !isOld(text) && is(text);
    }

    private static Rule rule(LocalDate today) {
        return new Rule(text -> flaw(text, today), Lookalikes.FOR_DIGITS);
    }

    private static boolean isOld(String text) {
        return text.length() == OLD_LENGTH;
    }

    private static Optional<Flaw> flaw(String text, LocalDate today) {
        if (isOld(text) && !text.contains("*")) {
            return OLD_FORM.matcher(text).matches()
                    ? Optional.empty()
                    : Optional.of(Flaw.of("structure", text));
        }
        return Gb11643.shapeFlaw(text)
                .map(flaw -> flaw.code().equals("length") ? flaw.with("expected", "15/18") : flaw)
                .or(() -> kindFlaw(text))
                .or(() -> Gb11643.contentFlaw(text, today));
    }

    private static Optional<Flaw> kindFlaw(String text) {
        if (text.startsWith("9")) {
            return Optional.empty();
        }
        return Optional.of(Flaw.of(ResidentId.is(text) ? "residentId" : "structure", text));
    }
}
