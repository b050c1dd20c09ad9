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
import io.beian.value.SiteName;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The questions about one site (网站). */
final class SiteForm {

    static final Predicate<Scope> OTHER_PERSON = scope -> scope.is(Keys.PERSON_SAME, Tables.OTHER);

    static final Predicate<Scope> NEEDS_APPROVAL =
            scope ->
                    scope.text(Keys.PRE_APPROVAL)
                            .filter(code -> !code.equals(Tables.NO_APPROVAL))
                            .isPresent();

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
                        Stream.of(People.questions("site.*.person", "网站负责人", OTHER_PERSON)))
                .toArray(Question<?>[]::new);
    }

    private static Question<String> siteName() {
        Parser parser =
                Parsers.value(
                        "siteName",
                        (raw, scope) -> SiteName.check(raw),
                        SiteName::text,
                        SiteForm::siteNameAdvice);
        return Question.ask(Keys.SITE_NAME, Sensitivity.OPEN, parser)
                .named("网站名称", "网站名", "站名")
                .takes("样张科技官方网站")
                .refuses("siteName.fewChinese", "样张")
                .refuses("siteName.latinOnly", "example")
                .being(Trait.OWN);
    }

    private static List<String> siteNameAdvice(SiteName name, Scope scope) {
        boolean inUnitName = scope.text(Keys.NAME).filter(unit -> unit.contains("中国")).isPresent();
        return name.advice().stream()
                .filter(code -> code.equals("national") || code.equals("long"))
                .filter(code -> !(code.equals("national") && inUnitName))
                .map(code -> "siteName." + code)
                .toList();
    }

    private static Question<String> homeUrl() {
        Parser parser =
                (answer, scope) ->
                        answer instanceof Answer.Text typed
                                ? homeUrl(Parsers.plain(typed.text()), scope)
                                : new Parsed.NotMine();
        return Question.ask(Keys.HOME_URL, Sensitivity.OPEN, parser)
                .suggesting(
                        scope ->
                                scope.text(Keys.DOMAIN)
                                        .map(domain -> List.of("www." + domain, domain))
                                        .orElse(List.of()))
                .named("首页网址", "首页", "首页URL")
                .takes("www.example.com")
                .refuses("homeUrl.otherDomain", "www.other.org")
                .refuses("homeUrl.format", "我的 首页")
                .being(Trait.OWN);
    }

    /** Interface codes 1022 and 1041: the address must be one and must contain the domain. */
    private static Parsed homeUrl(String typed, Scope scope) {
        String url =
                typed.toLowerCase(Locale.ROOT)
                        .replace('。', '.')
                        .replaceAll("^(https?://)+", "")
                        .replaceAll("/+$", "");
        String domain = scope.text(Keys.DOMAIN).orElse("");
        if (!url.matches("[\\p{IsHan}a-z0-9.-]+(/[\\x21-\\x7e]*)?") || url.length() > 255) {
            return new Parsed.Refused("homeUrl.format");
        }
        String host = url.replaceAll("/.*", "");
        return host.equals(domain) || host.endsWith("." + domain)
                ? new Parsed.Accepted(url)
                : new Parsed.Refused(
                        "homeUrl.otherDomain",
                        Map.of("domain", domain),
                        Optional.of("www." + domain));
    }

    private static Question<String> content() {
        return Question.ask(Keys.CONTENT, Sensitivity.OPEN, Parsers.oneOf(Tables.CONTENTS))
                .offering(Tables.CONTENTS)
                .named("服务内容", "网站内容", "内容")
                .takes("单位门户网站", "其他")
                .refuses("option", "什么都有");
    }

    private static Question<String> preApproval() {
        return Question.ask(
                        Keys.PRE_APPROVAL, Sensitivity.OPEN, Parsers.oneOf(Tables.PRE_APPROVALS))
                .offering(Tables.PRE_APPROVALS)
                .named("前置审批", "前置审批类型")
                .takes("以上都不涉及", "新闻")
                .refuses("option", "随便");
    }

    private static Question<String> approvalNo() {
        return Question.ask(Keys.APPROVAL_NO, Sensitivity.OPEN, Parsers.text("approval", 4, 512))
                .when(NEEDS_APPROVAL)
                .named("批文号", "审批文号", "许可证号")
                .takes("(京)网文〔2026〕0001-001号")
                .refuses("approval.short", "无号");
    }

    private static Question<String> languages() {
        return Question.ask(
                        new Key<>(
                                Keys.LANGUAGES.id(),
                                new Kind<>(text -> text, SiteForm::languageNames)),
                        Sensitivity.OPEN,
                        Parsers.someOf(Tables.LANGUAGES))
                .offering(Tables.LANGUAGES)
                .suggesting(scope -> List.of())
                .named("网站语言", "语言")
                .takes("中文简体", "中文简体、英语")
                .refuses("option", "火星语");
    }

    private static String languageNames(String codes) {
        return String.join(
                "、",
                List.of(codes.split(" ")).stream()
                        .flatMap(code -> Parsers.pick(Tables.LANGUAGES, code).stream())
                        .map(Option::label)
                        .toList());
    }

    private static Question<String> remark() {
        return Question.ask(Keys.REMARK, Sensitivity.OPEN, Parsers.text("remark", 4, 200))
                .named("备注", "网站备注")
                .takes("本网站用于展示公司产品")
                .refuses("remark.short", "嗯")
                .being(Trait.OPTIONAL);
    }

    private static Question<String> samePerson() {
        return Question.ask(Keys.PERSON_SAME, Sensitivity.OPEN, Parsers.oneOf(Tables.SAME_PERSON))
                .offering(Tables.SAME_PERSON)
                .named("网站负责人")
                .takes("同主体负责人", "填写新的")
                .refuses("option", "谁知道");
    }
}
