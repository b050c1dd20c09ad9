package io.beian.filing;

import io.beian.form.Advice;
import io.beian.form.Answer;
import io.beian.form.Key;
import io.beian.form.Parsed;
import io.beian.form.Parser;
import io.beian.form.Question;
import io.beian.form.Scope;
import io.beian.form.Sensitivity;
import io.beian.value.Flaw;
import io.beian.value.Region;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Province, city and county of the communication address (GB/T 2260); mostly the address itself
 * tells. Where it does not, what may be meant is offered.
 */
final class Regions {

    /** More than these are told in the sentence instead. */
    private static final int MOST_OFFERED = 9;

    private Regions() {}

    static Question<String> question() {
        Parser parser =
                (answer, scope) ->
                        answer instanceof Answer.Text typed
                                ? parsed(read(typed.text(), scope))
                                : new Parsed.NotMine();
        return Question.ask(Keys.REGION, Sensitivity.OPEN, parser)
                .masking((code, scope) -> name(code))
                .unlessSaid(Regions::ofAddress)
                .suggesting(Regions::ofAddressOffered)
                .hinting(Regions::parts)
                .speaking(scope -> "", Regions::provinceWord)
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

    private static Parsed parsed(Region.Reading reading) {
        return reading.<Parsed>fold(
                found -> new Parsed.Accepted(found.region().code()),
                several ->
                        new Parsed.Refused(
                                "region.which",
                                Map.of(),
                                several.stream().map(Region::fullName).toList()),
                flaw -> refused(flaw, offered(reading)));
    }

    private static Parsed refused(Flaw flaw, List<String> offers) {
        Parsed.Refused refused = Parsers.refused("region", flaw);
        return new Parsed.Refused(refused.code(), refused.args(), offers);
    }

    private static List<String> offered(Region.Reading reading) {
        return reading.choices().size() <= MOST_OFFERED ? reading.choices() : List.of();
    }

    private static String name(String code) {
        return Region.of(code).map(Region::fullName).orElse(code);
    }

    static Optional<String> ofAddress(Scope scope) {
        return scope.text(Keys.ADDRESS)
                .flatMap(
                        address ->
                                read(address, scope)
                                        .<Optional<String>>fold(
                                                found -> Optional.of(found.region().code()),
                                                several -> Optional.empty(),
                                                unknown -> Optional.empty()));
    }

    /** False where an address plainly lies in another city than the region of the sponsor. */
    static boolean mayHold(Key<String> address, Scope scope) {
        return scope.text(Keys.REGION)
                .or(() -> ofAddress(scope))
                .flatMap(Region::of)
                .filter(region -> !Region.codeFitsAddress(region, scope.text(address).orElse("")))
                .isEmpty();
    }

    /** The places an address may mean, where it leaves that open. */
    private static List<String> ofAddressOffered(Scope scope) {
        return scope.text(Keys.ADDRESS)
                .map(address -> offered(read(address, scope)))
                .orElse(List.of());
    }

    /** The counties of the city an address names, where they are too many to offer. */
    private static List<Advice> parts(Scope scope) {
        return scope.text(Keys.ADDRESS)
                .map(address -> read(address, scope))
                .filter(reading -> reading.choices().size() > MOST_OFFERED)
                .map(
                        reading ->
                                reading.<List<Advice>>fold(
                                        found -> List.of(),
                                        several -> List.of(),
                                        flaw -> told(flaw)))
                .orElse(List.of());
    }

    private static List<Advice> told(Flaw flaw) {
        Map<String, String> details = flaw.details();
        String place = details.getOrDefault("city", details.getOrDefault("province", ""));
        String parts = details.getOrDefault("counties", details.getOrDefault("parts", ""));
        return List.of(new Advice("regionParts", Map.of("place", place, "parts", parts)));
    }

    private static Map<String, String> provinceWord(Scope scope) {
        return Map.of("province", new Situation(scope).provinceName());
    }
}
