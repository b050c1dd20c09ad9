package io.beian.value;

import static io.beian.value.Outcome.flaw;
import static io.beian.value.Outcome.good;
import static io.beian.value.Outcome.suggestion;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResidentIdTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "110101199003070011",
                "310105198506122221",
                "32010219780829123X",
                "44030519951130004X",
                "510107200002290133",
                "11010519491231002X",
                "810000199010100016",
                "82000019850505002X",
                "830000198505050013"
            })
    void acceptsSamplesOfTheStandard(String number) {
        assertThat(good(ResidentId.check(number, TODAY)).text()).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1101 0119 9003 0700 11 | 110101199003070011",
                "１１０１０１１９９００３０７００１１ | 110101199003070011",
                "110101-19900307-0011 | 110101199003070011",
                "身份证号：110101199003070011。 | 110101199003070011",
                "我的身份证号码是110101199003070011 | 110101199003070011",
                "ID: 110101199003070011 | 110101199003070011",
                "32010219780829123x | 32010219780829123X",
                "32010219780829123× | 32010219780829123X",
                "32010219780829123х | 32010219780829123X",
                "32010219780829123Ⅹ | 32010219780829123X",
                "'\uFEFF32010219780829123\u200BX\r\n' | 32010219780829123X"
            })
    void readsUsualWritings(String typed, String number) {
        assertThat(good(ResidentId.check(typed, TODAY)).text()).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | empty",
                "身份证号 | empty",
                "110101********0011 | masked",
                "11010119900307001 | length",
                "1101011990030700111 | length",
                "110101900307001 | old15",
                "1101011990O3O70011 | letters",
                "11010119900307A011 | letters",
                "990101199003070011 | province",
                "00010119900307001X | province",
                "91112419811002001X | foreignerCard",
                "510107190002290133 | date",
                "110101199013070011 | date",
                "110101199002300011 | date",
                "440524188001010014 | date",
                "110101202603020011 | future",
                "110101199003070012 | checkDigit",
                "91110108MA01ABCD5T | creditCode"
            })
    void namesWhatIsWrong(String typed, String code) {
        assertThat(flaw(ResidentId.check(typed, TODAY)).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "11O101199003070011 | 110101199003070011",
                "11O1O1199OO3O7OO11 | 110101199003070011",
                "l10101199003070011 | 110101199003070011",
                "1101011990030700I1 | 110101199003070011",
                "3Z010219780829123X | 32010219780829123X",
                "S10107200002290133 | 510107200002290133",
                "110101900307001 | 110101199003070011",
                "110101199003070012 | ''",
                "11010119900307A011 | ''"
            })
    void offersTheOnlyRepair(String typed, String meant) {
        assertThat(suggestion(ResidentId.check(typed, TODAY))).isEqualTo(meant);
    }

    @Test
    void tellsTheLength() {
        Flaw flaw = flaw(ResidentId.check("11010119900307001", TODAY));

        assertThat(flaw.details()).containsEntry("length", "17").containsEntry("expected", "18");
    }

    @Test
    void knowsBirthAgeAndProvince() {
        ResidentId id = good(ResidentId.check("510107200002290133", TODAY));

        assertThat(id.birthDate()).isEqualTo(LocalDate.of(2000, 2, 29));
        assertThat(id.ageAt(LocalDate.of(2018, 2, 28))).isEqualTo(17);
        assertThat(id.ageAt(LocalDate.of(2018, 3, 1))).isEqualTo(18);
        assertThat(id.provinceCode()).isEqualTo("510000");
        assertThat(id.isResidencePermit()).isFalse();
    }

    @Test
    void tellsResidencePermitsApart() {
        assertThat(good(ResidentId.check("830000198505050013", TODAY)).isResidencePermit())
                .isTrue();
    }

    @Test
    void acceptsSomebodyBornToday() {
        String seventeen = "11010120260301001";

        assertThat(good(ResidentId.check(seventeen + checkOf(seventeen), TODAY)).ageAt(TODAY))
                .isZero();
    }

    @Test
    void masksTheBirthDateEverywhere() {
        Checked<ResidentId> checked = ResidentId.check("110101199003070011", TODAY);

        assertThat(good(checked)).hasToString("110101********0011");
        assertThat(checked.toString()).doesNotContain("19900307");
        assertThat(ResidentId.check("110101199003070012", TODAY).toString())
                .doesNotContain("19900307");
    }

    @Test
    void acceptsRandomNumbersWithTheirOwnCheckCharacterOnly() {
        Random random = new Random(11643);
        for (int i = 0; i < 2_000; i++) {
            String seventeen = randomSeventeen(random);
            char right = checkOf(seventeen);
            for (int at = 0; at < "0123456789X".length(); at++) {
                char last = "0123456789X".charAt(at);
                boolean accepted =
                        ResidentId.check(seventeen + last, TODAY) instanceof Checked.Good;
                assertThat(accepted).as(seventeen + last).isEqualTo(last == right);
            }
        }
    }

    @Test
    void cannotBeBuiltFromAWrongNumber() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ResidentId("110101199003070012"))
                .withMessageNotContaining("1990");
    }

    private static String randomSeventeen(Random random) {
        LocalDate birth = LocalDate.of(1900, 1, 1).plusDays(random.nextInt(46_000));
        String province = new String[] {"11", "37", "44", "54", "65"}[random.nextInt(5)];
        return province
                + String.format("%04d", random.nextInt(10_000))
                + DateTimeFormatter.BASIC_ISO_DATE.format(birth)
                + String.format("%03d", random.nextInt(1_000));
    }

    /** ISO 7064 MOD 11-2 as published: the whole number, X counting ten, is 1 modulo 11. */
    private static char checkOf(String seventeen) {
        BigInteger sum = BigInteger.ZERO;
        for (int i = 0; i < 17; i++) {
            BigInteger digit = BigInteger.valueOf(seventeen.charAt(i) - '0');
            sum = sum.add(digit.multiply(BigInteger.TWO.pow(17 - i)));
        }
        int check = BigInteger.ONE.subtract(sum).mod(BigInteger.valueOf(11)).intValue();
        return check == 10 ? 'X' : (char) ('0' + check);
    }
}
