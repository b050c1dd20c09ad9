package io.beian.filing;

import io.beian.form.Question;
import io.beian.form.Question.Trait;
import io.beian.form.Scope;
import io.beian.form.Sensitivity;
import io.beian.value.PersonName;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** The questions about the sponsor (主办单位). For an individual it is the person. */
final class SponsorForm {

    private static final Predicate<Scope> UNIT = scope -> new Situation(scope).unit();

    static final Function<Scope, String> WHO =
            scope -> {
                Situation now = new Situation(scope);
                return now.individual()
                        ? "person"
                        : Tables.COMPANIES.contains(now.nature()) ? "" : "unit";
            };

    static final Function<Scope, Map<String, String>> WORDS =
            scope -> Map.of("certificate", new Situation(scope).certificateName());

    private SponsorForm() {}

    static Question<?>[] questions() {
        return new Question<?>[] {
            name(),
            Addresses.ofCertificate(),
            Addresses.ofCorrespondence(),
            Regions.question(),
            certValid(),
            investor(),
            remark()
        };
    }

    private static Question<String> name() {
        return Question.ask(Keys.NAME, Sensitivity.PERSONAL, Names::sponsor)
                .masking(SponsorForm::shownName)
                .speaking(WHO, WORDS)
                .named("主办单位名称", "单位名称", "公司名称", "企业名称", "公司", "名称")
                .takes("北京样张科技有限公司", "王样张", "Example Holdings Limited")
                .refuses("unit.noChinese", "Example Ltd")
                .refuses("unit.empty", "，")
                .refuses("unit.several", "北京样张科技有限公司\n王样张");
    }

    private static String shownName(String text, Scope scope) {
        return new Situation(scope).individual()
                ? PersonName.check(text).fold(PersonName::toString, flaw -> "**")
                : text;
    }

    private static Question<String> certValid() {
        return Question.ask(
                        Keys.CERT_VALID,
                        Sensitivity.OPEN,
                        Validity.of(UNIT.negate(), "licenceExpiresSoon"))
                .speaking(WHO, WORDS)
                .suggesting(scope -> List.of("长期"))
                .named("证件有效期", "营业执照有效期", "执照有效期", "营业期限")
                .takes("长期", "2039-11-30")
                .refuses("valid.format", "好久以后")
                .refuses("valid.begins", "2001-01-01")
                .refuses("valid.expired", "有效期至2001-01-01")
                .refuses("valid.date", "2030-02-30");
    }

    private static Question<String> investor() {
        return Question.ask(Keys.INVESTOR, Sensitivity.OPEN, Names::investor)
                .when(UNIT)
                .named("投资人", "法定代表人", "法人", "主管单位", "投资人或主管单位")
                .takes("王样张", "北京样张投资集团有限公司")
                .refuses("name.letters", "王123");
    }

    private static Question<String> remark() {
        return Question.ask(Keys.SPONSOR_REMARK, Sensitivity.OPEN, FreeTexts.remark())
                .unlessSaid(Addresses::remark)
                .suggesting(scope -> Addresses.remark(scope).stream().toList())
                .named("单位备注", "主体备注", "主办单位备注")
                .takes("住所为自有房产，地址已精确到最小单位")
                .refuses("remark.short", "好看")
                .being(Trait.OPTIONAL, Trait.ON_REQUEST);
    }
}
