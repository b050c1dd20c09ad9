package io.beian.filing;

import io.beian.dialogue.Line;
import io.beian.filing.MatchKey.Certificate;
import io.beian.form.Answer;
import io.beian.form.Facts;
import io.beian.form.Option;
import io.beian.form.Parsed;
import io.beian.form.Parser;
import io.beian.form.Scope;
import io.beian.value.Checked;
import io.beian.value.CreditCode;
import io.beian.value.LegacyResidentId;
import io.beian.value.OldInstitutionNumber;
import io.beian.value.OldLicence;
import io.beian.value.OrganizationCode;
import io.beian.value.RegistrationText;
import io.beian.value.ResidentId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Certificates of the years before 三证合一 (2015-10-01) and 五证合一 (2016-10-01). Who filed in those
 * years and never changed the filing stands in the bureau's records under the old number, and is
 * found under no other (icp-filing §4).
 */
final class OldCertificates {

    /** 营业执照, the bureau's code of it: what a sponsor has who was not asked. */
    static final String LICENCE = "1";

    private static final String COMPANY = "4";
    private static final String ID_CARD = Tables.RESIDENT_CARD;
    private static final String INSTITUTION = "4";
    private static final Set<String> ORGANIZATION_CODES =
            Set.of("12", "9", "3", "10", "16", "18", "20");

    /** 证件类型 that may have had another number in former days, by 单位性质. */
    private static final Map<String, List<Option>> TYPES =
            Map.of(
                    "4",
                    List.of(option(LICENCE, "工商注册号", "注册号", "营业执照"), code("12")),
                    "2",
                    List.of(code("9")),
                    "3",
                    List.of(code("3"), option(INSTITUTION, "事业单位法人证书号", "法人证书")),
                    "6",
                    List.of(code("10"), option("6", "社会团体登记证号", "登记证书")),
                    "9",
                    List.of(code("16"), option("17", "民办非企业登记证号", "登记证书")),
                    "10",
                    List.of(code("18"), option("19", "基金会登记证号", "登记证书")),
                    "11",
                    List.of(code("20"), option("21", "律所执业许可证号", "执业许可证")),
                    Tables.INDIVIDUAL,
                    List.of(option(ID_CARD, "15 位身份证号")));

    /** What the bureau wants from a sponsor found under an old number. */
    enum Group {
        /** A: the newest certificate; change the filing after approval. */
        NEWEST,
        /** B: the certificate that bears the old number, still valid. */
        MATCHING
    }

    private static final String JIANGSU = "320000";

    private OldCertificates() {}

    private static Option option(String code, String label, String... words) {
        return new Option(code, label, words);
    }

    private static Option code(String code) {
        return option(code, "组织机构代码", "组织机构代码证", "机构代码", "代码证");
    }

    /**
     * Which certificate pictures a province wants with new sites; group A where nothing is known.
     */
    static Group group(String provinceCode) {
        return Rules.find("oldCertificatePicture", provinceCode, "").isPresent()
                ? Group.MATCHING
                : Group.NEWEST;
    }

    static Group group(String provinceCode, FilingType type) {
        boolean newest = provinceCode.equals(JIANGSU) && type.access();
        return newest ? Group.NEWEST : group(provinceCode);
    }

    /** What to do about the old number, in the words of the province's group. */
    static List<Line> advice(String provinceCode, FilingType type) {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of("old." + group(provinceCode, type).name()));
        boolean remark =
                Rules.find("oldCertificateRemark", provinceCode, "").isPresent()
                        && !(provinceCode.equals(JIANGSU) && type.access());
        if (remark) {
            lines.add(Line.of("old.remark." + provinceCode));
        }
        return lines;
    }

    static List<Option> allTypes() {
        return TYPES.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(each -> each.getValue().stream())
                .toList();
    }

    static List<Option> types(Facts facts) {
        String nature = facts.text(Keys.NATURE.id()).orElse("");
        String known = Tables.COMPANIES.contains(nature) ? COMPANY : nature;
        return TYPES.getOrDefault(known, List.of());
    }

    /** The type of the present certificate. */
    static String present(Facts facts) {
        Scope scope = new Scope(facts, Optional.empty(), LocalDate.MIN);
        return new Situation(scope).certificate().orElse(LICENCE);
    }

    /** Whether the sponsor's number reaches back to the years before the credit code. */
    static boolean likely(Facts facts) {
        return credit(facts).filter(CreditCode::issuedBefore2015).isPresent()
                && !types(facts).isEmpty();
    }

    /** Whether the sponsor is a person who may have filed with a number of 15 digits. */
    static boolean person(Facts facts, LocalDate today) {
        return legacy(facts, today).isPresent();
    }

    private static Optional<CreditCode> credit(Facts facts) {
        return facts.text(Keys.CERT_NO.id()).flatMap(text -> value(CreditCode.checkPrinted(text)));
    }

    private static Optional<String> legacy(Facts facts, LocalDate today) {
        return present(facts).equals(ID_CARD)
                ? facts.text(Keys.CERT_NO.id())
                        .flatMap(text -> value(ResidentId.check(text, today)))
                        .flatMap(ResidentId::legacy)
                : Optional.empty();
    }

    private static <T> Optional<T> value(Checked<T> checked) {
        return checked.<Optional<T>>fold(Optional::of, flaw -> Optional.empty());
    }

    /** The type asked for or meant: the only one there is, or the one picked. */
    private static Optional<String> type(Facts facts) {
        List<Option> types = types(facts);
        return facts.text(Keys.OLD_CERT_TYPE.id())
                .filter(picked -> types.stream().anyMatch(each -> each.code().equals(picked)))
                .or(() -> types.stream().map(Option::code).findFirst());
    }

    private static Optional<String> codeType(Facts facts) {
        return types(facts).stream()
                .map(Option::code)
                .filter(ORGANIZATION_CODES::contains)
                .findFirst();
    }

    /**
     * The number that can be worked out of the present one: the organisation code stands in the
     * credit code's characters 9 to 17, the 15 digits in the 18 of an identity card.
     */
    static Optional<Certificate> computed(Facts facts, LocalDate today) {
        Optional<String> legacy = legacy(facts, today);
        if (legacy.isPresent()) {
            return legacy.map(number -> new Certificate(ID_CARD, number));
        }
        return credit(facts)
                .map(CreditCode::organizationCode)
                .flatMap(code -> codeType(facts).map(type -> new Certificate(type, code)));
    }

    /** What to offer as an answer for the type that is asked for. */
    static List<String> offered(Scope scope) {
        return computed(scope.facts(), scope.today()).stream()
                .filter(each -> type(scope.facts()).filter(each.type()::equals).isPresent())
                .map(Certificate::number)
                .toList();
    }

    /** The old certificates to look under, in every writing; none if there is nothing to try. */
    static List<Certificate> named(Facts facts) {
        if (!MatchForm.oldWanted(facts)) {
            return List.of();
        }
        String said = facts.text(Keys.OLD.id()).orElse("");
        if (said.equals(MatchForm.UNSURE)) {
            return computed(facts, LocalDate.MAX).map(OldCertificates::writings).orElse(List.of());
        }
        return said.equals(MatchForm.YES)
                ? facts.text(Keys.OLD_CERT_NO.id())
                        .map(number -> writings(new Certificate(typeOf(facts, number), number)))
                        .orElse(List.of())
                : List.of();
    }

    private static String typeOf(Facts facts, String number) {
        boolean code = value(OrganizationCode.check(number)).isPresent();
        return (code ? codeType(facts) : Optional.<String>empty())
                .or(() -> type(facts))
                .orElse(LICENCE);
    }

    private static List<Certificate> writings(Certificate one) {
        if (ORGANIZATION_CODES.contains(one.type())) {
            return List.of(one, new Certificate(one.type(), one.number().replace("-", "")));
        }
        boolean institution = one.type().equals(INSTITUTION) && one.number().matches("[0-9]+");
        return institution
                ? List.of(one, new Certificate(INSTITUTION, "事证第" + one.number() + "号"))
                : List.of(one);
    }

    /** Reads a number of the type asked for; an organisation code is known whatever was picked. */
    static Parser parser() {
        return (answer, scope) -> {
            if (!(answer instanceof Answer.Text typed)) {
                return new Parsed.NotMine();
            }
            String plain = Parsers.plain(typed.text());
            if (offered(scope).contains(plain)) {
                return new Parsed.Accepted(plain);
            }
            Parsed parsed = read(type(scope.facts()).orElse(LICENCE)).parse(answer, scope);
            Parsed code = codeType(scope.facts()).isPresent() ? CODE.parse(answer, scope) : parsed;
            return !parsed.accepted() && code.accepted() ? code : parsed;
        };
    }

    private static final Parser CODE =
            Parsers.value("old", OrganizationCode::check, OrganizationCode::text);

    private static Parser read(String type) {
        if (ORGANIZATION_CODES.contains(type)) {
            return CODE;
        }
        return switch (type) {
            case LICENCE -> Parsers.value("old", OldLicence::check, OldLicence::text);
            case INSTITUTION ->
                    Parsers.value("old", OldInstitutionNumber::check, OldInstitutionNumber::text);
            case ID_CARD ->
                    Parsers.value(
                            "old",
                            (raw, scope) -> LegacyResidentId.check(raw, scope.today()),
                            LegacyResidentId::text,
                            (number, scope) -> List.of());
            default -> Parsers.value("old", RegistrationText::check, RegistrationText::text);
        };
    }
}
