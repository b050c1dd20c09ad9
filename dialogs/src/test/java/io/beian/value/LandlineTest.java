package io.beian.value;

import static io.beian.value.Outcome.flaw;
import static io.beian.value.Outcome.good;
import static io.beian.value.Outcome.suggestion;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LandlineTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "010-87654321 | 010-87654321",
                "01087654321 | 010-87654321",
                "086-010-87654321 | 010-87654321",
                "0086-010-87654321-123 | 010-87654321-123",
                "+86 10 8765 4321 | 010-87654321",
                "+86-755-82345678 | 0755-82345678",
                "(010)87654321 | 010-87654321",
                "（0592）8234567 | 0592-8234567",
                "010-8765-4321 | 010-87654321",
                "办公电话：０１０－８７６５４３２１转１２３ | 010-87654321-123",
                "010-87654321 分机 8 | 010-87654321-8",
                "010-87654321 ext.8 | 010-87654321-8",
                "0393-8234567 | 0393-8234567",
                "02582345678 | 025-82345678",
                "010-82345678（801） | 010-82345678-801",
                "010-82345678(转801) | 010-82345678-801",
                "010-82345678（分机801） | 010-82345678-801",
                "010-82345678转分机801 | 010-82345678-801",
                "010-82345678 转分机号：801 | 010-82345678-801",
                "010—82345678转801 | 010-82345678-801",
                "010-82345678#801 | 010-82345678-801",
                "010-82345678x801 | 010-82345678-801",
                "010-82345678 Ext 801 | 010-82345678-801",
                "010-82345678 801 | 010-82345678-801",
                "010 82345678 ext.801 | 010-82345678-801",
                "010-82345678拨1 | 010-82345678-1",
                "+86(0)10 65529988 | 010-65529988",
                "+86 (0) 755-8234 5678 | 0755-82345678",
                "+86(010)65529988 | 010-65529988",
                "0086(0)10-65529988 | 010-65529988",
                "(010)8234 5678 | 010-82345678",
                "8610-82345678 | 010-82345678",
                "86-10-82345678 | 010-82345678",
                "861082345678 | 010-82345678",
                "0086 10 82345678 | 010-82345678",
                "+86.10.8234.5678 | 010-82345678",
                "010 - 8234 - 5678 | 010-82345678",
                "010.82345678 | 010-82345678",
                "010/82345678 | ''",
                "座机：010-82345678 | 010-82345678",
                "座机 010-82345678。 | 010-82345678",
                "Tel: 010-82345678 | 010-82345678",
                "☎ 010-82345678 | 010-82345678",
                "010–82345678 | 010-82345678",
                "0433-8234567 | 0433-8234567",
                "0433-82345678 | 0433-82345678",
                "0978-8234567 | 0978-8234567"
            })
    void readsUsualWritings(String typed, String number) {
        assertThat(Landline.check(typed).fold(Landline::text, flaw -> "")).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | empty",
                "电话同上 | empty",
                "010-****4321 | masked",
                "010-8765432A | letters",
                "87654321 | areaCode",
                "8765432-12 | areaCode",
                "8234 5678 | areaCode",
                "10-82345678 | areaCode",
                "755-82345678 | areaCode",
                "026-82345678 | area",
                "0300-8234567 | area",
                "0301-8234567 | area",
                "0732-8234567 | area",
                "0910-8234567 | area",
                "0100-8234567 | length",
                "010-02345678 | start",
                "010-12345678 | start",
                "0755-12345678 | start",
                "0592-1234567 | start",
                "+86-21-12345678 | start",
                "010-123456 | length",
                "010-123456789 | length",
                "0755-823456 | length",
                "95598 | service",
                "010-95588 | service",
                "12345 | service",
                "10086 | service",
                "96110 | service",
                "13800138000 | mobile",
                "013800138000 | mobile",
                "+86 13800138000 | mobile",
                "86-138-0013-8000 | mobile",
                "400-800-1234 | service",
                "4008-123-123 | service",
                "400-800-1234转1 | service",
                "8008001234 | service",
                "+852 2345 6789 | foreign",
                "852-23456789 | foreign",
                "00853-28123456 | foreign",
                "+1 212 555 0100 | foreign",
                "886-2-23456789 | foreign",
                "010-87654321;010-87654322 | several",
                "010-87654321、87654322 | several",
                "010-82345678/13800138000 | several",
                "010-82345678、82345679 | several",
                "010-82345678 13800138000 | several",
                "010-82345678或021-62345678 | several",
                "010-82345678(前台)010-82345679(财务) | several",
                "010-82345678转前台 | letters",
                "010-82345678/79 | letters"
            })
    void namesWhatIsWrong(String typed, String code) {
        assertThat(flaw(Landline.check(typed)).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "010-82345678转前台 | 010-82345678",
                "010-82345678/79 | 010-82345678",
                "010-82345678（王经理） | 010-82345678",
                "10-82345678 | 010-82345678",
                "755-82345678 | 0755-82345678",
                "O10-82345678 | 010-82345678",
                "010-8234567A | ''"
            })
    void offersTheOnlyRepair(String typed, String meant) {
        assertThat(suggestion(Landline.check(typed))).isEqualTo(meant);
    }

    /** Right as they are, but not as libphonenumber knows them: asked about once. */
    @ParameterizedTest
    @CsvSource({
        "0755-8234567,oddLength,8",
        "010-8234567,oddLength,8",
        "0592-82345678,oddLength,7",
        "021-6234567,oddLength,8",
        "010-92345678,odd,",
        "010-80012345,odd,"
    })
    void doubtsWhatTheLibraryDoesNotKnow(String typed, String code, String expected) {
        Flaw flaw = good(Landline.check(typed)).oddity().orElseThrow();

        assertThat(flaw.code()).isEqualTo(code);
        assertThat(flaw.details().get("expected")).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "010-65529988",
                "021-23456789",
                "0311-87654321",
                "0371-65432100",
                "0851-85551234",
                "0871-63214567",
                "0898-66221234",
                "0731-28881234",
                "0592-5556789",
                "0354-3012345",
                "0938-8212345",
                "0433-2551234",
                "024-52650000"
            })
    void doubtsNoUsualNumber(String typed) {
        assertThat(good(Landline.check(typed)).oddity()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "82345678 | 110108 | 010-82345678",
                "8234 5678 | 310115 | 021-82345678",
                "8234567 | 350203 | 0592-8234567",
                "82345678-801 | 440305 | 0755-82345678-801",
                "8234567 | 440305 | ''",
                "8234567 | 654002 | 0992-8234567 0999-8234567",
                "8234567 | 429004 | 0728-8234567",
                "82345678 | 320583 | 0512-82345678",
                "82345678 | 500000 | 023-82345678",
                "82345678 | 440000 | ''",
                "82345678 | '' | ''",
                "12345678 | 110108 | ''"
            })
    void completesWhatHasNoAreaCode(String typed, String place, String numbers) {
        assertThat(String.join(" ", Landline.completed(typed, place))).isEqualTo(numbers);
    }

    @ParameterizedTest
    @CsvSource({"110108,010-87654321", "350203,0592-8765432", "440000,010-87654321"})
    void showsASampleOfThePlace(String place, String sample) {
        assertThat(Landline.sample(place)).isEqualTo(sample);
    }

    @ParameterizedTest
    @CsvSource({
        "010-87654321,010,010-****4321",
        "0592-8234567,0592,0592-***4567",
        "010-87654321-123,010,010-****4321-***"
    })
    void masksTheMiddle(String number, String area, String mask) {
        Landline landline = good(Landline.check(number));

        assertThat(landline.areaCode()).isEqualTo(area);
        assertThat(landline).hasToString(mask);
    }

    @Test
    void isAtLeastAsLongAsTheInterfaceDemands() {
        assertThat(good(Landline.check("010-8234567")).text()).hasSizeGreaterThanOrEqualTo(11);
    }
}
