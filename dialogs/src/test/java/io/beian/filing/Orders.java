package io.beian.filing;

import io.beian.dialogue.Problem;
import io.beian.form.Fact;
import io.beian.form.Facts;
import io.beian.form.Form;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Orders reviewers write about: invented sponsors, people and sites. */
final class Orders {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    static final Form FORM = new IcpFiling().form();

    private Orders() {}

    /** A company with one site, for which the principal answers. */
    static Facts one() {
        return answered(
                Map.of(
                        "sponsor.province", "110000",
                        "sponsor.nature", "4",
                        "sponsor.certNo", "91110108MA01ABCD5T",
                        "sponsor.name", "北京样张科技有限公司",
                        "sponsor.person.name", "王样张",
                        "site", "s1",
                        "site.s1.domain", "example.com",
                        "site.s1.name", "样张科技官方网站",
                        "site.s1.preApproval", "0",
                        "site.s1.person.same", "same"));
    }

    /**
     * A company with three sites: the second has somebody else, the third the same as the second.
     */
    static Facts three() {
        Facts facts = one();
        Map<String, String> more =
                Map.of(
                        "site", "s1 s4 s7",
                        "site.s4.domain", "demo.cn",
                        "site.s4.name", "样张产品展示网站",
                        "site.s4.preApproval", "1",
                        "site.s4.person.same", "other",
                        "site.s4.person.name", "李示例",
                        "site.s7.domain", "my-demo.cn",
                        "site.s7.name", "样张招聘网站",
                        "site.s7.preApproval", "0",
                        "site.s7.person.same", "s4");
        return with(facts, more);
    }

    /**
     * A company of Hunan with one site, for which somebody else answers; every question about both
     * people and nearly every picture is asked.
     */
    static Facts apart() {
        return with(
                one(),
                Map.of(
                        "sponsor.province", "430000",
                        "sponsor.person.legal", "no",
                        "site.s1.preApproval", "1",
                        "site.s1.person.same", "other",
                        "site.s1.person.name", "李示例"));
    }

    /** A private person with one site. */
    static Facts individual() {
        return answered(
                Map.of(
                        "sponsor.province", "110000",
                        "sponsor.nature", "5",
                        "sponsor.certNo", "110101199003070011",
                        "sponsor.name", "王样张",
                        "site", "s1",
                        "site.s1.domain", "example.com",
                        "site.s1.name", "样张的摄影小站",
                        "site.s1.preApproval", "0"));
    }

    static Facts named(String order) {
        return switch (order) {
            case "one" -> one();
            case "three" -> three();
            case "apart" -> apart();
            default -> individual();
        };
    }

    private static Facts answered(Map<String, String> answers) {
        return with(Facts.NONE, answers);
    }

    static Facts with(Facts facts, Map<String, String> answers) {
        Facts all = facts;
        for (Map.Entry<String, String> answer : answers.entrySet()) {
            all = all.with(answer.getKey(), Fact.typed(answer.getValue(), 1));
        }
        return all;
    }

    static Problem reason(String field, String code, String text) {
        return new Problem(field, code, text, true, Map.of());
    }

    static List<Problem> mapped(Facts facts, Problem... raw) {
        return Reasons.mapped(FORM, facts, List.of(raw), TODAY);
    }

    static List<String> fields(List<Problem> problems) {
        return problems.stream().map(Problem::field).toList();
    }

    static List<Problem> opinion(Facts facts, String text) {
        return mapped(facts, reason("", "", text));
    }
}
