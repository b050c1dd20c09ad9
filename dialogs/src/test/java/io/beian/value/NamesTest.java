package io.beian.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names as people send them: what is taken, what is asked about, what is refused. */
class NamesTest {

    private static String person(String typed) {
        return PersonName.check(typed)
                .fold(
                        name ->
                                PersonName.doubt(typed).map(odd -> odd.code() + "? ").orElse("")
                                        + name.text(),
                        flaw ->
                                flaw.code()
                                        + flaw.suggestion().map(offer -> " > " + offer).orElse(""));
    }

    private static String unit(String typed) {
        return UnitName.check(typed)
                .fold(
                        name -> name.doubt().map(NamesTest::told).orElse(name.text()),
                        flaw ->
                                flaw.code()
                                        + flaw.suggestion().map(offer -> " > " + offer).orElse(""));
    }

    private static String told(Flaw odd) {
        return odd.code() + "?" + odd.suggestion().map(offer -> " > " + offer).orElse("");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "法人王小明 | 王小明",
                "法人代表：王小明 | 王小明",
                "负责人王小明 | 王小明",
                "经营者 王小明 | 王小明",
                "我叫王小明 | 王小明",
                "我的名字叫王小明 | 王小明",
                "王小明（法人） | 王小明",
                "王小明，负责人 | 王小明",
                "<b>王小明</b> | 王小明",
                "【王小明】 | 王小明",
                "王小明[微笑] | 王小明",
                "王小明👌 | 王小明",
                "王 小 明 | 王小明",
                "欧阳 小明 | 欧阳小明",
                "王-小明 | 王小明",
                "王○ | 王〇",
                "李和平 | 李和平",
                "欧阳和平 | 欧阳和平",
                "王0 | letters > 王〇",
                "北京某某科技有限公司 | unit",
                "样张烟酒店 | unit",
                "王小明和李小红 | several",
                "王小明、李小红 | several > 王小明·李小红",
                "王小明 李小红 | several > 王小明·李小红",
                "'王小明\n李小红' | several > 王小明·李小红",
                "王小明/李小红 | several > 王小明·李小红",
                "张三 李四 | several > 张三·李四",
                "张三,李四 | several > 张三·李四",
                "王小明&李小红 | several",
                "王小明或李小红 | several",
                "马木提 艾山江 | several > 马木提·艾山江",
                "阿不都 热合曼 | dotted? 阿不都·热合曼",
                "司马 相如 | 司马相如",
                "法人就是王小明 | 王小明",
                "王小明是法人 | 王小明",
                "本人王小明 | 王小明",
                "我老公王小明 | 王小明",
                "老板叫王小明 | 王小明",
                "姓王名小明 | 王小明",
                "叫王小明 | 王小明",
                "王小明啊 | 王小明",
                "①王小明 | 王小明",
                "1.王小明 | 王小明",
                "王小明先生 | title > 王小明",
                "王总经理 | title",
                "王总 | call? 王总",
                "李姐 | call? 李姐",
                "老王 | call? 老王",
                "小李 | call? 小李",
                "古丽米热 艾比布力 | dotted? 古丽米热·艾比布力",
                "古丽米热-艾比布力 | dotted? 古丽米热·艾比布力",
                "古丽米热／艾比布力 | dotted? 古丽米热·艾比布力",
                "古丽米热_艾比布力 | dotted? 古丽米热·艾比布力",
                "古丽米热.艾比布力 | 古丽米热·艾比布力",
                "古丽米热。艾比布力 | 古丽米热·艾比布力",
                "古丽米热‧艾比布力 | 古丽米热·艾比布力",
                "古丽米热･艾比布力 | 古丽米热·艾比布力",
                "古丽米热 · 艾比布力 | 古丽米热·艾比布力",
                "阿·布·都 | 阿·布·都",
                "阿卜杜热合曼 | odd? 阿卜杜热合曼",
                "扎西 | 扎西",
                "其其格 | odd? 其其格",
                "佐々木健 | odd? 佐々木健",
                "K·样张 | odd? K·样张",
                "王K·样张 | odd? 王K·样张",
                "王A | odd? 王A",
                "王\uE863 | 王䶮",
                "王\uE81E | 王龴",
                "王\uE000 | oldCharacter",
                "⻢小明 | 马小明",
                "⼯小明 | odd? 工小明",
                "王小明不知道 | odd? 王小明不知道",
                "安徽 | odd? 安徽",
                "某某某 | odd? 某某某",
                "John Smith | John Smith"
            })
    void readsPeople(String typed, String expected) {
        assertThat(person(typed)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "我司全称为北京样张科技有限公司 | 北京样张科技有限公司",
                "我司全称：北京样张科技有限公司 | 北京样张科技有限公司",
                "我们公司叫北京样张科技有限公司 | 北京样张科技有限公司",
                "公司名称北京样张科技有限公司 | 北京样张科技有限公司",
                "店名叫样张小吃店 | 样张小吃店",
                "执照上是北京样张科技有限公司 | 北京样张科技有限公司",
                "【北京样张科技有限公司】 | 北京样张科技有限公司",
                "「北京样张科技有限公司」 | 北京样张科技有限公司",
                "<b>北京样张科技有限公司</b> | 北京样张科技有限公司",
                "<北京样张科技有限公司> | 北京样张科技有限公司",
                "【名称】北京样张科技有限公司 | 北京样张科技有限公司",
                "北京样张科技有限公司[OK] | 北京样张科技有限公司",
                "北京样张科技有限公司😊 | 北京样张科技有限公司",
                "⽉⻓样张公司 | 月长样张公司",
                "北京样张科技有限公司（以执照为准） | note > 北京样张科技有限公司",
                "北京样张科技有限公司（这是全称） | note > 北京样张科技有限公司",
                "北京样张科技有限公司（简称样张） | note > 北京样张科技有限公司",
                "'北京样张科技有限公司\n王小明' | several > 北京样张科技有限公司",
                "'王小明\n北京样张科技有限公司' | several > 北京样张科技有限公司",
                "'北京样张科技\n有限公司' | 北京样张科技有限公司",
                "'北京样张科技有限公司\n朝阳分公司' | 北京样张科技有限公司朝阳分公司",
                "北京样张科技有限公司就是这个 | sentence? > 北京样张科技有限公司",
                "北京样张科技有限公司王小明 | ending? > 北京样张科技有限公司",
                "就是北京样张科技有限公司 | sentence? > 北京样张科技有限公司",
                "**北京样张科技有限公司** | 北京样张科技有限公司",
                "1、北京样张科技有限公司 | 北京样张科技有限公司",
                "①北京样张科技有限公司 | 北京样张科技有限公司",
                "北京样张科技有限公司和上海样张科技有限公司 | several > 北京样张科技有限公司",
                "王小明 | person?",
                "样张明天见 | ending?",
                "北京市样张路1号2层201室 | address?",
                "我的公司 | sentence?",
                "不知道叫什么公司 | sentence?",
                "粤B2-20090059-5 | ending?",
                "二○一样张厂 | 二〇一样张厂",
                "佐々木料理店 | 佐々木料理店",
                "北京\uE000公司 | oldCharacter",
                "---- | empty"
            })
    void readsUnits(String typed, String expected) {
        assertThat(unit(typed)).isEqualTo(expected);
    }

    /** Forms of names that licences carry: nothing to ask about. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "北京样张投资中心（有限合伙）",
                "样张控股（集团）有限公司",
                "样张（北京）科技有限公司",
                "上海样张会计师事务所（特殊普通合伙）",
                "北京市样张律师事务所",
                "海淀区样张烟酒超市",
                "海淀区样张小吃店",
                "样张县样张镇样张村村民委员会",
                "样张县样张镇样张村股份经济合作社",
                "样张县样张养殖农民专业合作社",
                "样张市第一中学",
                "样张大学",
                "样张市人民政府",
                "样张市样张区人民法院",
                "样张市公安局样张分局",
                "样张市妇女联合会",
                "样张省慈善总会",
                "样张公益基金会",
                "样张寺",
                "样张清真寺",
                "样张市基督教样张教堂",
                "中国人民解放军61001部队",
                "样张文化中心",
                "北京样张科技有限公司上海分公司",
                "样张银行股份有限公司样张支行",
                "样张市样张区样张美容美发",
                "样张市样张五金百货",
                "样张市样张汽修",
                "样张市样张理发馆",
                "样张市样张棋牌室",
                "样张市样张家庭农场",
                "样张市样张水果摊",
                "样张市样张区美丽人生美甲",
                "样张市样张区新天地KTV",
                "样张县样张镇老李修车",
                "样张市样张餐饮",
                "样张区样张工作室",
                "样张市样张公证处",
                "样张仲裁委员会",
                "样张司法鉴定所",
                "样张社区卫生服务站",
                "样张省地质大队",
                "样张报社",
                "样张出版社",
                "样张剧团",
                "样张图书馆",
                "样张老年公寓",
                "样张幼儿园",
                "样张驾校",
                "样张王小明（个体工商户）",
                "样张市样张便利店100店"
            })
    void knowsHowUnitsAreCalled(String name) {
        assertThat(unit(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "***", "无字号", "无字号名称", "无", "----", "—", "*", "没有字号", "没字号", "名称：***", "名称是星号",
                "个体户无字号", "空白", "无名称", "//", "＊＊＊＊"
            })
    void knowsLicencesWithoutAName(String typed) {
        assertThat(UnitName.isNone(typed)).isTrue();
        assertThat(UnitName.isNone("样张" + typed + "小吃店")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "[语音],voice",
        "[图片],picture",
        "[Photo],picture",
        "[文件] 执照.pdf,file",
        "[动画表情],sticker",
        "【收到不支持的消息类型，暂无法显示】,unknown",
        "该消息类型暂不支持,unknown",
        "[收到一条视频消息，请在手机上查看],unknown",
        "当前版本不支持展示该内容，请升级至最新版本,unknown",
        "[位置],location",
        "[聊天记录],file"
    })
    void knowsWhatTheMessengerWrites(String text, String kind) {
        assertThat(ChatText.placeholder(text)).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"样张[北京]公司", "本网站不支持用户发布内容", "〔2026〕1号", "[样张]", "图片"})
    void leavesRealTextAlone(String text) {
        assertThat(ChatText.placeholder(text)).isEqualTo(Optional.empty());
        assertThat(ChatText.plain(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "样张路93号[微笑] | 样张路93号",
                "样张路93号［旺柴］ | 样张路93号",
                "[强]样张路93号[OK][呲牙] | 样张路93号",
                "样张路93号/:strong | 样张路93号",
                "样张路93号/::) | 样张路93号",
                "样张路93号😊👌🏻 | 样张路93号",
                "'「张样张：地址是？」\n- - - - - - - - - -\n样张路93号' | 样张路93号",
                "❤️样张路93号✌️ | 样张路93号",
                "⻓沙 | 长沙",
                "⽉⾯ | 月面",
                "二○二六 | 二〇二六",
                "样张合伙（有限合伙） | 样张合伙（有限合伙）",
                "❶样张路 | ❶样张路"
            })
    void dropsWhatStandsAround(String typed, String plain) {
        assertThat(ChatText.plain(typed)).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "红色情怀样张馆", "样张特色情怀", "平反腐蚀研究", "样张反腐蚀涂料", "低廉政策咨询", "打赌博物馆", "爱国家居样张店", "样张众人大家庭",
                "样张高中国文", "样张商人民宿"
            })
    void takesSiteNamesThatHoldAWordOnlyAcrossTwo(String name) {
        assertThat(SiteName.check(name).fold(SiteName::text, Flaw::code)).isEqualTo(name);
        assertThat(new SiteName(name).advice(true, "330000", "")).noneMatch(SiteName.Advice::hard);
    }

    @ParameterizedTest
    @ValueSource(strings = {"样张反腐网", "赌博样张", "样张廉政网", "样张色情站"})
    void refusesTheWordsThemselves(String name) {
        assertThat(SiteName.check(name).fold(SiteName::text, Flaw::code)).isEqualTo("banned");
    }
}
