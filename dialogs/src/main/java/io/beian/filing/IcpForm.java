package io.beian.filing;

import static io.beian.dialogue.Procedure.MATCH;
import static io.beian.dialogue.Procedure.ORDER;

import io.beian.form.Answer;
import io.beian.form.Form;
import io.beian.form.Key;
import io.beian.form.Parsed;
import io.beian.form.Parser;
import io.beian.form.Question;
import io.beian.form.Question.Trait;
import io.beian.form.Scope;
import io.beian.form.Section;
import io.beian.form.Sensitivity;
import io.beian.value.CreditCode;
import io.beian.value.Domain;
import io.beian.value.PersonName;
import io.beian.value.PostalAddress;
import io.beian.value.Province;
import io.beian.value.SiteAddress;
import io.beian.value.SiteName;
import io.beian.value.UnitName;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The form of a website filing (首次备案, 新增网站) for a company with a unified social credit code. Every
 * question stands here once; preview, submission and reviewers' remarks follow from it.
 */
final class IcpForm {

    /** Asked only of a sponsor of ours, before filed data are shown to anybody. */
    static final Key<String> PROOF_NEEDED = Key.text("match.proofNeeded");

    private static final Predicate<Scope> OTHER_PERSON =
            scope -> scope.is(Keys.PERSON_SAME, Tables.OTHER);

    private static final Predicate<Scope> NEEDS_APPROVAL =
            scope ->
                    scope.text(Keys.PRE_APPROVAL)
                            .filter(code -> !code.equals(Tables.NO_APPROVAL))
                            .isPresent();

    private IcpForm() {}

    static Form make() {
        return new Form(
                List.of(
                        Section.once("consent", MATCH, consent()),
                        Section.once("match", MATCH, province(), nature(), certNo()),
                        Section.each(Keys.SITE, "domain", MATCH, domain()),
                        Section.once("proof", MATCH, proof()),
                        Section.once(
                                "sponsor",
                                ORDER,
                                name(),
                                certAddress(),
                                address(),
                                certValid(),
                                investor()),
                        Section.once(
                                "principal",
                                ORDER,
                                People.questions("sponsor.person", "主体负责人", scope -> true)),
                        Section.each(Keys.SITE, "site", ORDER, siteQuestions()),
                        Section.once(
                                "photos",
                                ORDER,
                                photo("photo.licence", "营业执照", "执照照片"),
                                photo("photo.idFront", "主体负责人身份证人像面", "身份证人像面", "身份证正面"),
                                photo("photo.idBack", "主体负责人身份证国徽面", "身份证国徽面", "身份证反面")),
                        Section.each(
                                Keys.SITE,
                                "sitePhotos",
                                ORDER,
                                photo("site.*.photo.approval", "前置审批文件", "批文").when(NEEDS_APPROVAL),
                                photo("site.*.photo.idFront", "网站负责人身份证人像面").when(OTHER_PERSON),
                                photo("site.*.photo.idBack", "网站负责人身份证国徽面").when(OTHER_PERSON),
                                photo("site.*.photo.verify", "核验照", "核验照片", "网站负责人照片"))),
                Map.of());
    }

    private static Question<?>[] siteQuestions() {
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

    private static Question<String> consent() {
        Parser choice = Parsers.oneOf(Tables.CONSENT);
        Parser parser =
                (answer, scope) ->
                        choice.parse(answer, scope)
                                .<Parsed>fold(
                                        yes ->
                                                yes.text().equals("no")
                                                        ? new Parsed.Refused("consent.declined")
                                                        : yes,
                                        refused -> new Parsed.Refused("consent.needed"),
                                        notMine -> notMine);
        return Question.ask(Keys.CONSENT, Sensitivity.OPEN, parser)
                .offering(Tables.CONSENT)
                .named("隐私说明")
                .takes("同意并开始")
                .refuses("consent.declined", "不同意")
                .refuses("consent.needed", "北京")
                .being(Trait.INTERNAL);
    }

    private static Question<String> province() {
        return Question.ask(
                        new Key<>(
                                Keys.PROVINCE.id(),
                                new io.beian.form.Kind<>(
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
                        IcpForm::creditAdvice);
        return Question.ask(Keys.CERT_NO, Sensitivity.OPEN, parser)
                .named("统一社会信用代码", "信用代码", "证件号码", "执照号", "税号", "社会信用代码")
                .takes("91110108MA01ABCD5T")
                .refuses("credit.checkDigit", "91110108MA01ABCD5U")
                .refuses("credit.length", "91110108MA01ABCD5")
                .being(Trait.FROZEN, Trait.SELF_EVIDENT);
    }

    /** GB 32100: characters 3–6 name the region that issued the code. */
    private static List<String> creditAdvice(CreditCode code, Scope scope) {
        boolean elsewhere =
                scope.text(Keys.PROVINCE)
                        .filter(
                                province ->
                                        !code.regionCode().startsWith(province.substring(0, 2))
                                                && !code.regionCode().startsWith("10"))
                        .isPresent();
        return elsewhere ? List.of("creditRegion") : List.of();
    }

    private static Question<String> domain() {
        Parser parser =
                Parsers.value(
                        "domain",
                        (raw, scope) -> SiteAddress.check(raw),
                        SiteAddress::text,
                        (address, scope) -> domainAdvice(address));
        Parser domainsOnly =
                (answer, scope) ->
                        parser.parse(answer, scope)
                                .<Parsed>fold(
                                        ok ->
                                                ok.text().matches("[0-9.]+")
                                                        ? new Parsed.Refused("domain.address")
                                                        : ok,
                                        refused -> refused,
                                        notMine -> notMine);
        return Question.ask(Keys.DOMAIN, Sensitivity.OPEN, domainsOnly)
                .named("域名", "网址", "网站域名")
                .takes("example.com", "例子.中国")
                .refuses("domain.www", "www.example.com")
                .refuses("domain.subdomain", "shop.example.com.cn")
                .being(Trait.FROZEN, Trait.SELF_EVIDENT);
    }

    private static List<String> domainAdvice(SiteAddress address) {
        return address instanceof Domain domain && domain.mayLackApproval()
                ? List.of("topLevel")
                : List.of();
    }

    private static Question<String> proof() {
        Parser parser =
                (answer, scope) -> {
                    if (!(answer instanceof Answer.Text typed)) {
                        return new Parsed.NotMine();
                    }
                    String text = Parsers.plain(typed.text()).toUpperCase(Locale.ROOT);
                    return text.matches("[0-9]{5}[0-9X]")
                            ? new Parsed.Accepted(text)
                            : new Parsed.Refused("proof.format");
                };
        Key<String> hidden =
                new Key<>(
                        Keys.PROOF.id(), new io.beian.form.Kind<>(text -> text, text -> "******"));
        return Question.ask(hidden, Sensitivity.SENSITIVE, parser)
                .when(scope -> scope.text(PROOF_NEEDED).isPresent())
                .named("身份证后六位")
                .takes("070011")
                .refuses("proof.format", "12345")
                .being(Trait.INTERNAL, Trait.OPTIONAL, Trait.FROZEN);
    }

    private static Question<String> name() {
        Parser parser =
                Parsers.value(
                        "unit",
                        (raw, scope) -> UnitName.check(raw),
                        UnitName::text,
                        (name, scope) -> name.fitsGbk() ? List.of() : List.of("gbk"));
        return Question.ask(Keys.NAME, Sensitivity.OPEN, parser)
                .named("单位名称", "公司名称", "主办单位名称", "企业名称", "公司", "名称")
                .takes("北京样张科技有限公司")
                .refuses("unit.noChinese", "Example Ltd");
    }

    private static Question<String> certAddress() {
        return Question.ask(Keys.CERT_ADDRESS, Sensitivity.OPEN, address(Keys.CERT_ADDRESS))
                .named("证件住所", "住所", "注册地址", "执照地址", "经营场所")
                .takes("北京市海淀区样张路1号2层201室")
                .refuses("address.noDetail", "北京市海淀区样张路上面");
    }

    private static Question<String> address() {
        Parser plain = address(Keys.ADDRESS);
        Parser parser =
                (answer, scope) ->
                        answer instanceof Answer.Text typed
                                        && List.of("同证件住所", "同住所", "一样", "相同", "同上")
                                                .contains(Parsers.plain(typed.text()))
                                ? scope.text(Keys.CERT_ADDRESS)
                                        .<Parsed>map(Parsed.Accepted::new)
                                        .orElseGet(Parsed.NotMine::new)
                                : plain.parse(answer, scope);
        return Question.ask(Keys.ADDRESS, Sensitivity.OPEN, parser)
                .suggesting(scope -> List.of("同证件住所"))
                .named("通信地址", "通讯地址", "办公地址", "地址", "联系地址", "公司地址")
                .takes("北京市海淀区样张路1号2层201室", "同证件住所")
                .refuses("address.noDetail", "北京市海淀区样张路上面");
    }

    private static Parser address(Key<String> key) {
        return Parsers.value(
                "address",
                (raw, scope) -> PostalAddress.check(raw),
                PostalAddress::text,
                (address, scope) ->
                        otherProvince(address, scope)
                                ? List.of(key.id() + ".otherProvince")
                                : List.of());
    }

    private static boolean otherProvince(PostalAddress address, Scope scope) {
        return Province.find(address.text())
                .map(Province::code)
                .filter(code -> scope.text(Keys.PROVINCE).filter(p -> !p.equals(code)).isPresent())
                .isPresent();
    }

    private static Question<String> certValid() {
        return Question.ask(
                        Keys.CERT_VALID,
                        Sensitivity.OPEN,
                        People.validity("valid", "licenceExpiresSoon"))
                .suggesting(scope -> List.of("长期"))
                .named("营业执照有效期", "执照有效期", "营业期限")
                .takes("长期", "2039-11-30")
                .refuses("valid.format", "好久以后")
                .refuses("valid.expired", "2001-01-01");
    }

    private static Question<String> investor() {
        Parser person = Parsers.value("name", PersonName::check, PersonName::text);
        Parser unit = Parsers.value("unit", UnitName::check, UnitName::text);
        Parser parser =
                (answer, scope) -> {
                    Parsed asPerson = person.parse(answer, scope);
                    return asPerson.accepted() ? asPerson : orUnit(asPerson, answer, scope, unit);
                };
        return Question.ask(Keys.INVESTOR, Sensitivity.OPEN, parser)
                .named("投资人", "法定代表人", "法人", "主管单位", "投资人或主管单位")
                .takes("王样张", "北京样张投资集团有限公司")
                .refuses("name.letters", "王123");
    }

    private static Parsed orUnit(Parsed asPerson, Answer answer, Scope scope, Parser unit) {
        Parsed asUnit = unit.parse(answer, scope);
        return asUnit.accepted() && ((Answer.Text) answer).text().strip().length() > 4
                ? asUnit
                : asPerson;
    }

    private static Question<String> siteName() {
        Parser parser =
                Parsers.value(
                        "siteName",
                        (raw, scope) -> SiteName.check(raw),
                        SiteName::text,
                        IcpForm::siteNameAdvice);
        return Question.ask(Keys.SITE_NAME, Sensitivity.OPEN, parser)
                .named("网站名称", "网站名", "站名")
                .takes("样张科技官方网站")
                .refuses("siteName.fewChinese", "样张")
                .refuses("siteName.latinOnly", "example");
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
                .refuses("homeUrl.format", "我的 首页");
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
                        java.util.Optional.of("www." + domain));
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
                                new io.beian.form.Kind<>(text -> text, IcpForm::languageNames)),
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
                        .map(io.beian.form.Option::label)
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

    private static Question<String> photo(String id, String... names) {
        return Question.ask(Key.text(id), Sensitivity.SENSITIVE, Parsers.picture())
                .named(names)
                .being(Trait.PICTURE);
    }
}
