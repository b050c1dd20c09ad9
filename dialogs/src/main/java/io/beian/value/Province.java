package io.beian.value;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import io.beian.value.Beginnings.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The provinces with their codes in GB/T 2260 and the letter their filing numbers begin with. */
public enum Province {
    BEIJING("110000", "北京", "北京市", "京", "", ""),
    TIANJIN("120000", "天津", "天津市", "津", "", ""),
    HEBEI("130000", "河北", "河北省", "冀", "", "石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水 雄安"),
    SHANXI("140000", "山西", "山西省", "晋", "", "太原 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州 临汾 吕梁"),
    NEIMENGGU(
            "150000",
            "内蒙古",
            "内蒙古自治区",
            "蒙",
            "内蒙",
            "呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 巴彦淖尔 乌兰察布 兴安盟 锡林郭勒 阿拉善"),
    LIAONING("210000", "辽宁", "辽宁省", "辽", "", "沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 葫芦岛"),
    JILIN("220000", "吉林", "吉林省", "吉", "", "长春 四平 辽源 通化 白山 松原 白城 延边 延吉"),
    HEILONGJIANG(
            "230000", "黑龙江", "黑龙江省", "黑", "", "哈尔滨 齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化 大兴安岭"),
    SHANGHAI("310000", "上海", "上海市", "沪", "申", "浦东"),
    JIANGSU("320000", "江苏", "江苏省", "苏", "", "南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁 昆山 江阴"),
    ZHEJIANG("330000", "浙江", "浙江省", "浙", "", "杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水 义乌"),
    ANHUI("340000", "安徽", "安徽省", "皖", "", "合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州 池州 宣城"),
    FUJIAN("350000", "福建", "福建省", "闽", "", "福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德 平潭"),
    JIANGXI("360000", "江西", "江西省", "赣", "", "南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶"),
    SHANDONG("370000", "山东", "山东省", "鲁", "", "济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽"),
    HENAN(
            "410000",
            "河南",
            "河南省",
            "豫",
            "",
            "郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店 济源"),
    HUBEI("420000", "湖北", "湖北省", "鄂", "", "武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 恩施 仙桃 潜江 天门 神农架"),
    HUNAN("430000", "湖南", "湖南省", "湘", "", "长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 湘西"),
    GUANGDONG(
            "440000",
            "广东",
            "广东省",
            "粤",
            "",
            "广州 韶关 深圳 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山 潮州 揭阳 云浮"),
    GUANGXI("450000", "广西", "广西壮族自治区", "桂", "", "南宁 柳州 桂林 梧州 北海 防城港 钦州 贵港 玉林 百色 贺州 河池 来宾 崇左"),
    HAINAN("460000", "海南", "海南省", "琼", "", "海口 三亚 三沙 儋州"),
    CHONGQING("500000", "重庆", "重庆市", "渝", "", ""),
    SICHUAN(
            "510000",
            "四川",
            "四川省",
            "蜀",
            "川",
            "成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州 雅安 巴中 资阳 阿坝 甘孜 凉山"),
    GUIZHOU("520000", "贵州", "贵州省", "黔", "贵", "贵阳 六盘水 遵义 安顺 毕节 铜仁 黔西南 黔东南 黔南"),
    YUNNAN("530000", "云南", "云南省", "滇", "云", "昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧 楚雄 红河 文山 西双版纳 大理 德宏 怒江 迪庆"),
    XIZANG("540000", "西藏", "西藏自治区", "藏", "", "拉萨 日喀则 昌都 林芝 山南 那曲"),
    SHAANXI("610000", "陕西", "陕西省", "陕", "秦", "西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛"),
    GANSU("620000", "甘肃", "甘肃省", "陇", "甘", "兰州 嘉峪关 金昌 白银 天水 武威 张掖 平凉 酒泉 庆阳 定西 陇南 临夏 甘南"),
    QINGHAI("630000", "青海", "青海省", "青", "", "西宁 海东 黄南 果洛 玉树"),
    NINGXIA("640000", "宁夏", "宁夏回族自治区", "宁", "", "银川 石嘴山 吴忠 固原 中卫"),
    XINJIANG(
            "650000",
            "新疆",
            "新疆维吾尔自治区",
            "新",
            "",
            "乌鲁木齐 克拉玛依 吐鲁番 哈密 昌吉 博尔塔拉 巴音郭楞 阿克苏 克孜勒苏 喀什 和田 伊犁 塔城 阿勒泰 石河子"),
    TAIWAN("710000", "台湾", "台湾省", "台", "", "台北 高雄"),
    XIANGGANG("810000", "香港", "香港特别行政区", "港", "", "九龙"),
    AOMEN("820000", "澳门", "澳门特别行政区", "澳", "", "");

    /** Every code a flaw of this type can have. */
    public static final Set<String> FLAWS = Set.of("empty", "unknown", "noBureau");

    private static final int LONGEST = 60;
    private static final Pattern LABEL =
            Pattern.compile("^(?:我们?在|我们?是|所在)?(?:省份?|省市|地区)?(?:[:是为在]|(?:中国|中华人民共和国)(?=.)){0,2}");

    /** A road is often named after another city. */
    private static final Pattern ROAD =
            Pattern.compile("^(?:[东西南北中]?[一二三四五六七八九]?(?:大?[路街道]|大街|巷))");

    private final String code;
    private final String shortName;
    private final String fullName;
    private final String prefix;
    private final ImmutableList<String> aliases;
    private final ImmutableList<String> cities;

    Province(
            String code,
            String shortName,
            String fullName,
            String prefix,
            String aliases,
            String cities) {
        this.code = code;
        this.shortName = shortName;
        this.fullName = fullName;
        this.prefix = prefix;
        this.aliases = ImmutableList.copyOf(words(aliases));
        this.cities = ImmutableList.copyOf(words(cities));
    }

    /** Accepts only provinces with a filing bureau. */
    public static Checked<Province> check(String raw) {
        String line = Typed.line(raw);
        if (line.isEmpty()) {
            return new Checked.Bad<>(Flaw.of("empty", line));
        }
        Optional<Province> found = find(raw);
        if (found.isEmpty()) {
            return new Checked.Bad<>(Flaw.of("unknown", line));
        }
        return found.get().hasBureau()
                ? new Checked.Good<>(found.get())
                : new Checked.Bad<>(Flaw.of("noBureau", line));
    }

    /**
     * The province named by a name, a letter, a code, a city or county, or the beginning of an
     * address. Of provinces that have a place of the same name the one whose city is well known is
     * meant, if any: 中山 is in 广东, 朝阳 may be anywhere.
     */
    public static Optional<Province> find(String typed) {
        String text =
                Traditional.today(
                        Typed.shortened(
                                Typed.trimmed(Typed.compact(typed), Typed::isPunctuation),
                                LONGEST));
        String place = Typed.after(LABEL, text);
        return known(province -> province.isNamed(text) || province.isNamed(place))
                .or(() -> ofDivision(place));
    }

    private static Optional<Province> ofDivision(String place) {
        Letters letters = Letters.of(place);
        List<Path> paths = Beginnings.longest(letters, "");
        if (paths.isEmpty()) {
            return known(province -> !province.hasBureau() && province.begins(place));
        }
        Set<Province> meant =
                paths.stream()
                        .flatMap(path -> ofCode(path.lowest().code()).stream())
                        .collect(Collectors.toSet());
        String name = letters.text().substring(0, paths.get(0).end());
        boolean sure = paths.stream().anyMatch(Path::isSure);
        return known(
                        each ->
                                each.places().anyMatch(name::equals)
                                        && (meant.contains(each) || !each.hasBureau()))
                .or(
                        () ->
                                known(
                                        each ->
                                                meant.equals(Set.of(each))
                                                        && (sure || each.begins(place))));
    }

    private static Optional<Province> known(Predicate<Province> wanted) {
        return Arrays.stream(values()).filter(wanted).findFirst();
    }

    /** The first province or well known city whose name stands anywhere in a text. */
    static Optional<String> placeIn(String text) {
        String today = Traditional.today(text);
        return Arrays.stream(values())
                .flatMap(Province::places)
                .filter(today::contains)
                .min(
                        Comparator.<String>comparingInt(today::indexOf)
                                .thenComparing(Comparator.comparingInt(String::length).reversed()));
    }

    /** By the first two of the six digits, so that codes of cities and counties work too. */
    public static Optional<Province> ofCode(String code) {
        return Arrays.stream(values())
                .filter(province -> code.startsWith(province.code.substring(0, 2)))
                .findFirst();
    }

    /** By the letter of a filing number or the one of number plates. */
    public static Optional<Province> ofPrefix(String letter) {
        return Arrays.stream(values())
                .filter(Province::hasBureau)
                .filter(
                        province ->
                                province.prefix.equals(letter) || province.aliases.contains(letter))
                .findFirst();
    }

    public String code() {
        return code;
    }

    /** Such as 广西. */
    public String shortName() {
        return shortName;
    }

    /** Such as 广西壮族自治区. */
    public String fullName() {
        return fullName;
    }

    /** The letter filing numbers begin with, such as 桂. */
    public String prefix() {
        return prefix;
    }

    /** Taiwan, Hong Kong and Macao have none. */
    public boolean hasBureau() {
        return this != TAIWAN && this != XIANGGANG && this != AOMEN;
    }

    /** The canonical text. */
    public String text() {
        return shortName;
    }

    @Override
    public String toString() {
        return shortName;
    }

    private boolean isNamed(String text) {
        return text.equals(shortName)
                || text.equals(fullName)
                || text.equals(prefix)
                || text.equals(code)
                || aliases.contains(text)
                || text.toLowerCase(Locale.ROOT).equals(name().toLowerCase(Locale.ROOT));
    }

    private Stream<String> places() {
        return Stream.concat(Stream.of(shortName), cities.stream());
    }

    private boolean begins(String text) {
        return places().anyMatch(
                        name ->
                                text.startsWith(name)
                                        && !ROAD.matcher(text.substring(name.length())).find());
    }

    private static Iterable<String> words(String list) {
        return Splitter.on(' ').omitEmptyStrings().split(list);
    }
}
