package io.beian.filing;

import io.beian.form.Answer;
import io.beian.form.Key;
import io.beian.form.Kind;
import io.beian.form.Option;
import io.beian.form.Parsed;
import io.beian.form.Parser;
import io.beian.form.Question;
import io.beian.form.Question.Trait;
import io.beian.form.Scope;
import io.beian.form.Sensitivity;
import io.beian.value.Province;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The questions that name the sponsor at the bureau: province, nature, certificate. */
final class IdentityForm {

    /** Leads to the names of the natures that are not shown. */
    private static final Option MORE = new Option("more", "其他类型", "其他", "别的", "都不是", "更多");

    /** Leads back to the question who files. */
    static final String OTHER_NATURE = "改 单位性质";

    private IdentityForm() {}

    static Question<?>[] questions() {
        return new Question<?>[] {province(), nature(), certType(), certNo()};
    }

    private static Question<String> province() {
        return Question.ask(
                        new Key<>(
                                Keys.PROVINCE.id(),
                                new Kind<>(
                                        text -> text,
                                        code ->
                                                Province.ofCode(code)
                                                        .map(Province::shortName)
                                                        .orElse(code))),
                        Sensitivity.OPEN,
                        Parsers.value("province", Province::check, Province::code))
                .suggesting(scope -> List.of("广东", "江苏", "浙江", "北京", "上海"))
                .named("省份", "所属省份", "省")
                .takes(provinces())
                .refuses("province.unknown", "火星")
                .refuses("province.noBureau", "香港")
                .being(Trait.FROZEN);
    }

    private static String[] provinces() {
        return Stream.concat(
                        Stream.of("广东", "北京市"),
                        Stream.of(Province.values())
                                .filter(Province::hasBureau)
                                .map(Province::shortName))
                .toArray(String[]::new);
    }

    private static Question<String> nature() {
        Parser known = Tables.NATURES.one(scope -> Tables.NATURES.options());
        Parser parser =
                (answer, scope) ->
                        known.parse(answer, scope)
                                .<Parsed>fold(
                                        taken -> taken,
                                        refused ->
                                                refused.code().equals("option")
                                                        ? unknown(answer)
                                                        : refused,
                                        notMine -> notMine);
        List<Option> shown = new ArrayList<>(Tables.NATURES.options(row -> row.is("shown")));
        shown.add(MORE);
        return Question.ask(Keys.NATURE, Sensitivity.OPEN, parser)
                .offering(Tables.NATURES.options(), scope -> List.copyOf(shown))
                .named("单位性质", "性质", "主办单位性质")
                .takes("企业", "个体工商户", "个人", "律所")
                .refuses("nature.more", "其他类型")
                .refuses("nature.unknown", "开网店的")
                .being(Trait.FROZEN);
    }

    private static Parsed unknown(Answer answer) {
        boolean more =
                answer instanceof Answer.Text typed && MORE.means(Parsers.plain(typed.text()));
        return more ? more() : new Parsed.Refused("nature.unknown");
    }

    /** Whoever does not find himself among the natures shown is shown all of them. */
    private static Parsed more() {
        List<String> rest =
                Tables.NATURES.options(row -> !row.is("shown")).stream()
                        .map(Option::label)
                        .toList();
        return new Parsed.Refused("nature.more", Map.of(), rest);
    }

    private static Question<String> certType() {
        return Question.ask(
                        Keys.CERT_TYPE,
                        Sensitivity.OPEN,
                        Tables.CERTIFICATES.one(IdentityForm::certificates))
                .offering(Tables.CERTIFICATES.options(), IdentityForm::certificates)
                .unlessSaid(scope -> new Situation(scope).usualCertificate())
                .named("证件类型", "主办单位证件类型")
                .takes("营业执照", "居民身份证", "事业单位法人证书", "民办非企业单位登记证书")
                .refuses("option", "没有证")
                .refuses("option.withdrawn", "军官证")
                .being(Trait.FROZEN);
    }

    private static List<Option> certificates(Scope scope) {
        List<String> codes = new Situation(scope).certificates();
        return Tables.CERTIFICATES.options(row -> codes.contains(row.code()));
    }

    private static Question<String> certNo() {
        Parser unit = Certificates.number(scope -> new Situation(scope).certificate());
        Parser card =
                new PersonCards(
                                Keys.CERT_TYPE,
                                "证件类型",
                                scope ->
                                        new Situation(scope)
                                                .certificate()
                                                .orElse(Tables.RESIDENT_CARD))
                        .number();
        return Question.ask(
                        Keys.CERT_NO,
                        Sensitivity.SENSITIVE,
                        (answer, scope) ->
                                new Situation(scope).individual()
                                        ? unlessUnit(card.parse(answer, scope))
                                        : unit.parse(answer, scope))
                .masking(
                        (text, scope) ->
                                new Situation(scope).individual() ? Certificates.mask(text) : text)
                .speaking(
                        IdentityForm::kindOfNumber,
                        scope -> Map.of("certificate", new Situation(scope).certificateName()))
                .named("证件号码", "统一社会信用代码", "信用代码", "执照号", "税号", "社会信用代码")
                .takes(
                        "91110108MA01ABCD5T",
                        "92440101MA20AB2080",
                        "1233000071093123XQ",
                        "113700000045678996",
                        "5111000050001234XG",
                        "52310000MJ1234561M",
                        "53440000MJK987656P",
                        "31510000MD0123454Q",
                        "N2330106MF56789074",
                        "91100000MA01ABCD5X",
                        "92100000MA01ABCD5T",
                        "12100000MD0123454Q",
                        "11100000MD0123454U",
                        "51100000MD0123454P",
                        "52100000MD0123454L",
                        "53100000MD0123454H",
                        "31100000MD0123454R",
                        "13100000MD0123454M",
                        "34100000MD0123454G",
                        "32100000MD0123454N",
                        "35100000MD0123454D",
                        "N2100000MD01234543",
                        "41100000MD0123454Q",
                        "110101199003070011",
                        "810000199010100016",
                        "830000198505050013",
                        "H12345678",
                        "12345678",
                        "E12345678",
                        "AB1234567",
                        "91112419811002001X",
                        "粤卫执证字第2026001号",
                        "61001部队")
                .refuses("credit.checkDigit", "91110108MA01ABCD5U")
                .refuses("credit.length", "91110108MA01ABCD5")
                .refuses("credit.empty", "，")
                .being(Trait.FROZEN, Trait.SELF_EVIDENT);
    }

    /** A person who sends a credit code files for a unit. */
    private static Parsed unlessUnit(Parsed parsed) {
        return parsed instanceof Parsed.Refused refused && refused.code().endsWith(".creditCode")
                ? refused.offering(List.of(OTHER_NATURE))
                : parsed;
    }

    /** Which sentence asks for the number: a credit code, a person's card, another certificate. */
    private static String kindOfNumber(Scope scope) {
        Situation now = new Situation(scope);
        if (now.individual()) {
            return "person";
        }
        return Tables.COMPANIES.contains(now.nature()) ? "" : "unit";
    }
}
