package io.beian.value;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The number of a residence permit for people from Hong Kong and Macao (港澳居民居住证, type 41) or from
 * Taiwan (台湾居民居住证, type 42): 18 digits as on an identity card, beginning with 810000, 820000 or
 * 830000.
 */
public record ResidencePermit(String text) {

    /** Every code a flaw of this type can have. */
    public static final Set<String> FLAWS =
            Set.of(
                    "empty",
                    "masked",
                    "length",
                    "letters",
                    "residentId",
                    "region",
                    "date",
                    "future",
                    "checkDigit");

    private static final int HONG_KONG_OR_MACAO = 41;
    private static final int TAIWAN = 42;
    private static final Pattern REGION = Pattern.compile("8[123]0000");

    public ResidencePermit {
        rule(LocalDate.MAX).require(text);
    }

    /** Reads a number; nobody is born after {@code today}. */
    public static Checked<ResidencePermit> check(String raw, LocalDate today) {
        return rule(today).checkNumber(raw, ResidencePermit::new);
    }

    /** The bureau's type of certificate: 41 for Hong Kong and Macao, 42 for Taiwan. */
    public int kind() {
        return text.startsWith("83") ? TAIWAN : HONG_KONG_OR_MACAO;
    }

    public LocalDate birthDate() {
        return Gb11643.birthDate(text);
    }

    /** Full years lived on that day. */
    public int ageAt(LocalDate day) {
        return Period.between(birthDate(), day).getYears();
    }

    @Override
    public String toString() {
        return Gb11643.masked(text);
    }

    private static Rule rule(LocalDate today) {
        return new Rule(text -> flaw(text, today), Lookalikes.FOR_DIGITS);
    }

    private static Optional<Flaw> flaw(String text, LocalDate today) {
        return Gb11643.shapeFlaw(text)
                .or(() -> regionFlaw(text))
                .or(() -> Gb11643.contentFlaw(text, today));
    }

    private static Optional<Flaw> regionFlaw(String text) {
        String region = text.substring(0, 6);
        if (REGION.matcher(region).matches()) {
            return Optional.empty();
        }
        String code = ResidentId.is(text) ? "residentId" : "region";
        return Optional.of(Flaw.of(code, text).with("region", region));
    }
}
