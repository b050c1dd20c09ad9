package io.beian.filing;

import io.beian.form.Advice;
import io.beian.form.Answer;
import io.beian.form.Option;
import io.beian.form.Parsed;
import io.beian.form.Parser;
import io.beian.form.Question;
import io.beian.form.Question.Trait;
import io.beian.form.Scope;
import io.beian.form.Sensitivity;
import io.beian.value.Everyday;
import io.beian.value.Flaw;
import io.beian.value.HomeUrl;
import io.beian.value.SiteName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The questions about one site (网站, 互联网信息服务). */
final class SiteForm {

    private SiteForm() {}

    static Question<?>[] questions() {
        return Stream.concat(
                        Stream.of(
                                siteName(),
                                homeUrl(),
                                content(),
                                preApproval(),
                                approvalNo(),
                                languages(),
                                remark(),
                                samePerson()),
                        People.ofSite().stream())
                .toArray(Question<?>[]::new);
    }

    private static Question<String> siteName() {
        Parser name =
                (answer, scope) ->
                        answer instanceof Answer.Text typed
                                ? SiteName.check(typed.text())
                                        .<Parsed>fold(
                                                read -> personal(read, scope),
                                                flaw -> Parsers.refused("siteName", flaw))
                                : new Parsed.NotMine();
        return Question.ask(
                        Keys.SITE_NAME,
                        Sensitivity.OPEN,
                        (answer, scope) -> unlikeOthers(name.parse(answer, scope), scope))
                .speaking(SiteForm::who, scope -> Map.of())
                .named("网站名称", "网站名", "站名")
                .takes("样张科技官方网站", "样张的摄影小站")
                .refuses("siteName.fewChinese", "样张")
                .refuses("siteName.latinOnly", "example")
                .refuses("siteName.domain", "example.com")
                .refuses("siteName.odd", "起个好听的吧")
                .being(Trait.OWN);
    }

    private static String who(Scope scope) {
        return new Situation(scope).individual() ? "person" : "";
    }

    /** Interface code 1020: two sites of one sponsor need two names. */
    private static Parsed unlikeOthers(Parsed parsed, Scope scope) {
        return parsed.<Parsed>fold(
                taken ->
                        new Situation(scope)
                                        .sites().stream()
                                                .filter(
                                                        site ->
                                                                !scope.instance()
                                                                        .filter(site::equals)
                                                                        .isPresent())
                                                .anyMatch(
                                                        site ->
                                                                scope.facts()
                                                                        .text(
                                                                                "site." + site
                                                                                        + ".name")
                                                                        .filter(
                                                                                taken.text()
                                                                                        ::equals)
                                                                        .isPresent())
                                ? new Parsed.Refused(
                                        "siteName.twice", Map.of("name", taken.text()), List.of())
                                : taken,
                refused -> refused,
                notMine -> notMine);
    }

    /** What a reviewer may object to; words the unit's own licence carries are its own. */
    private static List<Advice> siteNameAdvice(SiteName name, Scope scope) {
        Stream<Advice> objections =
                objections(name, scope).stream()
                        .filter(objection -> !objection.hard())
                        .map(
                                objection ->
                                        new Advice(
                                                "siteName." + objection.code(),
                                                Map.of("word", objection.word())));
        Stream<Advice> rare = name.fitsGbk() ? Stream.empty() : Stream.of(Advice.of("gbk"));
        return Stream.concat(objections, rare).distinct().toList();
    }

    private static List<SiteName.Advice> objections(SiteName name, Scope scope) {
        Situation now = new Situation(scope);
        return name.advice(now.individual(), now.province(), scope.text(Keys.NAME).orElse(""));
    }

    /** An individual's site must not sound like the state. */
    private static Parsed personal(SiteName name, Scope scope) {
        return objections(name, scope).stream()
                .filter(SiteName.Advice::hard)
                .findFirst()
                .<Parsed>map(
                        hard ->
                                new Parsed.Refused(
                                        "siteName." + hard.code(),
                                        Map.of("word", hard.word()),
                                        List.of()))
                .orElseGet(
                        () ->
                                Everyday.resembles(name.text())
                                        ? Parsers.odd("siteName", name.text())
                                        : new Parsed.Accepted(
                                                name.text(), siteNameAdvice(name, scope)));
    }

    private static Question<String> homeUrl() {
        return Question.ask(Keys.HOME_URL, Sensitivity.OPEN, SiteForm::homeUrl)
                .suggesting(scope -> scope.text(Keys.DOMAIN).map(SiteForm::homes).orElse(List.of()))
                .named("首页网址", "首页", "首页URL")
                .takes("www.example.com")
                .refuses("homeUrl.otherDomain", "www.other.org")
                .refuses("homeUrl.format", "我的 首页")
                .refuses("homeUrl.meant", "1.www.example.com")
                .being(Trait.OWN);
    }

    /** Where the home page of a site mostly is; an address has no www. */
    private static List<String> homes(String domain) {
        return domain.matches("[0-9.]+") ? List.of(domain) : List.of("www." + domain, domain);
    }

    private static Parsed homeUrl(Answer answer, Scope scope) {
        String domain = scope.text(Keys.DOMAIN).orElse("");
        return answer instanceof Answer.Text typed
                ? HomeUrl.check(typed.text(), domain)
                        .<Parsed>fold(
                                url -> new Parsed.Accepted(url.text()),
                                flaw -> notHome(flaw, domain))
                : new Parsed.NotMine();
    }

    private static Parsed.Refused notHome(Flaw flaw, String domain) {
        List<String> meant =
                Stream.concat(
                                flaw.suggestion().stream(),
                                Stream.ofNullable(flaw.details().get("also")))
                        .toList();
        return new Parsed.Refused(
                "homeUrl." + flaw.code(),
                Map.of("domain", domain),
                meant.isEmpty() && !domain.isEmpty() ? homes(domain) : meant);
    }

    private static Question<String> content() {
        List<Option> unit = Tables.CONTENTS.options(row -> row.is("unit"));
        List<Option> person = Tables.CONTENTS.options(row -> row.is("individual"));
        return Question.ask(
                        Keys.CONTENT, Sensitivity.OPEN, Parsers.someOf(Tables.CONTENTS.options()))
                .masking((codes, scope) -> Tables.CONTENTS.labels(codes))
                .offering(
                        Tables.CONTENTS.options(),
                        scope -> new Situation(scope).individual() ? person : unit)
                .hinting(SiteForm::notTaken)
                .named("服务内容", "网站内容", "内容")
                .takes("单位门户网站", "其他", "网络教育", "博客/个人空间", "单位门户网站、网络购物")
                .refuses("option", "什么都有")
                .being(Trait.SEVERAL);
    }

    private static List<Advice> notTaken(Scope scope) {
        return new Situation(scope)
                .rule("blogNotTaken")
                .map(
                        rule ->
                                List.of(
                                        new Advice(
                                                "contentNotTaken",
                                                Map.of(
                                                        "province",
                                                        new Situation(scope).provinceName(),
                                                        "content",
                                                        Tables.CONTENTS.label(rule.value())))))
                .orElse(List.of());
    }

    private static Question<String> preApproval() {
        Parser several = Parsers.someOf(Tables.PRE_APPROVALS.options());
        return Question.ask(
                        Keys.PRE_APPROVAL,
                        Sensitivity.OPEN,
                        (answer, scope) -> noneAlone(several.parse(answer, scope)))
                .masking((codes, scope) -> Tables.PRE_APPROVALS.labels(codes))
                .offering(
                        Tables.PRE_APPROVALS.options(),
                        scope -> Tables.PRE_APPROVALS.options().subList(0, MOST_SHOWN))
                .named("前置审批", "前置审批类型")
                .takes("以上都不涉及", "新闻", "新闻、出版")
                .refuses("option", "随便")
                .refuses("preApproval.none", "都不涉及、新闻")
                .being(Trait.SEVERAL);
    }

    private static final int MOST_SHOWN = 9;

    private static Parsed noneAlone(Parsed parsed) {
        return parsed.<Parsed>fold(
                taken ->
                        taken.text().startsWith(Tables.NO_APPROVAL + " ")
                                ? new Parsed.Refused("preApproval.none")
                                : taken,
                refused -> refused,
                notMine -> notMine);
    }

    private static Question<String> approvalNo() {
        return Question.ask(Keys.APPROVAL_NO, Sensitivity.OPEN, FreeTexts.approvalNumber())
                .when(scope -> new Situation(scope).approvalNeeded())
                .named("批文号", "审批文号", "许可证号")
                .takes("(京)网文〔2026〕0001-001号")
                .refuses("approval.short", "文号")
                .refuses("approval.odd", "市文化局批准");
    }

    private static Question<String> languages() {
        return Question.ask(
                        Keys.LANGUAGES,
                        Sensitivity.OPEN,
                        Parsers.someOf(Tables.LANGUAGES.options()))
                .masking((codes, scope) -> Tables.LANGUAGES.labels(codes))
                .offering(
                        Tables.LANGUAGES.options(),
                        scope -> Tables.LANGUAGES.options(row -> row.is("shown")))
                .named("网站语言", "语言")
                .takes("中文简体", "中文简体、英语")
                .refuses("option", "火星语")
                .being(Trait.SEVERAL);
    }

    private static Question<String> remark() {
        return Question.ask(Keys.REMARK, Sensitivity.OPEN, FreeTexts.remark())
                .suggesting(
                        scope ->
                                new Situation(scope)
                                        .rule("personalRemark").stream()
                                                .map(Rules.Rule::value)
                                                .toList())
                .hinting(scope -> new Situation(scope).hint("personalRemark"))
                .named("备注", "网站备注")
                .takes("本网站用于展示公司产品")
                .refuses("remark.short", "好看")
                .refuses("remark.odd", "你觉得叫哪个好")
                .being(Trait.OPTIONAL);
    }

    private static Question<String> samePerson() {
        return Question.ask(
                        Keys.PERSON_SAME,
                        Sensitivity.OPEN,
                        Parsers.oneOf(SiteForm::people, s -> Optional.empty()))
                .when(scope -> new Situation(scope).unit())
                .offering(Tables.SAME_PERSON, SiteForm::people)
                .masking(
                        (code, scope) -> code.matches("s\\d+") ? "同网站" + number(code, scope) : code)
                .hinting(
                        scope ->
                                new Situation(scope).agent()
                                        ? new Situation(scope).hint("sitePersonOfAgent")
                                        : List.of())
                .named("网站负责人")
                .takes("同主体负责人", "填写新的")
                .refuses("option", "谁知道");
    }

    private static int number(String site, Scope scope) {
        return new Situation(scope).sites().indexOf(site) + 1;
    }

    /** The principal, somebody new, or whoever an earlier site brought in. */
    private static List<Option> people(Scope scope) {
        Situation now = new Situation(scope);
        List<Option> people = new ArrayList<>(Tables.SAME_PERSON);
        List<String> earlier = now.earlier();
        for (String site : earlier) {
            if (now.responsible(site).equals("site." + site + ".person")) {
                String label = "同网站" + number(site, scope);
                boolean last = site.equals(earlier.get(earlier.size() - 1));
                people.add(new Option(site, label, last ? List.of("同上一个网站", "同上一个") : List.of()));
            }
        }
        return people;
    }
}
