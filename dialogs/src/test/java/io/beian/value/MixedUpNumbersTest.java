package io.beian.value;

import static io.beian.value.Outcome.flaw;
import static io.beian.value.Outcome.good;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One number in eleven passes the check of a card by chance, one in 31 that of a code. */
class MixedUpNumbersTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final int MANY = 100_000;

    @Test
    void neverCallsACardACodeForOneWrongDigit() {
        Random random = new Random(13);
        int called = 0;
        for (int i = 0; i < MANY; i++) {
            String typed = Synthetic.slipped(Synthetic.id(random), "0123456789", random);
            called += code(ResidentId.check(typed, TODAY)).equals("creditCode") ? 1 : 0;
        }
        System.out.println("identity numbers with a slip called credit codes: " + called);

        assertThat(called).isZero();
    }

    /** A card's number that passes the code's check too is no code, unless the region says so. */
    @Test
    void seldomTakesACardForACode() {
        Random random = new Random(14);
        int taken = 0;
        for (int i = 0; i < MANY; i++) {
            taken += CreditCode.check(Synthetic.id(random)) instanceof Checked.Good ? 1 : 0;
        }
        System.out.println("identity numbers that may be credit codes: " + taken);

        // These are asked about in the chat, see CreditCode.mayBeResidentId.
        assertThat(taken).isLessThan(MANY / 1_000);
    }

    @Test
    void seldomCallsACodeACardForOneWrongCharacter() {
        Random random = new Random(15);
        int called = 0;
        for (int i = 0; i < MANY; i++) {
            String typed = Synthetic.slipped(Synthetic.credit(random), Synthetic.ALPHABET, random);
            called += code(CreditCode.check(typed)).equals("residentId") ? 1 : 0;
        }
        System.out.println("credit codes with a slip called identity numbers: " + called);

        assertThat(called).isLessThan(MANY / 1_000);
    }

    private static String code(Checked<?> checked) {
        return checked.fold(value -> "", Flaw::code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "410105198806121590",
                "110101199003070011",
                "830000198505050013",
                "810000199010100016",
                "91112419811002001X"
            })
    void knowsNumbersOfCards(String number) {
        assertThat(flaw(CreditCode.check(number)).code()).isEqualTo("residentId");
    }

    @ParameterizedTest
    @CsvSource({
        "91110108MA01ABCD5T, creditCode",
        "91110108MA01ABCD5U, creditCode",
        "113700000045678996, creditCode",
        "1233000071093123XQ, creditCode",
        "110101199003070021, checkDigit",
        "110101199013070011, date",
        "410105199806121590, checkDigit"
    })
    void namesWhatACardNumberIsNot(String typed, String code) {
        assertThat(flaw(ResidentId.check(typed, TODAY)).code()).isEqualTo(code);
    }

    @Test
    void readsWhatTheLicencePrintsThoughItsCheckIsOff() {
        CreditCode code = good(CreditCode.checkPrinted("91350206M0002ABC7F"));

        assertThat(code.checkHolds()).isFalse();
        assertThat(code.brokenInXiamen()).isTrue();
        assertThat(code.issuedBefore2015()).isTrue();
        assertThat(code.organizationCode()).isEqualTo("M0002ABC-7");
        assertThat(good(CreditCode.checkPrinted("91110108MA01ABCD5U")).brokenInXiamen()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "54350206M0002ABC7F, checkDigit",
        "91990206M0002ABC7F, checkDigit",
        "91350206M0002ABC7I, letters",
        "91350206M0002ABC7, length",
        "110101199003070011, residentId"
    })
    void readsNothingElseSo(String typed, String code) {
        assertThat(flaw(CreditCode.checkPrinted(typed)).code()).isEqualTo(code);
    }
}
