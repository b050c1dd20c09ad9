package io.beian.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The 18-digit number of a resident identity card or residence permit (GB 11643-1999). */
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

    private static final Pattern FORM = Pattern.compile("[0-9]{17}[0-9X]");
    private static final Pattern OLD_FORM = Pattern.compile("[0-9]{15}");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final LocalDate OLDEST = LocalDate.of(1900, 1, 1);

    /** GB/T 2260; 66 is reported for the Xinjiang corps, so it is let through. */
    private static final Set<String> PROVINCES =
            Set.of(
                    "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35",
                    "36", "37", "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54",
                    "61", "62", "63", "64", "65", "66", "71", "81", "82", "83");

    public ResidentId {
        rule(LocalDate.MAX).require(text);
    }

    /** Reads a number; nobody is born after {@code today}. */
    public static Checked<ResidentId> check(String raw, LocalDate today) {
        return rule(today).check(Typed.crossed(Typed.number(raw)), ResidentId::new);
    }

    public LocalDate birthDate() {
        return dateAt(text.substring(6, 14)).orElseThrow();
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
        return Set.of("81", "82", "83").contains(text.substring(0, 2));
    }

    @Override
    public String toString() {
        return text.substring(0, 6) + "********" + text.substring(14);
    }

    /** Whether a normalised text is such a number, for telling mixed-up numbers apart. */
    static boolean is(String text) {
        return numberFlaw(text, LocalDate.MAX).isEmpty();
    }

    private static Rule rule(LocalDate today) {
        return new Rule(text -> flaw(text, today), Lookalikes.FOR_DIGITS);
    }

    private static Optional<Flaw> flaw(String text, LocalDate today) {
        Optional<Flaw> flaw = numberFlaw(text, today);
        return flaw.isPresent() && CreditCode.is(text)
                ? Optional.of(Flaw.of("creditCode", text))
                : flaw;
    }

    private static Optional<Flaw> numberFlaw(String text, LocalDate today) {
        return shapeFlaw(text).or(() -> contentFlaw(text, today));
    }

    private static Optional<Flaw> shapeFlaw(String text) {
        if (text.isEmpty()) {
            return Optional.of(Flaw.of("empty", text));
        }
        if (text.contains("*")) {
            return Optional.of(Flaw.of("masked", text));
        }
        if (OLD_FORM.matcher(text).matches()) {
            return Optional.of(Flaw.of("old15", text).suggesting(converted(text)));
        }
        if (text.length() != 18) {
            return Optional.of(Flaw.length(text, Typed.length(text), "18"));
        }
        if (!FORM.matcher(text).matches()) {
            String others = Typed.others(text, cp -> cp >= '0' && cp <= '9');
            return Optional.of(Flaw.of("letters", text).with("letters", others));
        }
        return Optional.empty();
    }

    private static Optional<Flaw> contentFlaw(String text, LocalDate today) {
        String province = text.substring(0, 2);
        if (!PROVINCES.contains(province)) {
            // Cards of permanent residents from abroad begin with 9 since 2023, same check digit.
            boolean foreigner = province.startsWith("9") && checkCharacter(text) == text.charAt(17);
            String code = foreigner ? "foreignerCard" : "province";
            return Optional.of(Flaw.of(code, text).with("province", province));
        }
        String typed = text.substring(6, 14);
        Optional<LocalDate> birth = dateAt(typed);
        if (birth.isEmpty() || birth.get().isBefore(OLDEST)) {
            return Optional.of(Flaw.of("date", text).with("date", typed));
        }
        if (birth.get().isAfter(today)) {
            return Optional.of(Flaw.of("future", text).with("date", typed));
        }
        return checkCharacter(text) == text.charAt(17)
                ? Optional.empty()
                : Optional.of(Flaw.of("checkDigit", text));
    }

    private static char checkCharacter(String text) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (text.charAt(i) - '0') * WEIGHTS[i];
        }
        return "10X98765432".charAt(sum % 11);
    }

    /** Cards with 15 digits are void since 2013; their holders were all born before 2000. */
    private static Optional<String> converted(String old) {
        String seventeen = old.substring(0, 6) + "19" + old.substring(6);
        String converted = seventeen + checkCharacter(seventeen);
        return is(converted) ? Optional.of(converted) : Optional.empty();
    }

    private static Optional<LocalDate> dateAt(String digits) {
        try {
            return Optional.of(
                    LocalDate.of(
                            Integer.parseInt(digits.substring(0, 4)),
                            Integer.parseInt(digits.substring(4, 6)),
                            Integer.parseInt(digits.substring(6))));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }
}
