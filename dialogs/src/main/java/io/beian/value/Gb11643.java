package io.beian.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What all numbers of 18 digits in the manner of GB 11643-1999 share, whichever card they stand on:
 * the birth date in digits 7 to 14 and the check character.
 */
final class Gb11643 {

    private static final Pattern FORM = Pattern.compile("[0-9]{17}[0-9X]");
    private static final Pattern BIRTH = Pattern.compile("(?:19|20)[0-9]{6}");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final LocalDate OLDEST = LocalDate.of(1900, 1, 1);

    private Gb11643() {}

    static Optional<Flaw> shapeFlaw(String text) {
        if (text.isEmpty()) {
            return Optional.of(Flaw.of("empty", text));
        }
        if (text.contains("*")) {
            return Optional.of(Flaw.of("masked", text));
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

    /** The birth date and the check character of a number of the right shape. */
    static Optional<Flaw> contentFlaw(String text, LocalDate today) {
        String typed = text.substring(6, 14);
        Optional<LocalDate> birth = dateAt(typed);
        if (birth.isEmpty() || birth.get().isBefore(OLDEST)) {
            return Optional.of(Flaw.of("date", text).with("date", typed));
        }
        if (birth.get().isAfter(today)) {
            return Optional.of(Flaw.of("future", text).with("date", typed));
        }
        return checkHolds(text) ? Optional.empty() : Optional.of(Flaw.of("checkDigit", text));
    }

    static boolean checkHolds(String text) {
        return checkCharacter(text) == text.charAt(17);
    }

    static LocalDate birthDate(String text) {
        return dateAt(text.substring(6, 14)).orElseThrow();
    }

    /** The 18 digits that took the place of 15; holders of those cards were born before 2000. */
    static String upgraded(String fifteen) {
        String seventeen = fifteen.substring(0, 6) + "19" + fifteen.substring(6);
        return seventeen + checkCharacter(seventeen);
    }

    static String masked(String text) {
        return Typed.masked(text, 6, 4);
    }

    /** Whether digits 7 to 14 are a date of birth, or become one when one of them is changed. */
    static boolean isNearlyBorn(String text) {
        StringBuilder date = new StringBuilder(text.substring(6, 14));
        for (int at = 0; at < date.length(); at++) {
            char typed = date.charAt(at);
            for (char digit = '0'; digit <= '9'; digit++) {
                date.setCharAt(at, digit);
                if (isBirth(date.toString())) {
                    return true;
                }
            }
            date.setCharAt(at, typed);
        }
        return false;
    }

    private static boolean isBirth(String date) {
        return BIRTH.matcher(date).matches() && dateAt(date).isPresent();
    }

    private static char checkCharacter(String text) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (text.charAt(i) - '0') * WEIGHTS[i];
        }
        return "10X98765432".charAt(sum % 11);
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
