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

            String namesake =
                    Divisions.named(old.name()).stream()
                            .map(Divisions.Name::division)
                            .filter(each -> each.valid() && each.name().equals(old.name()))
                            .map(Division::code)
                            .findFirst()
                            .orElse("withdrawn");
            assertThat(read)
                    .as(typed)
                    .isIn("withdrawn", "onlyCity", old.successor().orElse(namesake));
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

    /** Each way of writing is a kind; the first of each was met, the others are its neighbours. */
    @ParameterizedTest
    @CsvSource({
        // a name that begins with the name of another division
        "630000,海南藏族自治州共和县,632521",
        "630000,青海海南州贵德县,632523",
        "630000,海南藏族自治州,onlyCity",
        "630000,海南藏族,onlyCity",
        "630000,河南蒙古族自治县优干宁镇,632324",
        "630000,河南县,632324",
        "150000,乌海市海南区样张街1号,150303",
        "120000,河北区样张道1号,120105",
        "460000,海南藏族自治州共和县,otherProvince",
        "430000,长沙市,onlyCity",
        "420000,长沙市,otherProvince",
        "420000,�沙市,unknown",
        "420000,□沙市,unknown",
        "420000,沙市,unknown",
        "420000,𠀀沙市区,unknown",
        "420000,沙市区,421002",
        // traditional characters
        "440000,廣東省廣州市天河區樣張路1號,440106",
        "320000,江蘇省蘇州市崑山市,320583",
        "530000,雲南省麗江市古城區,530702",
        "610000,陝西省西安市雁塔區,610113",
        "520000,貴州省貴陽市雲巖區,520103",
        "210000,遼寧省瀋陽市和平區,210102",
        "230000,黑龍江省齊齊哈爾市龍沙區,230202",
        "150000,內蒙古自治區呼和浩特市賽罕區,150105",
        "640000,寧夏銀川市興慶區,640104",
        "500000,重慶市萬州區,500101",
        "350000,福建廈門集美區,350211",
        "130000,石家莊市長安區,130102",
        "610000,陝西省咸陽市乾縣,610424",
        // a county followed by a town that begins as a street ends
        "130000,邯郸市磁县路村营乡样张村,130427",
        "440000,广州市从化区街口街道样张路1号,440117",
        "440000,从化街口街道,440117",
        "500000,武隆区巷口镇样张路2号,500156",
        "430000,长沙县路口镇样张村,430121",
        "230000,同江市街津口赫哲族乡,230881",
        "510000,崇州市街子镇样张街,510184",
        "330000,台州市路桥区路北街道,331004",
        "350000,沙县路口乡,350405",
        "420000,房县市场街道样张路,420325",
        "340000,和县路1号,unknown",
        "350000,沙县路南段3号,unknown",
        "130000,唐山市路南区样张道,130202",
        // the city twice
        "440000,广东省东莞市东莞市南城街道样张路,441900",
        "110000,北京北京海淀区,110108",
        "310000,上海市上海市市辖区静安区,310106",
        "320000,江苏省江苏省苏州市苏州市昆山市,320583",
        "320000,江苏省苏州市江苏省苏州市昆山市,320583",
        "500000,重庆市市辖县云阳县,500235",
        "460000,海南省儋州市儋州市那大镇,460400",
        "620000,甘肃省嘉峪关市嘉峪关市样张路,620200",
        // the Xinjiang corps
        "650000,新疆生产建设兵团第八师石河子市,659001",
        "650000,第八师石河子市,659001",
        "650000,八师石河子市样张路,659001",
        "650000,新疆兵团第一师阿拉尔市,659002",
        "650000,兵团第十四师昆玉市,659009",
        "650000,新疆维吾尔自治区第四师可克达拉市,659008",
        "650000,第十师北屯市样张路,659005",
        "650000,新疆生产建设兵团第六师芳草湖农场,zone",
        "650000,新疆生产建设兵团,onlyProvince",
        "440000,一师样张路1号,unknown",
        // zones in front of a county, or without one
        "130000,雄安新区容城县,130629",
        "130000,河北雄安新区雄县雄州镇,130638",
        "130000,中国(河北)自由贸易试验区雄安片区安新县,130632",
        "650000,乌鲁木齐市经济技术开发区(头屯河区)样张路,650106",
        "510000,成都高新区双流区样张路,510116",
        "320000,苏州工业园区吴中区样张街,320506",
        "210000,大连金普新区金州区样张街,210213",
        "210000,金普新区,zone",
        "610000,西咸新区沣东新城,zone",
        "520000,贵安新区,zone",
        "500000,重庆两江新区样张路,zone",
        "360000,江西赣江新区永修县,360425",
        "350000,平潭综合实验区样张路,350128",
        "370000,青岛西海岸新区样张路,370211",
        "310000,浦东新区张江高科技园区样张路,310115",
        "310000,中国(上海)自由贸易试验区临港新片区样张路,zone",
        "320000,江北新区样张路,zone",
        "330000,江北新区样张路,330205",
        "120000,滨海新区开发区样张街,120116",
        // withdrawn long ago
        "110000,崇文区,withdrawn",
        "110000,北京市宣武区样张街,withdrawn",
        "310000,南汇区,withdrawn",
        "310000,上海市南市区,withdrawn",
        "320000,南京市白下区样张路,withdrawn",
        "320000,沧浪区,withdrawn",
        "440000,广州市东山区,withdrawn",
        "440000,广东省广州市番禺市,440113",
        "440000,顺德市,440606",
        "110000,昌平县,110114",
        "440000,潮阳市,withdrawn",
        "510000,遂宁市市中区,withdrawn",
        "370000,济宁市市中区,withdrawn",
        "410000,新乡市郊区,withdrawn",
        "410000,新华区,410402",
        "340000,郊区,340711",
        "420000,襄樊市,withdrawn",
        "530000,思茅市墨江县,530822",
        "610000,安康地区汉滨区,610902",
        "150000,乌兰察布盟丰镇市,150981",
        // 市中 and its like, which bear no name of their own
        "370000,济南市中,370103",
        "370000,济南 市中 经四路1号,370103",
        "370000,青岛市南,370202",
        "370000,青岛，市北，样张路,370203",
        "370000,青岛市南京路1号,onlyCity",
        "370000,枣庄市中区,370402",
        "510000,乐山市中区,511102",
        "140000,阳泉矿区,140303",
        "140000,阳泉城区样张街,140302",
        "140000,阳泉市郊区,140311",
        "460000,海南省三沙市永兴岛,onlyCity",
        "460000,三沙市西沙区永兴岛,460302"
    })
    void readsEveryWayOfWriting(String province, String typed, String expected) {
        assertThat(outcome(Region.check(typed, province))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "110000,崇文区,北京市东城区",
        "120000,天津市大港区样张路,天津市滨海新区",
        "310000,卢湾区,上海市黄浦区",
        "440000,芳村区,广东省广州市荔湾区",
        "440000,广州市萝岗区,广东省广州市黄埔区",
        "320000,戚墅堰区,江苏省常州市武进区",
        "370000,胶南市,山东省青岛市黄岛区",
        "650000,兵团第八师,新疆维吾尔自治区石河子市",
        "130000,雄安新区,河北省保定市容城县 河北省保定市安新县 河北省保定市雄县",
        "500000,两江新区,重庆市江北区 重庆市北碚区 重庆市渝北区",
        "460000,三沙市永兴岛,海南省三沙市西沙区 海南省三沙市南沙区",
        "640000,宁夏,宁夏回族自治区银川市 宁夏回族自治区石嘴山市 宁夏回族自治区吴忠市 宁夏回族自治区固原市 宁夏回族自治区中卫市",
        "320000,吴县市,江苏省苏州市虎丘区 江苏省苏州市吴中区 江苏省苏州市相城区 江苏省苏州市姑苏区"
                + " 江苏省苏州市吴江区 江苏省苏州市常熟市 江苏省苏州市张家港市 江苏省苏州市昆山市 江苏省苏州市太仓市"
    })
    void offersWhatLeadsOn(String province, String typed, String choices) {
        Region.Reading reading = Region.check(typed, province);

        assertThat(reading).isInstanceOf(Region.Unknown.class);
        assertThat(String.join(" ", reading.choices())).isEqualTo(choices);
    }

    /** Whatever is chosen is read as it stands, or asks once more for a county below. */
    @Test
    void takesEveryChoiceItOffers() {
        for (Division division : DivisionsTest.all()) {
            Region.check(division.name()).choices().stream()
                    .map(choice -> outcome(Region.check(choice)))
                    .forEach(read -> assertThat(read).matches("[0-9]{6}|onlyCity"));
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
