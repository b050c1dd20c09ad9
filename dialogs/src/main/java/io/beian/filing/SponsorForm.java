package io.beian.filing;

import io.beian.form.Advice;
import io.beian.form.Answer;
import io.beian.form.Key;
import io.beian.form.Parsed;
import io.beian.form.Parser;
import io.beian.form.Question;
import io.beian.form.Question.Trait;
import io.beian.form.Scope;
import io.beian.form.Sensitivity;
import io.beian.value.PersonName;
import io.beian.value.PostalAddress;
import io.beian.value.Province;
import io.beian.value.Region;
import io.beian.value.UnitName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The questions about the sponsor (主办单位). For an individual it is the person. */
final class SponsorForm {

    private static final Predicate<Scope> UNIT = scope -> new Situation(scope).unit();

    private static final Function<Scope, String> WHO =
            scope -> {
                Situation now = new Situation(scope);
                return now.individual()
                        ? "person"
                        : Tables.COMPANIES.contains(now.nature()) ? "" : "unit";
            };

    private static final Function<Scope, Map<String, String>> WORDS =
            scope -> Map.of("certificate", new Situation(scope).certificateName());

    /** A longer investor is a company, not a person. */
    private static final int LONGEST_PERSON = 4;

    private SponsorForm() {}

    static Question<?>[] questions() {
        return new Question<?>[] {
            name(), certAddress(), address(), region(), certValid(), investor(), remark()
        };
    }

    private static Question<String> name() {
        Parser unit =
                Parsers.value(
                        "unit",
                        (raw, scope) -> UnitName.check(raw),
                        UnitName::text,
                        (name, scope) -> name.fitsGbk() ? List.of() : List.of(Advice.of("gbk")));
        Parser person =
                Parsers.value(
                        "name",
                        (raw, scope) -> PersonName.check(raw),
                        PersonName::text,
                        (name, scope) -> name.fitsGbk() ? List.of() : List.of(Advice.of("gbk")));
        Parser abroad = Parsers.value("unit", UnitName::checkOverseas, UnitName::text);
        Parser parser =
                (answer, scope) -> {
                    Situation now = new Situation(scope);
                    if (now.nature().equals(Tables.ABROAD)) {
                        return abroad.parse(answer, scope);
                    }
                    return (now.individual() ? person : unit).parse(answer, scope);
                };
        return Question.ask(Keys.NAME, Sensitivity.PERSONAL, parser)
                .masking(SponsorForm::shownName)
                .speaking(WHO, WORDS)
                .named("主办单位名称", "单位名称", "公司名称", "企业名称", "公司", "名称")
                .takes("北京样张科技有限公司", "王样张", "Example Holdings Limited")
                .refuses("unit.noChinese", "Example Ltd")
                .refuses("unit.empty", "，");
    }

    private static String shownName(String text, Scope scope) {
        return new Situation(scope).individual()
                ? PersonName.check(text).fold(PersonName::toString, flaw -> "**")
                : text;
    }

    private static Question<String> certAddress() {
        return Question.ask(Keys.CERT_ADDRESS, Sensitivity.PERSONAL, address(Keys.CERT_ADDRESS))
                .masking(SponsorForm::shownAddress)
                .speaking(WHO, WORDS)
                .named("证件住所", "住所", "注册地址", "执照地址", "经营场所", "身份证地址")
                .takes("北京市海淀区样张路1号2层201室")
                .refuses("address.noDetail", "北京市海淀区样张路上面");
    }

    /** Where an individual lives is nobody else's business. */
    private static String shownAddress(String text, Scope scope) {
        int shown = 6;
        return new Situation(scope).individual() && text.length() > shown
                ? text.substring(0, shown) + "****"
                : text;
    }

    private static Question<String> address() {
        Parser plain = address(Keys.ADDRESS);
        List<String> same = List.of("同证件住所", "同住所", "同身份证地址", "一样", "相同", "同上");
        Parser parser =
                (answer, scope) ->
                        answer instanceof Answer.Text typed
                                        && same.contains(Parsers.plain(typed.text()))
                                ? scope.text(Keys.CERT_ADDRESS)
                                        .<Parsed>map(Parsed.Accepted::new)
                                        .orElseGet(Parsed.NotMine::new)
                                : plain.parse(answer, scope);
        return Question.ask(Keys.ADDRESS, Sensitivity.PERSONAL, parser)
                .masking(SponsorForm::shownAddress)
                .speaking(WHO, WORDS)
                .hinting(scope -> new Situation(scope).hint("addressInCity"))
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
                (address, scope) -> addressAdvice(key, address, scope));
    }

    private static List<Advice> addressAdvice(Key<String> key, PostalAddress address, Scope scope) {
        if (otherProvince(address, scope)) {
            return List.of(Advice.of(key.id() + ".otherProvince"));
        }
        return address.fitsGbk() ? List.of() : List.of(Advice.of("gbk"));
    }

    private static boolean otherProvince(PostalAddress address, Scope scope) {
        return Province.find(address.text())
                .map(Province::code)
                .filter(code -> scope.text(Keys.PROVINCE).filter(p -> !p.equals(code)).isPresent())
                .isPresent();
    }

    /** 省/市/区县 of the communication address (GB/T 2260); mostly the address itself tells. */
    private static Question<String> region() {
        Parser parser =
                (answer, scope) ->
                        answer instanceof Answer.Text typed
                                ? read(typed.text(), scope)
                                        .<Parsed>fold(
                                                found -> new Parsed.Accepted(found.region().code()),
                                                several -> which(several),
                                                unknown -> Parsers.refused("region", unknown))
                                : new Parsed.NotMine();
        return Question.ask(Keys.REGION, Sensitivity.OPEN, parser)
                .masking((code, scope) -> regionName(code))
                .unlessSaid(SponsorForm::regionOfAddress)
                .suggesting(SponsorForm::regionsMeant)
                .speaking(scope -> "", SponsorForm::provinceWord)
                .named("所在区县", "区县", "地区", "城市", "市")
                .takes(
                        "海淀区", "天津南开", "石家庄长安区", "太原小店区", "呼和浩特新城区", "沈阳和平区", "长春朝阳区", "哈尔滨南岗区",
                        "上海黄浦", "苏州昆山", "杭州西湖区", "合肥蜀山区", "福州鼓楼区", "南昌东湖区", "济南历下区", "郑州金水区",
                        "武汉江汉区", "长沙岳麓区", "东莞", "南宁青秀区", "海口龙华区", "重庆渝中", "成都武侯区", "贵阳云岩区", "昆明五华区",
                        "拉萨城关区", "西安雁塔区", "兰州城关区", "西宁城中区", "银川兴庆区", "乌鲁木齐天山区")
                .refuses("region.unknown", "火星区")
                .refuses("region.otherProvince", "广州市天河区")
                .refuses("region.onlyProvince", "北京市");
    }

    private static Region.Reading read(String text, Scope scope) {
        String province = new Situation(scope).province();
        return province.isEmpty() ? Region.check(text) : Region.check(text, province);
    }

    private static Parsed which(List<Region> regions) {
        return new Parsed.Refused(
                "region.which", Map.of(), regions.stream().map(Region::fullName).toList());
    }

    private static String regionName(String code) {
        return Region.of(code).map(Region::fullName).orElse(code);
    }

    static Optional<String> regionOfAddress(Scope scope) {
        return scope.text(Keys.ADDRESS)
                .flatMap(
                        address ->
                                read(address, scope)
                                        .<Optional<String>>fold(
                                                found -> Optional.of(found.region().code()),
                                                several -> Optional.empty(),
                                                unknown -> Optional.empty()));
    }

    /** The places an address may mean, where it leaves that open. */
    private static List<String> regionsMeant(Scope scope) {
        return scope.text(Keys.ADDRESS)
                .map(address -> read(address, scope))
                .map(
                        reading ->
                                reading.<List<String>>fold(
                                        found -> List.of(),
                                        several -> several.stream().map(Region::fullName).toList(),
                                        unknown -> List.of()))
                .orElse(List.of());
    }

    private static Map<String, String> provinceWord(Scope scope) {
        return Map.of("province", new Situation(scope).provinceName());
    }

    private static Question<String> certValid() {
        return Question.ask(
                        Keys.CERT_VALID,
                        Sensitivity.OPEN,
                        People.validity("valid", "licenceExpiresSoon"))
                .speaking(WHO, WORDS)
                .suggesting(scope -> List.of("长期"))
                .named("证件有效期", "营业执照有效期", "执照有效期", "营业期限")
                .takes("长期", "2039-11-30")
                .refuses("valid.format", "好久以后")
                .refuses("valid.expired", "2001-01-01")
                .refuses("valid.date", "2030-02-30");
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
                .when(UNIT)
                .named("投资人", "法定代表人", "法人", "主管单位", "投资人或主管单位")
                .takes("王样张", "北京样张投资集团有限公司")
                .refuses("name.letters", "王123");
    }

    private static Parsed orUnit(Parsed asPerson, Answer answer, Scope scope, Parser unit) {
        Parsed asUnit = unit.parse(answer, scope);
        return asUnit.accepted() && ((Answer.Text) answer).text().strip().length() > LONGEST_PERSON
                ? asUnit
                : asPerson;
    }

    private static Question<String> remark() {
        return Question.ask(Keys.SPONSOR_REMARK, Sensitivity.OPEN, Parsers.text("remark", 4, 200))
                .named("单位备注", "主体备注", "主办单位备注")
                .takes("住所为自有房产，地址已精确到最小单位")
                .refuses("remark.short", "嗯")
                .being(Trait.OPTIONAL, Trait.ON_REQUEST);
    }
}
