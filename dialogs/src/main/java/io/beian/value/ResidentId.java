package io.beian.value;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The 18-digit number of a resident identity card (GB 11643-1999). Residence permits of people from
 * Hong Kong, Macao and Taiwan are numbered likewise and are read too: see {@link
 * #isResidencePermit()}.
 */
public record ResidentId(String text) {

    /** Every code a flaw of this type can have. */
    public static final Set<String> FLAWS =
            Set.of(
                    "empty",
                    "masked",
                    "old15",
                    "length",
                    "letters",
                    "province",
                    "foreignerCard",
                    "date",
                    "future",
                    "checkDigit",
                    "creditCode");

    private static final Pattern OLD_FORM = Pattern.compile("[0-9]{15}");

    /** GB/T 2260; 66 is reported for the Xinjiang corps, so it is let through. */
    private static final Set<String> PROVINCES =
            Set.of(
                    "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35",
                    "36", "37", "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54",
                    "61", "62", "63", "64", "65", "66", "71");

    private static final Set<String> PERMITS = Set.of("81", "82", "83");

    public ResidentId {
        rule(LocalDate.MAX).require(text);
    }

    /** Reads a number; nobody is born after {@code today}. */
    public static Checked<ResidentId> check(String raw, LocalDate today) {
        return rule(today).checkNumber(raw, ResidentId::new);
    }

    public LocalDate birthDate() {
        return Gb11643.birthDate(text);
    }

    /** Full years lived on that day. */
    public int ageAt(LocalDate day) {
        return Period.between(birthDate(), day).getYears();
    }

    /** The six digits of the province in GB/T 2260. */
    public String provinceCode() {
        String province = text.substring(0, 2);
        return ("66".equals(province) ? "65" : province) + "0000";
    }

    /** Residence permits of people from Hong Kong, Macao and Taiwan are another kind of card. */
    public boolean isResidencePermit() {
        return PERMITS.contains(text.substring(0, 2));
    }

    /**
     * The number of 15 digits an earlier filing may stand under: cards had it until 1999, residence
     * permits never did.
     */
    public Optional<String> legacy() {
        boolean possible = text.startsWith("19", 6) && !isResidencePermit();
        return possible
                ? Optional.of(text.substring(0, 6) + text.substring(8, 17))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return Gb11643.masked(text);
    }

    /** Whether a normalised text is such a number, for telling mixed-up numbers apart. */
    static boolean is(String text) {
        return numberFlaw(text, LocalDate.MAX).isEmpty();
    }

    /** Whether a number that begins so can be that of a resident's card. */
    static boolean isProvince(String twoDigits) {
        return PROVINCES.contains(twoDigits);
    }

    private static Rule rule(LocalDate today) {
        return new Rule(text -> flaw(text, today), Lookalikes.FOR_DIGITS);
    }

    private static Optional<Flaw> flaw(String text, LocalDate today) {
        Optional<Flaw> flaw = numberFlaw(text, today);
        return flaw.isPresent() && CreditCode.isLikely(text)
                ? Optional.of(Flaw.of("creditCode", text))
                : flaw;
    }

    private static Optional<Flaw> numberFlaw(String text, LocalDate today) {
        if (OLD_FORM.matcher(text).matches()) {
            Optional<String> meant = Optional.of(Gb11643.upgraded(text)).filter(ResidentId::is);
            return Optional.of(Flaw.of("old15", text).suggesting(meant));
        }
        return Gb11643.shapeFlaw(text)
                .or(() -> provinceFlaw(text))
                .or(() -> Gb11643.contentFlaw(text, today));
    }

    private static Optional<Flaw> provinceFlaw(String text) {
        String province = text.substring(0, 2);
        if (isProvince(province) || PERMITS.contains(province)) {
            return Optional.empty();
        }
        // Cards of permanent residents from abroad begin with 9 since 2023, same check digit.
        boolean foreigner = province.startsWith("9") && Gb11643.checkHolds(text);
        String code = foreigner ? "foreignerCard" : "province";
        return Optional.of(Flaw.of(code, text).with("province", province));
    }
}
