package io.beian.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beian.value.Divisions.Division;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegionTest {

    private static final String BEIJING = "110000";
    private static final String JIANGSU = "320000";
    private static final List<String> STREETS =
            List.of("样张路1号", "北京东路2号3室", "朝阳路8号", "中山北路4号样张大厦", "样张街道样张村5号");

    @ParameterizedTest
    @CsvSource({
        "110000,海淀区,110108",
        "110000,海淀,110108",
        "110000,北京海淀,110108",
        "110000,北京市海淀区,110108",
        "110000,北京市北京市海淀区,110108",
        "110000,北京市市辖区海淀区,110108",
        "110000,' 海 淀 区。',110108",
        "110000,北京－海淀,110108",
        "110000,北京／朝阳,110105",
        "110000,１１０１０８,110108",
        "110000,110108,110108",
        "110000,我在海淀,110108",
        "110000,我们公司在北京海淀,110108",
        "110000,地址是海淀区,110108",
        "110000,所在区县：海淀区,110108",
        "110000,100080海淀区,110108",
        "110000,密云,110118",
        "310000,浦东,310115",
        "310000,浦东新区,310115",
        "120000,河北,120105",
        "320000,昆山,320583",
        "320000,昆山市,320583",
        "320000,江苏昆山,320583",
        "320000,江苏省-苏州市-昆山市,320583",
        "320000,江苏省 苏州 昆山,320583",
        "320000,苏州鼓楼,onlyCity",
        "320000,徐州鼓楼,320302",
        "320000,南京市鼓楼区,320106",
        "420000,恩施市,422801",
        "420000,恩施州利川,422802",
        "420000,恩施土家族苗族自治州利川市,422802",
        "420000,神农架,429021",
        "420000,仙桃,429004",
        "410000,济源,419001",
        "410000,瀍河,410304",
        "410000,管城区,410104",
        "620000,积石山,622927",
        "620000,积石山县,622927",
        "620000,东乡,622926",
        "620000,嘉峪关,620200",
        "440000,东莞,441900",
        "440000,广东东莞,441900",
        "440000,中山市,442000",
        "460000,儋州,460400",
        "460000,三沙西沙,460302",
        "500000,重庆市县云阳县,500235",
        "650000,石河子,659001",
        "650000,和安,653229",
        "650000,和康县,653228",
        "150000,海南区,150303",
        "150000,鄂温克旗,150724",
        "220000,吉林船营,220204",
        "370000,济南市市中区,370103",
        "370000,济南市中区,370103",
        "370000,莱芜,370116",
        "130000,唐山路南,130202",
        "430000,长沙县,430121",
        "430000,长沙长沙县,430121",
        "350000,沙县,350405",
        "'',东莞市,441900",
        "'',苏州昆山,320583"
    })
    void readsWhatPeopleType(String province, String typed, String expected) {
        assertThat(outcome(Region.check(typed, province))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "110000,海淀区样张路1号,110108,样张路1号",
        "110000,北京市海淀区样张路1号 A 座,110108,样张路1号 A 座",
        "110000,'北京，海淀，样张路1号',110108,样张路1号",
        "110000,海淀区朝阳路1号,110108,朝阳路1号",
        "110000,北京市丰台区海淀路1号,110106,海淀路1号",
        "110000,朝阳市场路1号,110105,市场路1号",
        "110000,朝阳 南路1号,110105,南路1号",
        "310000,静安南京西路1号,310106,南京西路1号",
        "320000,苏州昆山样张路,320583,样张路",
        "320000,昆山样张路1号(北楼),320583,样张路1号(北楼)",
        "320000,中国江苏省南京市鼓楼区北京西路,320106,北京西路",
        "320000,吴江市样张路2号,320509,样张路2号",
        "440000,广东省东莞市长安镇样张路3号,441900,长安镇样张路3号",
        "370000,青岛市北京路1号,onlyCity,",
        "370000,青岛市北区山东路1号,370203,山东路1号",
        "330000,地址：杭州西湖区样张路,330106,样张路",
        "510000,成都高新区样张大道1号,onlyCity,",
        "110000,北京朝阳路1号,onlyProvince,",
        "320000,苏州昆山路1号,onlyCity,"
    })
    void leavesTheRestOfAnAddress(String province, String typed, String expected, String rest) {
        Region.Reading reading = Region.check(typed, province);

        assertThat(outcome(reading)).isEqualTo(expected);
        if (reading instanceof Region.Found found) {
            assertThat(found.rest()).isEqualTo(rest);
            assertThat(found.toString()).doesNotContain(rest);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "320000,鼓楼区,320106 320302",
        "320000,江苏鼓楼,320106 320302",
        "320000,鼓楼区样张路1号,320106 320302",
        "'',朝阳区,110105 220104",
        "'',中山,210202 442000",
        "130000,桥东区,130502 130702",
        "130000,井陉,130121",
        "140000,城区,140213 140302 140403 140502",
        "620000,临夏临夏,622901 622921"
    })
    void listsEveryRegionThatMayBeMeant(String province, String typed, String codes) {
        assertThat(outcome(Region.check(typed, province))).isEqualTo(codes);
    }

    @ParameterizedTest
    @CsvSource({
        "110000,'',empty",
        "110000,'，。 ',empty",
        "110000,😀,empty",
        "110000,火星区,unknown",
        "110000,市辖区,unknown",
        "110000,县,unknown",
        "320000,省直辖县级行政区划,unknown",
        "110000,朝阳路1号,unknown",
        "310000,南京西路1号,unknown",
        "310000,北京东路1号,unknown",
        "320000,中山路1号,unknown",
        "320000,和平小区3栋,unknown",
        "320000,东山样张路1号,unknown",
        "320000,北京大学,unknown",
        "110000,130101,unknown",
        "110000,999999,unknown",
        "320000,北京市海淀区,otherProvince",
        "320000,海淀,otherProvince",
        "320000,110108,otherProvince",
        "150000,海南省海口市,otherProvince",
        "120000,河北石家庄样张路1号,otherProvince",
        "110000,北京,onlyProvince",
        "110000,110100,onlyProvince",
        "110000,北京市市辖区,onlyProvince",
        "420000,429000,onlyProvince",
        "320000,江苏省,onlyProvince",
        "320000,苏州,onlyCity",
        "320000,320500,onlyCity",
        "320000,苏州工业园区样张街1号,onlyCity",
        "220000,吉林,onlyCity",
        "220000,吉林省,onlyProvince",
        "'',吉林,onlyProvince",
        "420000,恩施,onlyCity",
        "420000,恩施自治州,onlyCity",
        "430000,长沙,onlyCity",
        "330000,下城区,withdrawn",
        "330000,杭州江干,withdrawn",
        "330000,330104,withdrawn",
        "370000,莱芜市莱城区,withdrawn",
        "110000,密云县,withdrawn",
        "540000,山南地区,withdrawn",
        "220000,四平市公主岭市,withdrawn"
    })
    void saysWhyItIsNone(String province, String typed, String flaw) {
        assertThat(outcome(Region.check(typed, province))).isEqualTo(flaw);
        assertThat(Region.FLAWS).contains(flaw);
    }

    @Test
    void tellsWhatToChooseFrom() {
        Flaw province = flaw("江苏", JIANGSU);
        Flaw city = flaw("苏州", JIANGSU);
        Flaw other = flaw("朝阳区", JIANGSU);

        assertThat(province.details()).containsEntry("province", "江苏省");
        assertThat(province.details().get("parts")).startsWith("南京市、无锡市、").endsWith("宿迁市");
        assertThat(city.details()).containsEntry("city", "苏州市");
        assertThat(city.details().get("counties")).contains("、昆山市");
        assertThat(other.details()).containsEntry("province", "北京、吉林");
        assertThat(List.of(province, city, other))
                .extracting(Flaw::suggestion)
                .containsOnly(Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "密云县,110000,密云县,北京市,北京市密云区",
        "下城区,330000,下城区,浙江省杭州市,浙江省杭州市拱墅区",
        "江干区,330000,江干区,浙江省杭州市,",
        "四平公主岭,220000,公主岭市,吉林省长春市,吉林省长春市公主岭市",
        "上饶县,360000,上饶县,江西省上饶市,江西省上饶市广信区",
        "庐山区,360000,庐山区,江西省九江市,江西省九江市濂溪区",
        "山南地区,540000,山南地区,西藏自治区山南市,",
        "莱芜市,370000,莱芜市,山东省,",
        "139001,130000,定州市,河北省保定市,河北省保定市定州市"
    })
    void tellsWhereAWithdrawnDivisionWent(
            String typed, String province, String name, String city, String suggestion) {
        Flaw flaw = flaw(typed, province);

        assertThat(flaw.code()).isEqualTo("withdrawn");
        assertThat(flaw.details()).containsEntry("name", name).containsEntry("city", city);
        assertThat(flaw.details().get("counties")).isNotEmpty();
        assertThat(flaw.suggestion()).isEqualTo(Optional.ofNullable(suggestion));
    }

    @ParameterizedTest
    @CsvSource({
        "110108,BEIJING,,110108,北京市海淀区",
        "441900,GUANGDONG,441900,,广东省东莞市",
        "320583,JIANGSU,320500,320583,江苏省苏州市昆山市",
        "429004,HUBEI,,429004,湖北省仙桃市",
        "659001,XINJIANG,,659001,新疆维吾尔自治区石河子市",
        "622927,GANSU,622900,622927,甘肃省临夏回族自治州积石山保安族东乡族撒拉族自治县"
    })
    void hasTheCodesTheBureauWants(
            String code, Province province, String city, String county, String name) {
        Region region = Region.of(code).orElseThrow();

        assertThat(region.province()).isEqualTo(province);
        assertThat(region.city().map(Division::code)).isEqualTo(Optional.ofNullable(city));
        assertThat(region.county().map(Division::code)).isEqualTo(Optional.ofNullable(county));
        assertThat(region.fullName()).isEqualTo(name).endsWith(region.name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "110000", "110100", "320500", "110228", "999999", "710000", "429000"})
    void isOnlyTheLowestDivisionOfToday(String code) {
        assertThat(Region.of(code)).isEmpty();
        assertThatThrownBy(() -> new Region(code)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsEveryFullName() {
        for (Region region : regions()) {
            for (String province : List.of("", region.province().code())) {
                Region.Reading reading = Region.check(region.fullName(), province);

                assertThat(reading).isEqualTo(new Region.Found(region, ""));
            }
            assertThat(Region.check(region.code())).isEqualTo(new Region.Found(region, ""));
        }
    }

    @Test
    void readsEveryNameWithinItsProvince() {
        for (Region region : regions()) {
            Region.Reading reading = Region.check(region.name(), region.province().code());

            assertThat(outcome(reading)).as(region.fullName()).contains(region.code());
        }
    }

    @Test
    void readsEveryShortName() {
        for (Region region : regions()) {
            String typed =
                    region.province().shortName()
                            + region.city().map(RegionTest::shortName).orElse("")
                            + region.county().map(RegionTest::shortName).orElse("");
            Region.Reading reading = Region.check(typed, region.province().code());

            assertThat(outcome(reading)).as(typed).contains(region.code());
        }
    }

    @Test
    void readsEveryRegionAtTheBeginningOfAnAddress() {
        for (Region region : regions()) {
            for (String street : STREETS) {
                String address = region.fullName() + street;

                assertThat(Region.check(address, region.province().code()))
                        .isEqualTo(new Region.Found(region, street));
                assertThat(Region.codeFitsAddress(region, address)).isTrue();
            }
        }
    }

    @Test
    void readsNoWithdrawnDivisionAsAnother() {
        for (String code : withdrawn()) {
            Division old = Divisions.find(code).orElseThrow();
            String typed = Divisions.fullName(code).orElseThrow();
            String read = outcome(Region.check(typed, code.substring(0, 2) + "0000"));

            assertThat(read)
                    .as(typed)
                    .isIn("withdrawn", "onlyCity", old.successor().orElse("withdrawn"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "110108,北京市海淀区样张路1号,true",
        "110108,北京市朝阳区样张路1号,true",
        "110108,样张路1号,true",
        "110108,南京西路1号,true",
        "110108,上海城小区1号,true",
        "110108,深圳大学样张楼1号,true",
        "110108,朝阳区样张路1号,true",
        "110108,'',true",
        "110108,广东省深圳市南山区样张路1号,false",
        "110108,深圳南山样张路1号,false",
        "110108,上海市样张路1号,false",
        "320583,苏州市样张路1号,true",
        "320583,南京市鼓楼区样张路1号,false",
        "320583,江苏省样张路1号,true",
        "320583,鼓楼区样张路1号,false",
        "220184,吉林省四平市公主岭市样张路1号,true",
        "429004,湖北省仙桃市样张路1号,true",
        "441900,东莞市长安镇样张路1号,true",
        "441900,广州市天河区样张路1号,false"
    })
    void warnsOnlyOfAnAddressThatIsPlainlyElsewhere(String code, String address, boolean fits) {
        assertThat(Region.codeFitsAddress(new Region(code), address)).isEqualTo(fits);
    }

    @Test
    void answersToEverythingAtOnce() {
        List<String> pieces =
                List.of("海淀", "中", "市辖区", "北京市", "县", "😀", "\uD800", "\u0000", "\u202E", "6", "路");
        Assertions.assertTimeout(
                Duration.ofSeconds(5),
                () -> {
                    for (String piece : pieces) {
                        answers(piece.repeat(20_480 / piece.length()));
                        answers("北京" + piece.repeat(2_000));
                        answers(piece);
                    }
                });
    }

    @Test
    void answersToRandomText() {
        Random random = new Random(2260);
        List<Region> regions = regions();
        for (int i = 0; i < 5_000; i++) {
            String name = regions.get(random.nextInt(regions.size())).fullName();
            StringBuilder text = new StringBuilder(name);
            text.setCharAt(random.nextInt(name.length()), (char) random.nextInt(0x10000));
            text.deleteCharAt(random.nextInt(text.length()));
            text.insert(random.nextInt(text.length() + 1), STREETS.get(random.nextInt(5)));
            answers(text.toString());
        }
    }

    private static void answers(String text) {
        for (String province : List.of("", BEIJING, "1")) {
            Region.Reading reading = Region.check(text, province);
            if (reading instanceof Region.Unknown unknown) {
                Flaw flaw = unknown.flaw();
                assertThat(Region.FLAWS).contains(flaw.code());
                assertThat(flaw.given().codePointCount(0, flaw.given().length()))
                        .isLessThanOrEqualTo(40);
                flaw.suggestion()
                        .ifPresent(offer -> assertThat(outcome(Region.check(offer))).hasSize(6));
            }
        }
        assertThat(Region.codeFitsAddress(new Region("110108"), text)).isIn(true, false);
    }

    /** The codes read, or the flaw. */
    private static String outcome(Region.Reading reading) {
        return reading.fold(
                found -> found.region().code(),
                regions -> String.join(" ", regions.stream().map(Region::code).toList()),
                Flaw::code);
    }

    private static Flaw flaw(String typed, String province) {
        return Region.check(typed, province)
                .fold(
                        found -> {
                            throw new AssertionError("found");
                        },
                        regions -> {
                            throw new AssertionError("ambiguous");
                        },
                        flaw -> flaw);
    }

    private static List<Region> regions() {
        return Region.distinct(DivisionsTest.all());
    }

    private static String shortName(Division division) {
        return DivisionNames.of(division).stream()
                .filter(name -> !name.full())
                .findFirst()
                .map(Divisions.Name::text)
                .orElse(division.name());
    }

    /** Codes that only withdrawn divisions have. */
    private static List<String> withdrawn() {
        List<String> codes = new ArrayList<>();
        for (int code = 110_000; code < 660_000; code++) {
            String text = String.valueOf(code);
            Divisions.find(text).filter(each -> !each.valid()).ifPresent(each -> codes.add(text));
        }
        assertThat(codes).hasSizeGreaterThan(200);
        return codes;
    }
}
