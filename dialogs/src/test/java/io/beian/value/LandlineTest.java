package io.beian.value;

import static io.beian.value.Outcome.flaw;
import static io.beian.value.Outcome.good;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                "+86-755-12345678 | 0755-12345678",
                "(010)87654321 | 010-87654321",
                "（0755）1234567 | 0755-1234567",
                "010-8765-4321 | 010-87654321",
                "办公电话：０１０－８７６５４３２１转１２３ | 010-87654321-123",
                "010-87654321 分机 8 | 010-87654321-8",
                "010-87654321 ext.8 | 010-87654321-8",
                "0393-1234567 | 0393-1234567",
                "02512345678 | 025-12345678"
            })
    void readsUsualWritings(String typed, String number) {
        assertThat(good(Landline.check(typed)).text()).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | empty",
                "010-****4321 | masked",
                "010-8765432A | letters",
                "87654321 | areaCode",
                "8765432-12 | areaCode",
                "026-12345678 | areaCode",
                "010-123456 | length",
                "010-123456789 | length",
                "95598 | length",
                "13800138000 | mobile",
                "+86 13800138000 | mobile",
                "400-800-1234 | service",
                "8008001234 | service",
                "010-87654321;010-87654322 | several",
                "010-87654321、87654322 | several"
            })
    void namesWhatIsWrong(String typed, String code) {
        assertThat(flaw(Landline.check(typed)).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "010-87654321,010,010-****4321",
        "0755-1234567,0755,0755-***4567",
        "010-87654321-123,010,010-****4321-***"
    })
    void masksTheMiddle(String number, String area, String mask) {
        Landline landline = good(Landline.check(number));

        assertThat(landline.areaCode()).isEqualTo(area);
        assertThat(landline).hasToString(mask);
    }

    @Test
    void isAtLeastAsLongAsTheInterfaceDemands() {
        assertThat(good(Landline.check("010-1234567")).text()).hasSizeGreaterThanOrEqualTo(11);
    }

    @ParameterizedTest
    @CsvSource({
        "010,BEIJING",
        "021,SHANGHAI",
        "022,TIANJIN",
        "023,CHONGQING",
        "020,GUANGDONG",
        "024,LIAONING",
        "025,JIANGSU",
        "027,HUBEI",
        "028,SICHUAN",
        "029,SHAANXI",
        "0311,HEBEI",
        "0335,HEBEI",
        "0349,SHANXI",
        "0351,SHANXI",
        "0371,HENAN",
        "0393,HENAN",
        "0411,LIAONING",
        "0431,JILIN",
        "0451,HEILONGJIANG",
        "0471,NEIMENGGU",
        "0482,NEIMENGGU",
        "0512,JIANGSU",
        "0527,JIANGSU",
        "0531,SHANDONG",
        "0546,SHANDONG",
        "0633,SHANDONG",
        "0551,ANHUI",
        "0571,ZHEJIANG",
        "0580,ZHEJIANG",
        "0591,FUJIAN",
        "0668,GUANGDONG",
        "0755,GUANGDONG",
        "0769,GUANGDONG",
        "0691,YUNNAN",
        "0701,JIANGXI",
        "0791,JIANGXI",
        "0710,HUBEI",
        "0728,HUBEI",
        "0731,HUNAN",
        "0746,HUNAN",
        "0771,GUANGXI",
        "0816,SICHUAN",
        "0838,SICHUAN",
        "0851,GUIZHOU",
        "0871,YUNNAN",
        "0888,YUNNAN",
        "0891,XIZANG",
        "0898,HAINAN",
        "0911,SHAANXI",
        "0931,GANSU",
        "0943,GANSU",
        "0951,NINGXIA",
        "0971,QINGHAI",
        "0991,XINJIANG",
        "0901,XINJIANG"
    })
    void knowsTheProvinceOfAnAreaCode(String areaCode, Province province) {
        assertThat(good(Landline.check(areaCode + "-1234567")).province()).contains(province);
    }

    @Test
    void knowsNoProvinceOfAnAreaCodeNobodyHas() {
        assertThat(good(Landline.check("0301-1234567")).province()).isEmpty();
    }
}
