package io.beian.filing;

import io.beian.form.Advice;
import io.beian.form.Answer;
import io.beian.form.Key;
import io.beian.form.Kind;
import io.beian.form.Parsed;
import io.beian.form.Parser;
import io.beian.form.Question;
import io.beian.form.Question.Trait;
import io.beian.form.Scope;
import io.beian.form.Sensitivity;
import io.beian.value.CreditCode;
import io.beian.value.Province;
import java.util.List;

/** The questions that name the sponsor at the bureau: province, nature, certificate. */
final class IdentityForm {

    private IdentityForm() {}

    static Question<?>[] questions() {
        return new Question<?>[] {province(), nature(), certNo()};
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
                .takes("广东", "北京市")
                .refuses("province.unknown", "火星")
                .refuses("province.noBureau", "香港")
                .being(Trait.FROZEN);
    }

    private static Question<String> nature() {
        Parser known = Parsers.oneOf(Tables.NATURES);
        Parser parser =
                (answer, scope) ->
                        answer instanceof Answer.Text typed
                                        && Tables.OTHER_NATURES.contains(
                                                Parsers.plain(typed.text()))
                                ? new Parsed.Refused("nature.notYet")
                                : known.parse(answer, scope);
        return Question.ask(Keys.NATURE, Sensitivity.OPEN, parser)
                .offering(Tables.NATURES)
                .named("单位性质", "性质")
                .takes("企业", "个体工商户")
                .refuses("nature.notYet", "个人")
                .refuses("option", "什么")
                .being(Trait.FROZEN);
    }

    private static Question<String> certNo() {
        Parser parser =
                Parsers.value(
                        "credit",
                        (raw, scope) -> CreditCode.check(raw),
                        CreditCode::text,
                        IdentityForm::creditAdvice);
        return Question.ask(Keys.CERT_NO, Sensitivity.OPEN, parser)
                .named("统一社会信用代码", "信用代码", "证件号码", "执照号", "税号", "社会信用代码")
                .takes("91110108MA01ABCD5T")
                .refuses("credit.checkDigit", "91110108MA01ABCD5U")
                .refuses("credit.length", "91110108MA01ABCD5")
                .being(Trait.FROZEN, Trait.SELF_EVIDENT);
    }

    /** GB 32100: characters 3–6 name the region that issued the code. */
    private static List<Advice> creditAdvice(CreditCode code, Scope scope) {
        boolean elsewhere =
                scope.text(Keys.PROVINCE)
                        .filter(
                                province ->
                                        !code.regionCode().startsWith(province.substring(0, 2))
                                                && !code.regionCode().startsWith("10"))
                        .isPresent();
        return elsewhere ? List.of(Advice.of("creditRegion")) : List.of();
    }
}
