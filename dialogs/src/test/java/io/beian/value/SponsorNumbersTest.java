package io.beian.value;

import static io.beian.value.Outcome.flaw;
import static io.beian.value.Outcome.good;
import static io.beian.value.Outcome.suggestion;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers of organisations' certificates beside the credit code. */
class SponsorNumbersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "110108000000016 | 110108000000016",
                "1101081234567 | 1101081234567",
                "旧注册号：1101 0800 0000 016 | 110108000000016",
                "营业执照号码是110108000000016 | 110108000000016",
                "企合京总字第000123号 | 企合京总字第000123号",
                "注册号：企合京总字第 000123 号 | 企合京总字第000123号",
                "企独粤深总字第301234号 | 企独粤深总字第301234号",
                "京工商（海）字第1234号 | 京工商（海）字第1234号",
                "京工商(海)字第1234号 | 京工商（海）字第1234号"
            })
    void readsOldLicences(String typed, String number) {
        OldLicence licence = good(OldLicence.check(typed));

        assertThat(licence.text()).isEqualTo(number);
        assertThat(licence).hasToString(number);
    }

    @Test
    void limitsOldLicencesAndRepairsThem() {
        assertThat(suggestion(OldLicence.check("11010800000O016"))).isEqualTo("110108000000016");
        assertThat(flaw(OldLicence.check("京字12")).details()).containsEntry("expected", "6-64");
        assertThat(flaw(OldLicence.check("京字1" + "某".repeat(62))).code()).isEqualTo("length");
        assertThat(good(OldLicence.check("京字1" + "某".repeat(61))).text()).hasSize(64);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "事证第111000000123号 | 111000000123",
                "事证第 111000000123 号 | 111000000123",
                "111000000123 | 111000000123",
                "11000000123 | 11000000123",
                "1110000001234 | 1110000001234",
                "证书号：111000000123 | 111000000123"
            })
    void readsOldNumbersOfInstitutions(String typed, String number) {
        OldInstitutionNumber read = good(OldInstitutionNumber.check(typed));

        assertThat(read.text()).isEqualTo(number);
        assertThat(read.printed()).isEqualTo("事证第" + number + "号");
        assertThat(good(OldInstitutionNumber.check(read.printed()))).isEqualTo(read);
        assertThat(read).hasToString(number);
    }

    @Test
    void refusesThirteenDigitsThatBeginOtherwise() {
        assertThat(flaw(OldInstitutionNumber.check("2110000001234")).code()).isEqualTo("length");
        assertThat(suggestion(OldInstitutionNumber.check("11100000O123")))
                .isEqualTo("111000000123");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "社证字第1234号 | 社证字第1234号",
                "证书号：社证字第 1234 号 | 社证字第1234号",
                "(2005)沪民社证字第0012号 | （2005）沪民社证字第0012号",
                "宗场证字（川）F510100001号 | 宗场证字（川）F510100001号",
                "证号 12345 | 12345",
                "教民111010870000001 | 教民111010870000001",
                "民证字第〇三号 | 民证字第〇三号",
                "51110000500012345X | 51110000500012345X"
            })
    void readsNumbersOfOtherCertificates(String typed, String number) {
        RegistrationText read = good(RegistrationText.check(typed));

        assertThat(read.text()).isEqualTo(number);
        assertThat(read).hasToString(number);
    }

    @Test
    void limitsNumbersOfOtherCertificates() {
        assertThat(good(RegistrationText.check("A12")).text()).isEqualTo("A12");
        assertThat(good(RegistrationText.check("1".repeat(64))).text()).hasSize(64);
        assertThat(flaw(RegistrationText.check("1".repeat(65))).details())
                .containsEntry("length", "65")
                .containsEntry("expected", "3-64");
    }

    @Test
    void readsLicencesOfLawFirms() {
        LawFirmLicence today = good(LawFirmLicence.check("31510000 MD0123454q"));
        LawFirmLicence old = good(LawFirmLicence.check("许可证号：23101201310123456"));

        assertThat(today).hasToString("31510000MD0123454Q");
        assertThat(today.creditCode()).contains(new CreditCode("31510000MD0123454Q"));
        assertThat(old).hasToString("23101201310123456");
        assertThat(old.creditCode()).isEmpty();
        assertThat(suggestion(LawFirmLicence.check("2310120131012345O")))
                .isEqualTo("23101201310123450");
        assertThat(suggestion(LawFirmLicence.check("3151000OMD0123454Q")))
                .isEqualTo("31510000MD0123454Q");
        assertThat(flaw(LawFirmLicence.check("31510000MD0123454")).details())
                .containsEntry("length", "17")
                .containsEntry("expected", "17/18");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "61234 | 61234",
                "61234部队 | 61234部队",
                "部队代号：61234部队 | 61234部队",
                "中国人民解放军61234部队 | 61234部队",
                "61234部队某某分队 | 61234部队某某分队"
            })
    void readsCodesOfMilitaryUnits(String typed, String code) {
        MilitaryUnit unit = good(MilitaryUnit.check(typed));

        assertThat(unit.text()).isEqualTo(code);
        assertThat(unit).hasToString(code);
    }

    @Test
    void refusesLongerNumbersAsCodesOfMilitaryUnits() {
        assertThat(flaw(MilitaryUnit.check("110101199003070011")).code()).isEqualTo("digits");
        assertThat(suggestion(MilitaryUnit.check("6I234部队"))).isEqualTo("61234部队");
    }

    @ParameterizedTest
    @CsvSource({
        "91440300123456788M,true",
        "91350100M000100Y43,true",
        "1233000071093123XQ,true",
        "91110108MA01ABCD5T,false",
        "52310000MJ1234561M,false",
        "53440000MJK987656P,false",
        "31510000MD0123454Q,false",
        "N2330106MF56789074,false"
    })
    void knowsWhichOrganisationsMayHaveOldCertificates(String code, boolean older) {
        assertThat(new CreditCode(code).issuedBefore2015()).isEqualTo(older);
    }

    @Test
    void offersTheOrganisationCodeInsideACreditCode() {
        assertThat(suggestion(OrganizationCode.check("91110108MA01ABCD5T")))
                .isEqualTo("MA01ABCD-5");
        assertThat(new OrganizationCode("71093123-X").compact()).isEqualTo("71093123X");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "987654321098765432",
                "9876 5432 1098 7654 32",
                "验证码：987654321098765432",
                "９８７６５４３２１０９８７６５４３２"
            })
    void readsCaptureCodes(String typed) {
        CaptureCode code = good(CaptureCode.check(typed));

        assertThat(code.text()).isEqualTo("987654321098765432");
        assertThat(code.mayBeResidentId()).isFalse();
        assertThat(code.mayBeCreditCode()).isFalse();
        assertThat(code).hasToString("98**************32");
    }

    @ParameterizedTest
    @CsvSource({
        "110101199003070011,true,false",
        "32010219780829123x,true,false",
        "810000199010100016,true,false",
        "91112419811002001X,true,false",
        "91110108ma01abcd5t,false,true",
        "113700000045678996,false,true",
        "123456789012345678,false,true",
        "aB3dE6gH9jK2mN5pQ8,false,false"
    })
    void tellsCaptureCodesFromOtherNumbers(String typed, boolean person, boolean organisation) {
        CaptureCode code = good(CaptureCode.check(typed));

        assertThat(code.text()).isEqualTo(typed);
        assertThat(code.mayBeResidentId()).isEqualTo(person);
        assertThat(code.mayBeCreditCode()).isEqualTo(organisation);
    }
}
