package io.beian.value;

import static io.beian.value.Outcome.flaw;
import static io.beian.value.Outcome.good;
import static io.beian.value.Outcome.suggestion;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers as tired people copy them from licences, cards and chats. */
class CopiedNumbersTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91110108MA01ABCD5T①",
                "91110108MA01ABCD5T（1-1）",
                "91110108MA01ABCD5T(1-1)",
                "91110108MA01ABCD5T①(1-1)",
                "91110108MA01ABCD5T （1/1）",
                "91110108MA01ABCD5T【1－1】",
                "91110108MA01ABCD5T〔1—1〕",
                "91110108MA01ABCD5T [2-1]",
                "91110108MA01ABCD5T -1/1",
                "91110108MA01ABCD5T-1/1",
                "91110108MA01ABCD5T 1-1",
                "91110108MA01ABCD5T（副本）",
                "91110108MA01ABCD5T (副本)(1-1)",
                "91110108MA01ABCD5T 副本 1-1",
                "91110108MA01ABCD5T（副 本 1-1）",
                "91110108MA01ABCD5T⑴",
                "91110108MA01ABCD5T ❶",
                "① 91110108MA01ABCD5T",
                "1. 91110108MA01ABCD5T 北京样张科技有限公司",
                "代码：91110108MA01ABCD5T 谢谢",
                "税号91110108MA01ABCD5T",
                "信用代码/税号:91110108MA01ABCD5T",
                "统一社会信用代码（纳税人识别号）：91110108MA01ABCD5T",
                "三证合一以后的代码是91110108MA01ABCD5T，麻烦了🙏",
                "91110108 MA01ABCD5T",
                "9111 0108 MA01 ABCD 5T",
                "911101 08MA01 ABCD5T",
                "91110108-MA01ABCD-5T",
                "91110108.MA01ABCD5.T",
                "91110108－ma01abcd－5t",
                "9 1 1 1 0 1 0 8 M A 0 1 A B C D 5 T",
                "9 1 1 1 0 1 0 8 M A 0 1 A B C D 5 T（1-1）",
                "91110108MA01ABCD5T\n北京样张科技有限公司",
                "北京样张科技有限公司 91110108MA01ABCD5T",
                "2016年换的证，91110108MA01ABCD5T",
                "Sample Ltd 91110108MA01ABCD5T",
                "USCC91110108MA01ABCD5T",
                "<91110108MA01ABCD5T>",
                "「91110108MA01ABCD5T」。",
                "91110108MA01ABCD5T 电话13800138000",
                "91110108MA01ABCD5T[微笑]"
            })
    void readsCreditCodes(String typed) {
        assertThat(good(CreditCode.check(typed)).text()).isEqualTo("91110108MA01ABCD5T");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "91110108MA01ABCD5U（1-1） | checkDigit",
                "代码：91110108MA01ABCD5U 谢谢 | checkDigit",
                "91110108MA01ABCD5（1-1） | length",
                "代码 91110108MA01ABCDI5 谢谢 | letters",
                "91110108MA01ABCD5T 7 | length",
                "91110108MA01ABCD5T7 | length",
                "91110108MA01ABCD5T A | length",
                "91110108MA01ABCD5T 92440101MA20AB2080 | length",
                "身份证：110101199003070011 谢谢 | residentId"
            })
    void cutsNothingOffAWrongCode(String typed, String code) {
        assertThat(flaw(CreditCode.check(typed)).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "身份证：32010219780829123X | 32010219780829123X",
                "3201 0219 7808 2912 3x | 32010219780829123X",
                "320102 19780829 123X | 32010219780829123X",
                "320102.19780829.123X | 32010219780829123X",
                "32010219780829123Ｘ（样张） | 32010219780829123X",
                "32010219780829123× 谢谢 | 32010219780829123X",
                "32010219780829123(x) | 32010219780829123X",
                "32010219780829123 X | 32010219780829123X",
                "王样张 110101199003070011 | 110101199003070011",
                "王样张110101199003070011 | 110101199003070011",
                "110101199003070011 王样张 | 110101199003070011",
                "110101199003070011王样张 | 110101199003070011",
                "姓名王样张，身份证号110101199003070011，手机13800138000 | 110101199003070011",
                "110101199003070011（法人） | 110101199003070011",
                "110101199003070011 本人 | 110101199003070011",
                "Wang Yangzhang 110101199003070011 | 110101199003070011",
                "ID110101199003070011 | 110101199003070011",
                "身份证号码：110101199003070011 有效期：长期 | 110101199003070011",
                "① 110101199003070011 | 110101199003070011",
                "110101/19900307/0011 | 110101199003070011",
                "13800138000 110101199003070011 | 110101199003070011"
            })
    void readsIdentityNumbers(String typed, String number) {
        assertThat(good(ResidentId.check(typed, TODAY)).text()).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "王样张 110101199003070012 | checkDigit",
                "110101199003070012 王样张 | checkDigit",
                "1101011990030700111 | length",
                "110101 19900307 0011 1 | length",
                "110101199003070011 110101199003070038 | length",
                "身份证 110101********0011 谢谢 | masked",
                "110101某19900307001 | letters"
            })
    void cutsNothingOffAWrongNumber(String typed, String code) {
        assertThat(flaw(ResidentId.check(typed, TODAY)).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"粤卫执证字第2026001号", "E12345678 有效期至2030-01-31", "京ICP备11011846号"})
    void takesNoOtherNumberForAPassport(String typed) {
        assertThat(flaw(Passport.check(typed)).code()).isEqualTo("letters");
        assertThat(TaiwanPermit.check(typed)).isInstanceOf(Checked.Bad.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "32010219780829123* | 32010219780829123X",
                "身份证:11O101199003070011 谢谢 | 110101199003070011"
            })
    void offersWhatWasMeant(String typed, String meant) {
        assertThat(suggestion(ResidentId.check(typed, TODAY))).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OrganizationCode | 组织机构代码12345678-8（副本） | 12345678-8",
                "OrganizationCode | 代码：12345678－8 谢谢 | 12345678-8",
                "OrganizationCode | 71093123-X 样张公司 | 71093123-X",
                "RegistrationNumber | 注册号：110108000000016（1-1） | 110108000000016",
                "RegistrationNumber | 110108000000016 ① | 110108000000016",
                "RegistrationNumber | 1101 0800 0000 016 谢谢 | 110108000000016",
                "OldLicence | 110108000000016（1-1） | 110108000000016",
                "OldLicence | 110108000000016 谢谢 | 110108000000016",
                "OldLicence | 企合京总字第000123号 | 企合京总字第000123号",
                "OldInstitutionNumber | 事证第111000000123号（1-1） | 111000000123",
                "OldInstitutionNumber | 证书号 111000000123 样张学校 | 111000000123",
                "LawFirmLicence | 许可证号：23101201310123456（副本） | 23101201310123456",
                "LawFirmLicence | 31510000MD0123454Q（1-1） | 31510000MD0123454Q",
                "LegacyResidentId | 旧身份证 110101900307001 王样张 | 110101900307001",
                "ResidencePermit | 居住证：830000 19850505 0013（台湾） | 830000198505050013",
                "PermanentResidenceCard | 永居证 USA 1100 7401 0912 谢谢 | USA110074010912",
                "PermanentResidenceCard | 9111 2419 8110 0200 1x（新版） | 91112419811002001X",
                "HkMacaoPermit | 回乡证 H 1234 5678 谢谢 | H12345678",
                "HkMacaoPermit | 陈样张 H1234567801（旧证） | H1234567801",
                "TaiwanPermit | 台胞证 12345678（林样张） | 12345678",
                "TaiwanPermit | 台胞证：1234567890（B）谢谢 | 1234567890B",
                "TaiwanPermit | 台胞证 1234 5678 谢谢 | 12345678",
                "Passport | 护照 E12345678 谢谢 | E12345678",
                "Passport | E12345678① | E12345678",
                "Passport | Passport No. AB1234567（加拿大） | AB1234567",
                "RegistrationText | 执业许可证登记号：PDY12345-6 | PDY12345-6",
                "RegistrationText | 社证字第4567号（副本） | 社证字第4567号",
                "RegistrationText | 证书编号：粤卫执证字第2026001号（1-1） | 粤卫执证字第2026001号"
            })
    void readsOtherNumbers(String type, String typed, String number) {
        ValueType reads =
                ValueType.all().stream()
                        .filter(each -> each.name().equals(type))
                        .findFirst()
                        .orElseThrow();

        assertThat(good(reads.check().apply(typed))).isEqualTo(number);
    }
}
