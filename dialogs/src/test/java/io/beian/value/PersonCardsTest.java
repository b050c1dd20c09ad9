package io.beian.value;

import static io.beian.value.Outcome.flaw;
import static io.beian.value.Outcome.good;
import static io.beian.value.Outcome.suggestion;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The cards of people other than the resident identity card of today. */
class PersonCardsTest {

    private static final LocalDate TODAY = ValueType.TODAY;

    @ParameterizedTest
    @CsvSource({
        "810000199010100016,41,1990-10-10",
        "82000019850505002X,41,1985-05-05",
        "830000198505050013,42,1985-05-05"
    })
    void readsResidencePermits(String number, int kind, LocalDate birth) {
        ResidencePermit permit = good(ResidencePermit.check(number, TODAY));

        assertThat(permit.text()).isEqualTo(number);
        assertThat(permit.kind()).isEqualTo(kind);
        assertThat(permit.birthDate()).isEqualTo(birth);
        assertThat(permit.ageAt(birth.plusYears(18))).isEqualTo(18);
        assertThat(permit.ageAt(birth.plusYears(18).minusDays(1))).isEqualTo(17);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "居住证号：8100 0019 9010 1000 16 | 810000199010100016",
                "82000019850505002х | 82000019850505002X",
                "８３００００１９８５０５０５００１３ | 830000198505050013"
            })
    void readsUsualWritingsOfResidencePermits(String typed, String number) {
        assertThat(good(ResidencePermit.check(typed, TODAY)).text()).isEqualTo(number);
    }

    @Test
    void offersTheOnlyRepairOfAResidencePermit() {
        assertThat(suggestion(ResidencePermit.check("81OOOO199010100016", TODAY)))
                .isEqualTo("810000199010100016");
        assertThat(suggestion(ResidencePermit.check("8100001990101000I6", TODAY)))
                .isEqualTo("810000199010100016");
        assertThat(suggestion(ResidencePermit.check("810000199010100017", TODAY))).isEmpty();
    }

    @Test
    void readsPermanentResidenceCardsOfBothForms() {
        PermanentResidenceCard today =
                good(PermanentResidenceCard.check("9111 2419 8110 0200 1x", TODAY));
        PermanentResidenceCard old = good(PermanentResidenceCard.check("usa110074010912", TODAY));

        assertThat(today.text()).isEqualTo("91112419811002001X");
        assertThat(today.birthDate()).contains(LocalDate.of(1981, 10, 2));
        assertThat(old.text()).isEqualTo("USA110074010912");
        assertThat(old.birthDate()).isEmpty();
        assertThat(suggestion(PermanentResidenceCard.check("USA11OO74010912", TODAY)))
                .isEqualTo("USA110074010912");
        assertThat(suggestion(PermanentResidenceCard.check("91112419811O0200IX", TODAY))).isEmpty();
        assertThat(suggestion(PermanentResidenceCard.check("9111241981100Z001X", TODAY)))
                .isEqualTo("91112419811002001X");
        assertThat(flaw(PermanentResidenceCard.check("123", TODAY)).details())
                .containsEntry("expected", "15/18");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "H12345678 | H12345678",
                "M1234567801 | M1234567801",
                "h 1234 5678 | H12345678",
                "通行证号：Ｈ１２３４５６７８ | H12345678",
                "回乡证号码是 M12345678。 | M12345678"
            })
    void readsPermitsOfHongKongAndMacao(String typed, String number) {
        assertThat(good(HkMacaoPermit.check(typed)).text()).isEqualTo(number);
    }

    @Test
    void refusesNumbersOfHongKongAndMacaoOfAnyOtherForm() {
        assertThat(flaw(HkMacaoPermit.check("12345678")).code()).isEqualTo("place");
        assertThat(flaw(HkMacaoPermit.check("A123456(3)")).code()).isEqualTo("place");
        assertThat(flaw(HkMacaoPermit.check("H123456780")).details())
                .containsEntry("length", "10")
                .containsEntry("expected", "9");
        assertThat(suggestion(HkMacaoPermit.check("H1234567O"))).isEqualTo("H12345670");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12345678 | 12345678",
                "台胞证：1234 5678 | 12345678",
                "1234567890(B) | 1234567890B",
                "1234567890（b） | 1234567890B",
                "1234567890B | 1234567890B"
            })
    void readsPermitsOfTaiwan(String typed, String number) {
        assertThat(good(TaiwanPermit.check(typed)).text()).isEqualTo(number);
    }

    @Test
    void refusesNumbersOfTaiwanOfAnyOtherForm() {
        assertThat(flaw(TaiwanPermit.check("1234567890")).code()).isEqualTo("length");
        assertThat(flaw(TaiwanPermit.check("13800138000")).code()).isEqualTo("length");
        assertThat(flaw(TaiwanPermit.check("A1234567")).code()).isEqualTo("letters");
        assertThat(suggestion(TaiwanPermit.check("1234567O"))).isEqualTo("12345670");
    }

    @ParameterizedTest
    @CsvSource({
        "E12345678,true",
        "G12345678,true",
        "EA1234567,true",
        "EN1234567,true",
        "D12345678,true",
        "P1234567,true",
        "SE1234567,true",
        "DE12345678,true",
        "141234567,true",
        "151234567,true",
        "EI1234567,false",
        "EO1234567,false",
        "161234567,false",
        "AB1234567,false",
        "C01X00T47,false",
        "12345,false",
        "A1234567890123456,false"
    })
    void readsPassportsAndKnowsChineseOnes(String number, boolean chinese) {
        Passport passport = good(Passport.check(number));

        assertThat(passport.text()).isEqualTo(number);
        assertThat(passport.chinese()).isEqualTo(chinese);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "e12345678",
                "护照号码：E 1234 5678",
                "Passport No. E12345678",
                "passport:E12345678",
                "Ｅ１２３４５６７８。"
            })
    void readsUsualWritingsOfPassports(String typed) {
        assertThat(good(Passport.check(typed)).text()).isEqualTo("E12345678");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "110101900307001 | 110101199003070011",
                "身份证 110101 900307 001 | 110101199003070011",
                "320102780829123 | 32010219780829123X",
                "510107000229013 | ''"
            })
    void upgradesOldCards(String typed, String upgraded) {
        String now =
                LegacyResidentId.check(typed, TODAY).fold(LegacyResidentId::upgraded, bad -> "");

        assertThat(now).isEqualTo(upgraded);
    }

    @Test
    void knowsTheOldNumberOfACard() {
        assertThat(good(ResidentId.check("110101199003070011", TODAY)).legacy())
                .contains("110101900307001");
        assertThat(good(ResidentId.check("510107200002290133", TODAY)).legacy()).isEmpty();
        assertThat(good(ResidentId.check("810000199010100016", TODAY)).legacy()).isEmpty();
        assertThat(suggestion(LegacyResidentId.check("110101199003070011", TODAY)))
                .isEqualTo("110101900307001");
        assertThat(suggestion(LegacyResidentId.check("510107200002290133", TODAY))).isEmpty();
        assertThat(suggestion(LegacyResidentId.check("11010190O3O7OO1", TODAY)))
                .isEqualTo("110101900307001");
    }

    @Test
    void refusesAnOldCardOfSomebodyBornLater() {
        LocalDate then = LocalDate.of(1990, 3, 6);

        assertThat(flaw(LegacyResidentId.check("110101900307001", then)).code()).isEqualTo("date");
    }

    @ParameterizedTest
    @CsvSource({
        "ResidencePermit,810000199010100016,810000********0016",
        "PermanentResidenceCard,91112419811002001X,911124********001X",
        "PermanentResidenceCard,USA110074010912,USA**********12",
        "LegacyResidentId,110101900307001,110101******001",
        "HkMacaoPermit,H12345678,H******78",
        "TaiwanPermit,12345678,12****78",
        "Passport,E12345678,E******78",
        "Passport,12345,1**45"
    })
    void masksTheMiddle(String type, String number, String mask) {
        Object card =
                switch (type) {
                    case "ResidencePermit" -> new ResidencePermit(number);
                    case "PermanentResidenceCard" -> new PermanentResidenceCard(number);
                    case "LegacyResidentId" -> new LegacyResidentId(number);
                    case "HkMacaoPermit" -> new HkMacaoPermit(number);
                    case "TaiwanPermit" -> new TaiwanPermit(number);
                    default -> new Passport(number);
                };

        assertThat(card).hasToString(mask);
    }

    @Test
    void cannotBeBuiltFromWrongNumbers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ResidencePermit("810000199010100017"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Passport("e12345678"));
        assertThatIllegalArgumentException().isThrownBy(() -> new TaiwanPermit("1"));
    }
}
