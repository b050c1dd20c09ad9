package io.beian.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every code a type can refuse with is reached by an example. */
class FlawsTest {

    /** ValueType, code and a text that meets it. */
    private static final List<String> EXAMPLES =
            List.of(
                    "ResidentId empty 身份证号",
                    "ResidentId masked 110101********0011",
                    "ResidentId old15 110101900307001",
                    "ResidentId length 11010119900307001",
                    "ResidentId letters 11010119900307A011",
                    "ResidentId province 990101199003070011",
                    "ResidentId foreignerCard 91112419811002001X",
                    "ResidentId date 110101199013070011",
                    "ResidentId future 110101202603020011",
                    "ResidentId checkDigit 110101199003070012",
                    "ResidentId creditCode 91110108MA01ABCD5T",
                    "LegacyResidentId empty 旧身份证",
                    "LegacyResidentId masked 110101******001",
                    "LegacyResidentId new18 110101199003070011",
                    "LegacyResidentId length 11010190030700",
                    "LegacyResidentId letters 11010190030700A",
                    "LegacyResidentId province 990101900307001",
                    "LegacyResidentId date 110101901307001",
                    "ResidencePermit empty 居住证",
                    "ResidencePermit masked 810000********0016",
                    "ResidencePermit length 81000019901010001",
                    "ResidencePermit letters 81000019901010001A",
                    "ResidencePermit residentId 110101199003070011",
                    "ResidencePermit region 810101199010100016",
                    "ResidencePermit date 810000199013100016",
                    "ResidencePermit future 810000202603020016",
                    "ResidencePermit checkDigit 810000199010100017",
                    "PermanentResidenceCard empty 永居证",
                    "PermanentResidenceCard masked USA*********912",
                    "PermanentResidenceCard length USA11007401091",
                    "PermanentResidenceCard letters 91112419811002001A",
                    "PermanentResidenceCard structure US1110074010912",
                    "PermanentResidenceCard residentId 110101199003070011",
                    "PermanentResidenceCard date 91112419811302001X",
                    "PermanentResidenceCard future 91112420260302001X",
                    "PermanentResidenceCard checkDigit 911124198110020011",
                    "HkMacaoPermit empty 通行证",
                    "HkMacaoPermit masked H******78",
                    "HkMacaoPermit residentId 810000199010100016",
                    "HkMacaoPermit place A1234567",
                    "HkMacaoPermit length H1234567",
                    "HkMacaoPermit letters H1234567A",
                    "TaiwanPermit empty 台胞证",
                    "TaiwanPermit masked 12****78",
                    "TaiwanPermit residentId 830000198505050013",
                    "TaiwanPermit length 1234567",
                    "TaiwanPermit letters 1234567A",
                    "Passport empty 护照",
                    "Passport masked E******78",
                    "Passport residentId 110101199003070011",
                    "Passport letters E1234_678",
                    "Passport length E123",
                    "Passport noDigit PASSPORT",
                    "PersonName empty ，",
                    "PersonName letters 张3",
                    "PersonName title 张先生",
                    "PersonName length 张",
                    "PersonName unit 北京样张科技有限公司",
                    "PersonName several 王样张和李样张",
                    "PersonName oldCharacter 王\uE000",
                    "CreditCode empty 信用代码",
                    "CreditCode masked 91110108**********",
                    "CreditCode length 91110108MA01ABCD5",
                    "CreditCode letters 91110108MA01ABCD5I",
                    "CreditCode structure 90110108MA01ABCD5T",
                    "CreditCode checkDigit 91110108MA01ABCD5U",
                    "CreditCode residentId 110101199003070011",
                    "OrganizationCode empty 组织机构代码",
                    "OrganizationCode masked 1234****-8",
                    "OrganizationCode creditCode 91110108MA01ABCD5T",
                    "OrganizationCode length 1234567-8",
                    "OrganizationCode letters 12345678-A",
                    "OrganizationCode checkDigit 12345678-9",
                    "RegistrationNumber empty 注册号",
                    "RegistrationNumber masked 110108********6",
                    "RegistrationNumber creditCode 91110108MA01ABCD5T",
                    "RegistrationNumber length 11010800000001",
                    "RegistrationNumber letters 11010800000O01A",
                    "RegistrationNumber checkDigit 110000013068126",
                    "OldLicence empty ，",
                    "OldLicence masked 110108********6",
                    "OldLicence creditCode 91110108MA01ABCD5T",
                    "OldLicence length 11010800000001",
                    "OldLicence letters 企合京😀字第000123号",
                    "OldLicence checkDigit 110000013068126",
                    "OldLicence noDigit 早就找不到了",
                    "OldInstitutionNumber empty 事业单位法人证书",
                    "OldInstitutionNumber masked 事证第1110****0123号",
                    "OldInstitutionNumber creditCode 1233000071093123XQ",
                    "OldInstitutionNumber letters 事证第11100000012A号",
                    "OldInstitutionNumber length 事证第1234号",
                    "RegistrationText empty ，",
                    "RegistrationText masked 社证字第****号",
                    "RegistrationText letters 社证字第1234😀号",
                    "RegistrationText length 12",
                    "RegistrationText noDigit 不知道",
                    "LawFirmLicence empty 执业许可证",
                    "LawFirmLicence masked 3151**********454Q",
                    "LawFirmLicence length 3151000012",
                    "LawFirmLicence letters 2310120131012345O",
                    "LawFirmLicence structure 30510000MD0123454Q",
                    "LawFirmLicence checkDigit 31510000MD0123454P",
                    "LawFirmLicence residentId 110101199003070011",
                    "MilitaryUnit empty 部队代号",
                    "MilitaryUnit masked 61***部队",
                    "MilitaryUnit digits 6123部队",
                    "MilitaryUnit letters 61234部😀队",
                    "MilitaryUnit length 61234部队" + "某".repeat(31),
                    "UnitName empty ，",
                    "UnitName letters 样张😀公司",
                    "UnitName length 样",
                    "UnitName noChinese Example",
                    "UnitName several 北京样张科技有限公司\n王样张",
                    "UnitName note 北京样张科技有限公司（以执照为准）",
                    "UnitName oldCharacter 北京\uE000公司",
                    "UnitName_abroad empty ，",
                    "UnitName_abroad letters Exam😀ple",
                    "UnitName_abroad length E",
                    "UnitName_abroad oldCharacter Exam\uE000ple",
                    "Mobile empty 手机号",
                    "Mobile masked 138****8000",
                    "Mobile foreign +85291234567",
                    "Mobile several 13800138000、13900139000",
                    "Mobile letters 1380013800A",
                    "Mobile landline 010-87654321",
                    "Mobile length 1380013800",
                    "Mobile segment 14100138000",
                    "Landline empty 电话",
                    "Landline masked 010-****4321",
                    "Landline several 010-87654321;010-87654322",
                    "Landline letters 010-8765432A",
                    "Landline mobile 13800138000",
                    "Landline service 400-800-1234",
                    "Landline areaCode 87654321",
                    "Landline area 0300-8234567",
                    "Landline start 010-12345678",
                    "Landline foreign +852 2345 6789",
                    "Landline length 010-123456",
                    "Email empty 邮箱",
                    "Email at example.com",
                    "Email several a@qq.com;b@qq.com",
                    "Email length a@b.c",
                    "Email letters 张三@qq.com",
                    "Email local @example.com",
                    "Email typo a@gmail.con",
                    "Email host user@example",
                    "LicenceNumber empty ，",
                    "LicenceNumber police 京公网安备11010802000001号",
                    "LicenceNumber operating 京ICP证030173号",
                    "LicenceNumber prefix 11011846",
                    "LicenceNumber letters 京ICP备1101184A号",
                    "LicenceNumber length 京ICP备1101184号",
                    "LicenceNumber format 京备案",
                    "SiteAddress empty ，",
                    "SiteAddress several a.com,b.com",
                    "SiteAddress email user@example.com",
                    "SiteAddress ipv6 240e::1",
                    "SiteAddress url http://example.com",
                    "SiteAddress words 我的example.com",
                    "SiteAddress blank exa mple.com",
                    "SiteAddress lookalike ①example.com",
                    "SiteAddress mixed 例子москва.com",
                    "SiteAddress length " + ("a".repeat(60) + ".").repeat(3) + "com",
                    "SiteAddress letters exam_ple.com",
                    "SiteAddress label a..com",
                    "SiteAddress hyphen -example.com",
                    "SiteAddress noDot example",
                    "SiteAddress suffix com.cn",
                    "SiteAddress topLevel example.con",
                    "SiteAddress hosted user.github.io",
                    "SiteAddress www www.example.com",
                    "SiteAddress subdomain a.b.com",
                    "SiteAddress range 36.111.0.1-36.111.0.9",
                    "SiteAddress cidr 1.2.3.0/24",
                    "SiteAddress ip 36.111.0.256",
                    "SiteAddress leadingZero 36.111.000.1",
                    "SiteAddress reserved 192.168.1.1",
                    "HomeUrl format 我的 首页",
                    "HomeUrl otherDomain www.other.org",
                    "HomeUrl meant 1.www.example.com",
                    "SiteName empty ，",
                    "SiteName domain example.com",
                    "SiteName digitsOnly 12345",
                    "SiteName latinOnly Example",
                    "SiteName letters 样张科技★",
                    "SiteName fewChinese 样张",
                    "SiteName banned 样张反腐网",
                    "SiteName length " + "样".repeat(257),
                    "PostalAddress empty ，",
                    "PostalAddress letters 北京市海淀区样张😀路1号",
                    "PostalAddress length 1号楼",
                    "PostalAddress noChinese 12345678",
                    "PostalAddress unlike 就是执照上的地址",
                    "CaptureCode empty 验证码",
                    "CaptureCode length 12345678901234567",
                    "CaptureCode letters 12345678901234567号",
                    "Province empty \u3000",
                    "Province unknown 火星",
                    "Province noBureau 香港",
                    "ValidUntil empty \u3000",
                    "ValidUntil format 好久以后",
                    "ValidUntil date 2030-02-30",
                    "ValidUntil expired 有效期至2001-01-01",
                    "ValidUntil begins 2001-01-01",
                    "ValidUntil blank 没写",
                    "ValidUntil unclear 2030-01-31 或 长期",
                    "ValidUntil partial 2030年1月",
                    "ValidUntil lasting 20年",
                    "ValidUntil calendar 农历2030年正月初一");

    static List<String> examples() {
        return EXAMPLES;
    }

    @ParameterizedTest
    @MethodSource("examples")
    void reachesTheCode(String example) {
        String[] parts = example.split(" ", 3);
        ValueType type =
                ValueType.all().stream()
                        .filter(each -> named(each).equals(parts[0]))
                        .findFirst()
                        .orElseThrow();

        assertThat(Outcome.flaw(type.check().apply(parts[2])).code()).isEqualTo(parts[1]);
    }

    @Test
    void knowsAnExampleForEveryCodeOfEveryType() {
        Map<String, List<String>> shown =
                EXAMPLES.stream()
                        .map(example -> example.split(" ", 3))
                        .collect(
                                Collectors.groupingBy(
                                        parts -> parts[0],
                                        Collectors.mapping(
                                                parts -> parts[1], Collectors.toList())));

        assertThat(ValueType.all())
                .allSatisfy(
                        type ->
                                assertThat(shown.getOrDefault(named(type), List.of()))
                                        .as(type.name())
                                        .containsExactlyInAnyOrderElementsOf(type.flaws()));
    }

    /** Whoever adds a type that is value or flaw has to add it to the tests that hold for all. */
    @Test
    void knowsEveryType() {
        assertThat(ValueType.all().stream().map(type -> type.name().split(" ")[0]).distinct())
                .containsExactlyInAnyOrderElementsOf(checkedTypes());
    }

    private static List<String> checkedTypes() {
        return Stream.of(Path.of("src/main/java/io/beian/value").toFile().listFiles())
                .map(file -> file.getName().replace(".java", ""))
                .filter(FlawsTest::isChecked)
                .toList();
    }

    private static boolean isChecked(String type) {
        try {
            return Stream.of(Class.forName("io.beian.value." + type).getMethods())
                    .anyMatch(FlawsTest::isCheck);
        } catch (ClassNotFoundException packageInfo) {
            return false;
        }
    }

    private static String named(ValueType type) {
        return type.name().replace(' ', '_');
    }

    private static boolean isCheck(Method method) {
        return method.getName().equals("check") && method.getReturnType() == Checked.class;
    }
}
