package io.beian.filing;

import io.beian.filing.MatchKey.Certificate;
import io.beian.form.Advice;
import io.beian.form.Answer;
import io.beian.form.Facts;
import io.beian.form.Parsed;
import io.beian.form.Parser;
import io.beian.form.Scope;
import io.beian.value.Checked;
import io.beian.value.OrganizationCode;
import io.beian.value.RegistrationNumber;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Numbers of the years before the credit code, sent where the credit code is asked for. Who filed
 * in those years is found under no other (使用旧证件号码进行录入, icp-filing §4), so the number is taken as
 * what it is; the present one is asked for once the filing is found.
 */
final class FormerNumbers {

    /** They begin with the region, or with 10 for the national office. */
    private static final Pattern REGISTERED = Pattern.compile("(?:1[0-5]|[2-6][0-9])[0-9]{11,13}");

    /** 旧证件, 只有旧的, 2012年备过: there is an old number, and it is not in it. */
    private static final Pattern TOLD =
            Pattern.compile(
                    "(?:我们?|单位|公司|手上|手里|现在|目前|以前|之前|当时|还|就|只|都|是|有|剩|用|拿)*"
                            + "(?:旧|老)(?:的|证|证件|执照|营业执照|注册号|号|号码|证件号|证件号码|代码){1,3}"
                            + "(?:可以|能|行|还在|在|了|吗|呢|吧|啊)*"
                            + "|.{0,6}(?:[12][0-9]{3}|[0-9]{2})年?(?:[0-9]{1,2}月)?.{0,4}备(?:过|的|了|案).{0,4}"
                            + "|(?:我们?|单位|公司)?(?:以前|之前|早就|早年|原来|老早)(?:就|已经)?备(?:过|案过|过案|了案?)了?");

    private FormerNumbers() {}

    /** Whether a certificate to look under is of those years. */
    static boolean is(Certificate one) {
        boolean typed =
                one.type().equals(OldCertificates.LICENCE)
                        || OldCertificates.isCodeType(one.type());
        return typed && (licence(one.number()).isPresent() || code(one.number()).isPresent());
    }

    private static Optional<String> licence(String text) {
        return value(RegistrationNumber.check(text))
                .map(RegistrationNumber::text)
                .filter(number -> number.startsWith("企") || REGISTERED.matcher(number).matches());
    }

    private static Optional<String> code(String text) {
        return value(OrganizationCode.check(text)).map(OrganizationCode::text);
    }

    private static <T> Optional<T> value(Checked<T> checked) {
        return checked.<Optional<T>>fold(Optional::of, flaw -> Optional.empty());
    }

    /** The old certificate a text is the number of, where the credit code is asked for. */
    private static Optional<Certificate> read(Facts facts, String text) {
        boolean licensed =
                OldCertificates.types(facts).stream()
                        .anyMatch(type -> type.code().equals(OldCertificates.LICENCE));
        return Tables.CERTIFICATES
                .row(OldCertificates.present(facts))
                .filter(row -> row.more().getOrDefault("format", "").startsWith("credit"))
                .flatMap(
                        row ->
                                licence(text)
                                        .filter(number -> licensed)
                                        .map(n -> new Certificate(OldCertificates.LICENCE, n))
                                        .or(() -> code(facts, text)));
    }

    private static Optional<Certificate> code(Facts facts, String text) {
        return code(text)
                .flatMap(
                        number ->
                                OldCertificates.codeType(facts)
                                        .map(type -> new Certificate(type, number)));
    }

    /** The number that stands for the present one, in every writing, if it is an old one. */
    static List<Certificate> given(Facts facts) {
        return facts.text(Keys.CERT_NO.id())
                .flatMap(number -> read(facts, number))
                .map(OldCertificates::writings)
                .orElse(List.of());
    }

    /** Takes an old number, too, as long as nothing is found, or where the bureau wants it. */
    static Parser orFormer(Parser present) {
        return (answer, scope) -> {
            Parsed parsed = present.parse(answer, scope);
            boolean here = !parsed.accepted() && !new Situation(scope).individual();
            return here && answer instanceof Answer.Text typed
                    ? former(typed.text(), parsed, scope)
                    : parsed;
        };
    }

    private static Parsed former(String text, Parsed parsed, Scope scope) {
        Optional<Certificate> read = read(scope.facts(), text);
        if (read.isEmpty()) {
            boolean told =
                    TOLD.matcher(Parsers.plain(text)).matches()
                            && !OldCertificates.types(scope.facts()).isEmpty();
            return told ? new Parsed.Refused("credit.onlyOld") : parsed;
        }
        return stays(scope.facts(), read.get())
                ? new Parsed.Accepted(read.get().number(), List.of(Advice.of("formerNumber")))
                : new Parsed.Refused(
                        "credit.former", Map.of("given", read.get().number()), List.of());
    }

    /** In some provinces the papers have to bear the number that is filed. */
    private static boolean stays(Facts facts, Certificate former) {
        Optional<FilingType> type = facts.text(Keys.TYPE.id()).map(FilingType::valueOf);
        String province = facts.text(Keys.PROVINCE.id()).orElse("");
        return type.isEmpty()
                || (former.type().equals(OldCertificates.LICENCE)
                        && !type.get().ours()
                        && OldCertificates.group(province, type.get())
                                == OldCertificates.Group.MATCHING);
    }
}
