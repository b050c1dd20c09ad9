package io.beian.filing;

import io.beian.form.Advice;
import io.beian.form.Answer;
import io.beian.form.Parsed;
import io.beian.form.Parser;
import io.beian.form.Scope;
import io.beian.value.Checked;
import io.beian.value.CreditCode;
import io.beian.value.Flaw;
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
import java.util.ArrayList;
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

    private static final Pattern WORDED = Pattern.compile("[字第][^号]{1,60}号");
    private static final Set<String> OF_CODES =
            Set.of("credit.checkDigit", "credit.checkXiamen", "credit.residentId", "credit.alsoId");

    private static final Map<String, Parser> BY_FORMAT =
            Map.ofEntries(
                    Map.entry("credit", credit()),
                    Map.entry("creditOrText", orText(credit())),
                    Map.entry("creditOrInstitution", orInstitution(credit())),
                    Map.entry("law", orLawFirm(credit())),
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
        Parser right =
                Parsers.value(
                        "credit",
                        (raw, scope) -> CreditCode.check(raw),
                        CreditCode::text,
                        Certificates::creditAdvice,
                        Certificates::creditDoubts);
        return (answer, scope) -> {
            Parsed parsed = right.parse(answer, scope);
            return parsed instanceof Parsed.Refused refused && answer instanceof Answer.Text typed
                    ? unlessPrinted(refused, typed, scope)
                    : parsed;
        };
    }

    /** A code of another kind whose check is that of a card as well may be either. */
    private static Optional<Flaw> creditDoubts(CreditCode code, Scope scope) {
        return code.mayBeResidentId()
                ? Optional.of(new Flaw("alsoId", code.text(), Optional.empty(), Map.of()))
                : Optional.empty();
    }

    /**
     * Real codes exist whose check character is off, most of them of Xiamen. Those are asked about
     * at once, any other only when it is sent again: one wrong letter is far more frequent.
     */
    private static Parsed.Refused unlessPrinted(
            Parsed.Refused refused, Answer.Text typed, Scope scope) {
        if (refused.code().equals("credit.residentId")) {
            return refused.offering(List.of(IdentityForm.OTHER_NATURE));
        }
        return refused.code().equals("credit.checkDigit")
                ? CreditCode.checkPrinted(typed.text())
                        .<Parsed.Refused>fold(
                                code -> printed(refused, code, scope), flaw -> refused)
                : refused;
    }

    private static Parsed.Refused printed(Parsed.Refused refused, CreditCode code, Scope scope) {
        Parsed.Way way =
                new Parsed.Way("", new Parsed.Accepted(code.text(), creditAdvice(code, scope)));
        return code.brokenInXiamen()
                ? new Parsed.Refused("credit.checkXiamen", refused.args(), refused.offers())
                        .unless(way)
                : refused.unless(way).onceSentTwice();
    }

    /** GB 32100: the code names its kind and its region; the code inside has a check of its own. */
    private static List<Advice> creditAdvice(CreditCode code, Scope scope) {
        Situation now = new Situation(scope);
        List<String> kinds =
                Tables.NATURES.row(now.nature()).map(row -> row.list("kinds")).orElse(List.of());
        List<Advice> advice = new ArrayList<>();
        if (!code.checkHolds()) {
            advice.add(Advice.of("creditCheck"));
        }
        if (!kinds.isEmpty() && !kinds.contains(code.kind())) {
            advice.add(
                    new Advice("creditKind", Map.of("nature", Tables.NATURES.label(now.nature()))));
        }
        if (elsewhere(code, now.province())) {
            advice.add(Advice.of("creditRegion"));
        }
        if (code.checkHolds() && !code.innerCheckHolds()) {
            advice.add(Advice.of("creditInner"));
        }
        return List.copyOf(advice);
    }

    private static boolean elsewhere(CreditCode code, String province) {
        return !province.isEmpty()
                && !code.regionCode().startsWith(province.substring(0, 2))
                && !code.regionCode().startsWith("10");
    }

    /** A certificate that may still carry a number of its own kind. */
    private static Parser orText(Parser credit) {
        Parser text = Parsers.value("text", RegistrationText::check, RegistrationText::text);
        return (answer, scope) -> {
            Parsed first = worded(answer) ? new Parsed.NotMine() : credit.parse(answer, scope);
            return first.accepted() || likeCredit(first, answer)
                    ? first
                    : text.parse(answer, scope);
        };
    }

    /** 某证字第…号: the digits in it are no credit code, however many there are. */
    private static boolean worded(Answer answer) {
        return answer instanceof Answer.Text typed && WORDED.matcher(typed.text()).find();
    }

    /** A law firm may still have the 17 digits of former days. */
    private static Parser orLawFirm(Parser credit) {
        Parser old = Parsers.value("credit", LawFirmLicence::check, LawFirmLicence::text);
        return (answer, scope) -> {
            Parsed first = credit.parse(answer, scope);
            return first.accepted() || checked(first) ? first : old.parse(answer, scope);
        };
    }

    /** Refused for what a credit code says, not for its form. */
    private static boolean checked(Parsed parsed) {
        return parsed instanceof Parsed.Refused refused && OF_CODES.contains(refused.code());
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

    private static boolean likeCredit(Parsed read, Answer answer) {
        return checked(read)
                || (answer instanceof Answer.Text typed
                        && LIKE_CREDIT
                                .matcher(Parsers.plain(typed.text()).replace(" ", ""))
                                .matches());
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
