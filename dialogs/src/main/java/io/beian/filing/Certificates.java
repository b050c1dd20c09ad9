package io.beian.filing;

import io.beian.form.Advice;
import io.beian.form.Answer;
import io.beian.form.Parsed;
import io.beian.form.Parser;
import io.beian.form.Scope;
import io.beian.value.Checked;
import io.beian.value.CreditCode;
import io.beian.value.HkMacaoPermit;
import io.beian.value.LawFirmLicence;
import io.beian.value.MilitaryUnit;
import io.beian.value.OldInstitutionNumber;
import io.beian.value.Passport;
import io.beian.value.PermanentResidenceCard;
import io.beian.value.RegistrationText;
import io.beian.value.ResidencePermit;
import io.beian.value.ResidentId;
import io.beian.value.TaiwanPermit;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads the number of a certificate in the format of its type (icp-filing §2.6, §3). */
final class Certificates {

    /** Masks read a number without regard to the day it is looked at. */
    private static final LocalDate ANY_DAY = LocalDate.of(9999, 12, 31);

    /** Eighteen characters of the alphabet of GB 32100 are meant as a credit code. */
    private static final Pattern LIKE_CREDIT = Pattern.compile("[0-9A-HJ-NPQRTUWXY]{18}");

    private static final Map<String, Parser> BY_FORMAT =
            Map.ofEntries(
                    Map.entry("credit", credit()),
                    Map.entry("creditOrText", orText(credit())),
                    Map.entry("creditOrInstitution", orInstitution(credit())),
                    Map.entry(
                            "law",
                            Parsers.value("credit", LawFirmLicence::check, LawFirmLicence::text)),
                    Map.entry(
                            "text",
                            Parsers.value("text", RegistrationText::check, RegistrationText::text)),
                    Map.entry(
                            "military",
                            Parsers.value("military", MilitaryUnit::check, MilitaryUnit::text)),
                    Map.entry("resident", resident()),
                    Map.entry(
                            "hkMacao",
                            Parsers.value("hkMacao", HkMacaoPermit::check, HkMacaoPermit::text)),
                    Map.entry(
                            "taiwan",
                            Parsers.value("taiwan", TaiwanPermit::check, TaiwanPermit::text)),
                    Map.entry("residence", residence()),
                    Map.entry("passport", passport()),
                    Map.entry("permanent", permanent()));

    private Certificates() {}

    /** Reads the number of the certificate whose code the scope gives; nothing if none is known. */
    static Parser number(Function<Scope, Optional<String>> type) {
        return (answer, scope) ->
                type.apply(scope)
                        .flatMap(Tables.CERTIFICATES::row)
                        .map(row -> BY_FORMAT.get(row.more().getOrDefault("format", "")))
                        .<Parsed>map(parser -> parser.parse(answer, scope))
                        .orElseGet(Parsed.NotMine::new);
    }

    private static Parser credit() {
        return Parsers.value(
                "credit",
                (raw, scope) -> CreditCode.check(raw),
                CreditCode::text,
                Certificates::creditAdvice);
    }

    /** GB 32100: the code names its region and its kind; the code inside has a check of its own. */
    private static List<Advice> creditAdvice(CreditCode code, Scope scope) {
        Situation now = new Situation(scope);
        String province = now.province();
        if (!province.isEmpty()
                && !code.regionCode().startsWith(province.substring(0, 2))
                && !code.regionCode().startsWith("10")) {
            return List.of(Advice.of("creditRegion"));
        }
        List<String> kinds =
                Tables.NATURES.row(now.nature()).map(row -> row.list("kinds")).orElse(List.of());
        if (!kinds.isEmpty() && !kinds.contains(code.kind())) {
            return List.of(
                    new Advice("creditKind", Map.of("nature", Tables.NATURES.label(now.nature()))));
        }
        return code.innerCheckHolds() ? List.of() : List.of(Advice.of("creditInner"));
    }

    /** A certificate that may still carry a number of its own kind. */
    private static Parser orText(Parser credit) {
        Parser text = Parsers.value("text", RegistrationText::check, RegistrationText::text);
        return (answer, scope) -> {
            Parsed first = credit.parse(answer, scope);
            return first.accepted() || likeCredit(answer) ? first : text.parse(answer, scope);
        };
    }

    private static Parser orInstitution(Parser credit) {
        Parser old =
                Parsers.value(
                        "institution", OldInstitutionNumber::check, OldInstitutionNumber::text);
        return (answer, scope) -> {
            Parsed first = credit.parse(answer, scope);
            Parsed second = first.accepted() ? first : old.parse(answer, scope);
            return second.accepted() ? second : first;
        };
    }

    private static boolean likeCredit(Answer answer) {
        return answer instanceof Answer.Text typed
                && LIKE_CREDIT.matcher(Parsers.plain(typed.text()).replace(" ", "")).matches();
    }

    private static Parser resident() {
        return Parsers.value(
                "id",
                (raw, scope) -> ResidentId.check(raw, scope.today()),
                ResidentId::text,
                (id, scope) -> age(id.birthDate(), scope));
    }

    private static Parser residence() {
        return Parsers.value(
                "residence",
                (raw, scope) -> ResidencePermit.check(raw, scope.today()),
                ResidencePermit::text,
                (permit, scope) -> age(permit.birthDate(), scope));
    }

    private static Parser passport() {
        return Parsers.value(
                "passport",
                (raw, scope) -> Passport.check(raw),
                Passport::text,
                (passport, scope) ->
                        passport.chinese() ? List.of(Advice.of("chinesePassport")) : List.of());
    }

    private static Parser permanent() {
        return Parsers.value(
                "permanent",
                (raw, scope) -> PermanentResidenceCard.check(raw, scope.today()),
                PermanentResidenceCard::text,
                (card, scope) ->
                        card.birthDate().map(birth -> age(birth, scope)).orElse(List.of()));
    }

    /** The bureaux differ in the least age; it is told, and the reviewer decides. */
    private static List<Advice> age(LocalDate birth, Scope scope) {
        Situation now = new Situation(scope);
        int least = now.rule("leastAge").map(rule -> Integer.parseInt(rule.value())).orElse(0);
        boolean young = birth.plusYears(least).isAfter(scope.today());
        return young
                ? List.of(
                        new Advice(
                                "underage",
                                Map.of(
                                        "province", now.provinceName(),
                                        "value", Integer.toString(least))))
                : List.of();
    }

    /** What may be shown of a number of a person. */
    static String mask(String number) {
        return ResidentId.check(number, ANY_DAY)
                .<String>fold(ResidentId::toString, flaw -> ends(number));
    }

    private static String ends(String number) {
        int shown = 2;
        return number.length() <= 2 * shown
                ? "*".repeat(number.length())
                : number.substring(0, shown)
                        + "*".repeat(number.length() - 2 * shown)
                        + number.substring(number.length() - shown);
    }

    /** Types of the certificates of people, the usual one first. */
    static Set<String> ofPeople() {
        return PEOPLE;
    }

    private static final Set<String> PEOPLE =
            new java.util.LinkedHashSet<>(List.of("2", "14", "11", "41", "42", "7", "30"));

    /** The date of birth a number holds, if its type holds one. */
    static Optional<LocalDate> birth(String type, String number, LocalDate today) {
        return switch (type) {
            case "2" -> found(ResidentId.check(number, today)).map(ResidentId::birthDate);
            case "41", "42" ->
                    found(ResidencePermit.check(number, today)).map(ResidencePermit::birthDate);
            case "30" ->
                    found(PermanentResidenceCard.check(number, today))
                            .flatMap(PermanentResidenceCard::birthDate);
            default -> Optional.empty();
        };
    }

    private static <T> Optional<T> found(Checked<T> checked) {
        return checked.fold(Optional::of, flaw -> Optional.empty());
    }
}
