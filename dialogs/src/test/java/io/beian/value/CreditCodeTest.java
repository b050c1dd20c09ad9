package io.beian.value;

import static io.beian.value.Outcome.flaw;
import static io.beian.value.Outcome.good;
import static io.beian.value.Outcome.suggestion;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodeTest {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91110108MA01ABCD5T",
                "91350100M000100Y43",
                "91440300123456788M",
                "92320102MA1XYK121F",
                "92440101MA20AB2080",
                "1233000071093123XQ",
                "113700000045678996",
                "5111000050001234XG",
                "52310000MJ1234561M",
                "53440000MJK987656P",
                "31510000MD0123454Q",
                "N2330106MF56789074"
            })
    void acceptsSamplesOfTheStandard(String code) {
        assertThat(good(CreditCode.check(code)).text()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91110108ma01abcd5t",
                "9111 0108 MA01 ABCD 5T",
                "９１１１０１０８ＭＡ０１ＡＢＣＤ５Ｔ",
                "统一社会信用代码：91110108MA01ABCD5T",
                "91110108-MA01ABCD-5T\n",
                "信用代码是 91110108MA01ABCD5T。"
            })
    void readsUsualWritings(String typed) {
        assertThat(good(CreditCode.check(typed)).text()).isEqualTo("91110108MA01ABCD5T");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | empty",
                "91110108**********  | masked",
                "91110108MA01ABCD5 | length",
                "110108000000016 | length",
                "91110108MA01ABCD5I | letters",
                "91110108MA01ABCD5é | letters",
                "B1110108MA01ABCD5T | structure",
                "911101A8MA01ABCD5T | structure",
                "91110108MA01ABCD5U | checkDigit",
                "110101199003070011 | residentId"
            })
    void namesWhatIsWrong(String typed, String code) {
        assertThat(flaw(CreditCode.check(typed)).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "91110108MAO1ABCD5T | 91110108MA01ABCD5T",
                "91110108MA0IABCD5T | 91110108MA01ABCD5T",
                "91110108MA0lABCD5T | 91110108MA01ABCD5T",
                "91110108MA01ABCDST | 91110108MA01ABCD5T",
                "923ZO1O2MA1XYK121F | ''",
                "9Z320102MA1XYK121F | 92320102MA1XYK121F",
                "92320102MA1XVK121F | 92320102MA1XYK121F",
                "91350100M000100V43 | 91350100M000100Y43",
                "911I0I08MA0IABCD5T | 91110108MA01ABCD5T",
                "91110108MA01ABCD5I | ''",
                "91110108MA01ABCD5U | ''"
            })
    void offersTheOnlyRepair(String typed, String meant) {
        assertThat(suggestion(CreditCode.check(typed))).isEqualTo(meant);
    }

    @Test
    void showsItsParts() {
        CreditCode code = good(CreditCode.check("91110108MA01ABCD5T"));

        assertThat(code.kind()).isEqualTo("91");
        assertThat(code.regionCode()).isEqualTo("110108");
        assertThat(code.organizationCode()).isEqualTo("MA01ABCD-5");
        assertThat(code.innerCheckHolds()).isTrue();
        assertThat(code).hasToString("91110108MA01ABCD5T");
    }

    @Test
    void acceptsABrokenInnerCheckButTells() {
        String seventeen = "91110108MA01ABCD6";

        CreditCode code = good(CreditCode.check(seventeen + checkOf(seventeen)));

        assertThat(code.innerCheckHolds()).isFalse();
    }

    @Test
    void acceptsRandomCodesWithTheirOwnCheckCharacterOnly() {
        Random random = new Random(32100);
        for (int i = 0; i < 1_000; i++) {
            String seventeen = randomSeventeen(random);
            char right = checkOf(seventeen);
            for (int at = 0; at < ALPHABET.length(); at++) {
                char last = ALPHABET.charAt(at);
                boolean accepted = CreditCode.check(seventeen + last) instanceof Checked.Good;
                assertThat(accepted).as(seventeen + last).isEqualTo(last == right);
            }
        }
    }

    @Test
    void neverOffersAWrongCode() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            String seventeen = randomSeventeen(random);
            StringBuilder typed = new StringBuilder(seventeen + checkOf(seventeen));
            typed.setCharAt(random.nextInt(18), "OISZVL".charAt(random.nextInt(6)));
            assertThat(offersOnlyRight(typed.toString())).as(typed.toString()).isTrue();
        }
    }

    private static boolean offersOnlyRight(String typed) {
        return CreditCode.check(typed)
                .fold(
                        value -> true,
                        flaw ->
                                flaw.suggestion().stream()
                                        .map(CreditCode::check)
                                        .allMatch(Checked.Good.class::isInstance));
    }

    private static String randomSeventeen(Random random) {
        StringBuilder code = new StringBuilder("91" + (100_000 + random.nextInt(900_000)));
        while (code.length() < 17) {
            code.append(ALPHABET.charAt(random.nextInt(31)));
        }
        return code.toString();
    }

    /** The check character that makes the weighted sum with weight 1 for itself divisible by 31. */
    private static char checkOf(String seventeen) {
        long sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += ALPHABET.indexOf(seventeen.charAt(i)) * (long) Math.pow(3, i);
        }
        return ALPHABET.charAt((int) Math.floorMod(-sum, 31L));
    }
}
