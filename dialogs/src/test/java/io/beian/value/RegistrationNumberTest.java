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

class RegistrationNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "110108000000016",
                "110000013068129",
                "110108000123459",
                "320102000045670",
                "440301100000016",
                "310107600000101",
                "1101081234567",
                "企合京总字第000123号",
                "企独粤深总字第301234号"
            })
    void acceptsSamples(String number) {
        RegistrationNumber accepted = good(RegistrationNumber.check(number));

        assertThat(accepted.text()).isEqualTo(number);
        assertThat(accepted).hasToString(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "注册号：1101 0800 0000 016 | 110108000000016",
                "１１０１０８０００００００１６ | 110108000000016",
                "工商注册号是110108000000016 | 110108000000016",
                "注册号：企合京总字第 000123 号 | 企合京总字第000123号"
            })
    void readsUsualWritings(String typed, String number) {
        Checked<RegistrationNumber> checked = RegistrationNumber.check(typed);

        assertThat(checked.fold(RegistrationNumber::text, flaw -> "")).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | empty",
                "110108********6 | masked",
                "11010800000001 | length",
                "企12 | length",
                "11010800000O01A | letters",
                "110000013068126 | checkDigit",
                "91110108MA01ABCD5T | creditCode"
            })
    void namesWhatIsWrong(String typed, String code) {
        assertThat(flaw(RegistrationNumber.check(typed)).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"11010800000O016,110108000000016", "l10108000000016,110108000000016"})
    void offersTheOnlyRepair(String typed, String meant) {
        assertThat(suggestion(RegistrationNumber.check(typed))).isEqualTo(meant);
    }

    @Test
    void acceptsRandomNumbersWithTheirOwnCheckDigitOnly() {
        Random random = new Random(7064);
        for (int i = 0; i < 1_000; i++) {
            String fourteen = "110108" + String.format("%08d", random.nextInt(100_000_000));
            int right = checkOf(fourteen);
            for (int last = 0; last < 10; last++) {
                boolean accepted =
                        RegistrationNumber.check(fourteen + last) instanceof Checked.Good;
                assertThat(accepted).as(fourteen + last).isEqualTo(last == right);
            }
        }
    }

    /** ISO 7064 MOD 11,10 in its recursive form. */
    private static int checkOf(String digits) {
        int remainder = 10;
        for (int at = 0; at < digits.length(); at++) {
            char digit = digits.charAt(at);
            int sum = remainder + (digit - '0');
            int folded = sum % 10 == 0 ? 10 : sum % 10;
            remainder = folded * 2 % 11;
        }
        return (11 - remainder) % 10;
    }
}
