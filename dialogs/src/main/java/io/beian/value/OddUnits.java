package io.beian.value;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What makes the name of an organisation unlikely, though it can be right. */
final class OddUnits {

    static final Set<String> CODES = Set.of("ending", "address", "sentence", "person");

    /** What no other text ends with. */
    private static final String CLEAR =
            "公司|集团|企业|合伙）?|[^开下误]店|[^回请发书]厂|部|中心|合作社|联社|总社|分社|学校|协会|学会|商会|总会|分会|研究会|促进会"
                    + "|联合会|理事会|工会|局|委员会|村委会|居委会|管委会|基金会|工作室|商行|银行|支行|分行|医院|法院|检察院"
                    + "|研究院|学院|书院|剧院|影院|养老院|敬老院|福利院|卫生院|分院|设计院|事务所|研究所|诊所|派出所|交易所"
                    + "|分所|鉴定所|仲裁委|政府|支队|大队|中队|部队|幼儿园|办公室|办事处|代表处|管理处|工程处|公证处";

    private static final String OTHER =
            "社|院|所|校|会|委|室|行|馆|厅|队|站|场|园|吧|坊|铺|楼|屋|城|厦|庄|庭|轩|阁|斋|苑|寺|庙|观|宫|庵|堂|殿|祠|处|署"
                    + "|府|组|团|台|库|房|摊|档|家|业|户|舍|柜|亭|廊|居|汇|荟|集|窑|池|浴|港|矿|井|基地|农场|牧场|超市|门市"
                    + "|市场|夜市|俱乐部|联盟|机构|驿|客栈|食府|大排档|网咖|军|旅|办|大学|中学|小学|监狱|海关|地勘|课堂|教会"
                    + "|学堂|生活馆|之家|公寓|洗浴|村|社区|党|盟|馆店|空间|工坊|百货|五金|副食|小吃|快餐|美容|美发|理发|服饰"
                    + "|服装|便利|水产|汽修|烟酒|种植|养殖|运输|装饰|建材|家具|电器|电脑|通讯|通信|数码|摄影|摄像|广告|图文"
                    + "|打印|烧烤|火锅|餐饮|饮品|奶茶|茶业|茶叶|面食|早餐|早点|蛋糕|烘焙|鲜花|花卉|水果|蔬菜|粮油|商贸|维修"
                    + "|修理|洗车|干洗|足浴|推拿|按摩|健身|瑜伽|棋牌|台球|托管|辅导|培训|教育|科技|网络|传媒|文化|设计|装修"
                    + "|家政|物流|货运|快递|配送|租赁|咨询|母婴|童装|鞋业|箱包|饰品|珠宝|眼镜|钟表|化妆品|日用品|农资|饲料"
                    + "|苗圃|园艺|渔具|宠物|文具|书画|乐器|琴行|土特产|特产|食品|酒业|包子|馒头|米粉|拉面|牛肉面|麻辣烫|卤味"
                    + "|熟食|酱菜|豆腐|海鲜|烤鸭|炸鸡|串串|冒菜|小炒|私房菜|农家乐|农家院|山庄|度假村|民宿|宾馆|旅店|招待所"
                    + "|影像|婚庆|礼仪|印刷|印务|石材|门窗|灯饰|陶瓷|卫浴|厨具|窗帘|布艺|家纺|针织|制衣|加工|机械|模具|电子"
                    + "|汽配|轮胎|摩托|电动车|自行车|二手车|废品|回收|疏通|开锁|搬家|保洁|中介|彩票|书报|网店|电商|微商|直播"
                    + "|工程|劳务|护理|养生|理疗|针灸|药业|医药|器材|体育|舞蹈|美术|琴|棋|艺术|影视|动漫|游戏|软件|信息";

    private static final Pattern COMPLETE =
            Pattern.compile("(?:.+(?:" + CLEAR + "))(?:（[^（）]{1,20}）)?$");
    private static final Pattern ENDING =
            Pattern.compile("(?:.+(?:" + CLEAR + "|" + OTHER + "))(?:（[^（）]{1,40}）)?$");
    private static final Pattern BRANCH =
            Pattern.compile(".{0,12}(?:分公司|分店|分厂|分部|分社|分所|分会|分校|分院|营业部|门市部|办事处|代表处|\\d+店)$");
    private static final Pattern ONLY_ENDING =
            Pattern.compile("(?:有限|责任|股份|集团|科技|商贸|发展|公司|中心|（.*）){1,6}$");

    private static final Pattern PLACE =
            Pattern.compile("\\d+(?:号|室|楼|层|栋|幢|单元|弄|组|号院|号楼)(?:[^店厂部社会]{0,12})$|地址[:是为]");
    private static final Pattern SENTENCE =
            Pattern.compile(
                    "^[我您他她俺是]|^你(?!我)|^就是|^叫(?!了)|[吗呢吧哦啊呀么](?:[?!。~]|$)|[?？!]$|什么|怎么|为什么|不知道|没有|还没|不是"
                            + "|执照上|为准|全称|名称|名字叫|简称|以上|麻烦|谢谢|请问|就是|应该是|不用|不要|可以|帮我|[，。；!]"
                            + "|[\\[\\]【】<>{}|\\\\^`@#$=~*?]|某某|XX|xx");
    private static final Pattern NONE =
            Pattern.compile(
                    "(?:[*＊×xX\\-—–_/\\\\.。·、~…#]|无){1,40}|(?:名称|字号|店名|执照上?)?(?:[:：是为]|写的?是?|显示)?"
                            + "(?:[*＊]{1,20}|[-—–_]{2,20}|/{1,4}|(?:个体户?)?(?:无|没有?|未取|没取|没起|空的?|空白|星号|横线|几个星|一串星号)"
                            + "的?(?:字号|店名|店号|名号|字号名称|名称|名字)?)(?:名称|的|呢|啊)?");

    private static final Pattern COMPANY =
            Pattern.compile("^[^,，。；;]{2,60}?(?:有限公司|有限责任公司|股份公司|合作社|事务所)");

    /** Licences begin with the place, whatever trade follows. */
    private static final Pattern PLACED =
            Pattern.compile("\\p{IsHan}{1,9}[省市县区旗镇乡][\\p{IsHan}A-Za-z0-9+&·]{4,40}");

    private static final Pattern STREET = Pattern.compile("[路街道巷里弄村组屯号室层楼院口边旁]$|[路街巷]\\d");

    /** They are called by three characters. */
    private static final Pattern TEMPLE = Pattern.compile("\\p{IsHan}{2}[寺庙庵观宫祠院]");

    private static final String INDIVIDUAL = "（个体工商户）";
    private static final int SHORTEST = 4;

    private OddUnits() {}

    static boolean isNone(String compact) {
        return !compact.isEmpty() && NONE.matcher(compact).matches();
    }

    static boolean isComplete(String name) {
        return Typed.length(name) >= SHORTEST && COMPLETE.matcher(name).matches();
    }

    static boolean isBranch(String line) {
        return BRANCH.matcher(line).matches();
    }

    static boolean isOnlyEnding(String line) {
        return ONLY_ENDING.matcher(line).matches();
    }

    static Optional<Flaw> doubt(String name) {
        if (SENTENCE.matcher(name).find()) {
            return flaw("sentence", name);
        }
        boolean complete = isComplete(name) || name.endsWith(INDIVIDUAL);
        if (!complete && PLACE.matcher(name).find()) {
            return flaw("address", name);
        }
        boolean ends =
                Typed.length(name) >= SHORTEST
                        ? ENDING.matcher(name).matches()
                        : TEMPLE.matcher(name).matches();
        boolean placed = PLACED.matcher(name).matches() && !STREET.matcher(name).find();
        if (complete || ends || placed) {
            return Optional.empty();
        }
        return flaw(isPerson(name) ? "person" : "ending", name);
    }

    private static boolean isPerson(String name) {
        return PersonName.check(name).fold(PersonName::usual, flaw -> false);
    }

    private static Optional<Flaw> flaw(String code, String name) {
        return Optional.of(Flaw.of(code, name).suggesting(beginning(name)));
    }

    /** The whole name without what is said before or behind it. */
    private static Optional<String> beginning(String name) {
        String bare = name.replaceFirst("^(?:就?是|叫做?)", "");
        if (!bare.equals(name) && isComplete(bare) && doubt(bare).isEmpty()) {
            return Optional.of(bare);
        }
        Matcher company = COMPANY.matcher(name);
        return company.find() && company.end() < name.length() && !isBranch(rest(name, company))
                ? Optional.of(company.group())
                        .filter(
                                begin ->
                                        UnitName.check(begin)
                                                .fold(unit -> unit.doubt().isEmpty(), f -> false))
                : Optional.empty();
    }

    private static String rest(String name, Matcher company) {
        return name.substring(company.end());
    }
}
