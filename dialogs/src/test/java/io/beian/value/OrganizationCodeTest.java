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

class OrganizationCodeTest {

    @ParameterizedTest
    @ValueSource(strings = {"12345678-8", "MA01ABCD-5", "71093123-X", "D2143569-X"})
    void acceptsSamplesOfTheStandard(String code) {
        assertThat(good(OrganizationCode.check(code)).text()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"71093123X", "71093123—x", "组织机构代码：７１０９３１２３－Ｘ", "71093123×", " 7109 3123 х"})
    void readsUsualWritings(String typed) {
        OrganizationCode code = good(OrganizationCode.check(typed));

        assertThat(code.text()).isEqualTo("71093123-X");
        assertThat(code.compact()).isEqualTo("71093123X");
        assertThat(code).hasToString("71093123-X");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | empty",
                "1234567-8 | length",
                "123456789-8 | length",
                "1234é678-8 | letters",
                "12345678-A | letters",
                "12345678-9 | checkDigit"
            })
    void namesWhatIsWrong(String typed, String code) {
        assertThat(flaw(OrganizationCode.check(typed)).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "I2345678-8,12345678-8",
        "MA0IABCD-5,MA01ABCD-5",
        "1234S678-8,12345678-8",
        "MAO1ABCD-5,MA01ABCD-5"
    })
    void offersTheOnlyRepair(String typed, String meant) {
        assertThat(suggestion(OrganizationCode.check(typed))).isEqualTo(meant);
    }

    @Test
    void acceptsRandomCodesWithTheirOwnCheckCharacterOnly() {
        Random random = new Random(11714);
        for (int i = 0; i < 1_000; i++) {
            String eight = randomEight(random);
            char right = checkOf(eight);
            for (int at = 0; at < "0123456789X".length(); at++) {
                char last = "0123456789X".charAt(at);
                boolean accepted = OrganizationCode.check(eight + last) instanceof Checked.Good;
                assertThat(accepted).as(eight + last).isEqualTo(last == right);
            }
        }
    }

    private static String randomEight(Random random) {
        StringBuilder code = new StringBuilder();
        while (code.length() < 8) {
            code.append("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".charAt(random.nextInt(36)));
        }
        return code.toString();
    }

    /** The weights are powers of two modulo eleven, so Horner's scheme gives the same sum. */
    private static char checkOf(String eight) {
        int sum = 0;
        int[] weights = {3, 7, 9, 10, 5, 8, 4, 2};
        for (int i = 7; i >= 0; i--) {
            assertThat(weights[i]).isEqualTo((1 << (8 - i)) % 11);
            int value = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".indexOf(eight.charAt(i));
            sum += value << (8 - i);
        }
        int check = 11 - sum % 11;
        return check == 10 ? 'X' : (char) ('0' + check % 11);
    }
}
