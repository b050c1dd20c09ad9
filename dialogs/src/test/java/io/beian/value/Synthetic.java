package io.beian.value;

import java.time.LocalDate;
import java.util.Random;

/** Numbers that nobody has, made with the formulas of the standards. */
public final class Synthetic {

    public static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final String[] PROVINCES = {
        "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37",
        "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64",
        "65"
    };
    private static final String[] KINDS = {
        "11", "12", "13", "31", "32", "34", "51", "52", "53", "71", "81", "91", "91", "91", "92",
        "93", "N2"
    };

    private Synthetic() {}

    /** GB 11643: with its check character. */
    public static String id(String seventeen) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (seventeen.charAt(i) - '0') * (1 << (17 - i)) % 11;
        }
        int check = Math.floorMod(1 - sum, 11);
        return seventeen + (check == 10 ? "X" : String.valueOf(check));
    }

    /** GB 32100: with its check character. */
    public static String credit(String seventeen) {
        long sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += ALPHABET.indexOf(seventeen.charAt(i)) * (long) Math.pow(3, i);
        }
        return seventeen + ALPHABET.charAt((int) Math.floorMod(-sum, 31L));
    }

    static String id(Random random) {
        LocalDate birth = LocalDate.of(1940, 1, 1).plusDays(random.nextInt(30_000));
        return id(
                PROVINCES[random.nextInt(PROVINCES.length)]
                        + digits(4, random)
                        + birth.toString().replace("-", "")
                        + digits(3, random));
    }

    /** Half of them digits alone, as they were before MA. */
    static String credit(Random random) {
        String region =
                PROVINCES[random.nextInt(PROVINCES.length)]
                        + random.nextInt(3)
                        + digits(1, random)
                        + random.nextInt(3)
                        + digits(1, random);
        StringBuilder code = new StringBuilder(KINDS[random.nextInt(KINDS.length)] + region);
        int most = random.nextBoolean() ? 10 : ALPHABET.length();
        while (code.length() < 17) {
            code.append(ALPHABET.charAt(random.nextInt(most)));
        }
        return credit(code.toString());
    }

    private static String digits(int count, Random random) {
        StringBuilder digits = new StringBuilder();
        while (digits.length() < count) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    /** With one character changed to another of the alphabet. */
    static String slipped(String number, String alphabet, Random random) {
        int at = random.nextInt(number.length());
        char slip = number.charAt(at);
        while (slip == number.charAt(at)) {
            slip = alphabet.charAt(random.nextInt(alphabet.length()));
        }
        return number.substring(0, at) + slip + number.substring(at + 1);
    }
}
