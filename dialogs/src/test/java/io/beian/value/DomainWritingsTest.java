package io.beian.value;

import static io.beian.value.Outcome.flaw;
import static io.beian.value.Outcome.good;
import static io.beian.value.Outcome.suggestion;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type for a domain: look-alikes, other scripts, and words around it. */
class DomainWritingsTest {

    /** Signs that normalisation would turn into letters and digits without a word. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "①chenxia.com | 1chenxia.com",
                "a①b.com | a1b.com",
                "⑩shop.cn | 10shop.cn",
                "x²y.com | x2y.com",
                "h₂o.com | h2o.com",
                "ⅷ.com | viii.com",
                "例子Ⅱ.中国 | 例子ii.中国",
                "ﬁne.com | fine.com",
                "ʰome.com | home.com",
                "𝐞xample.com | example.com",
                "𝟙.cn | 1.cn",
                "\u212Afc.com | kfc.com",
                "℡shop.com | telshop.com",
                "™shop.com | tmshop.com",
                "ª.cn | a.cn",
                "Ⓐbc.com | abc.com",
                "㊣品.中国 | 正品.中国",
                "〸全.中国 | 十全.中国",
                "⒈example.com | example.com",
                "example․com | example.com",
                "example﹒com | example.com",
                "①www.example.com | example.com",
                "www.①example.com | 1example.com"
            })
    void neverTakesASignForALetter(String typed, String offered) {
        assertThat(flaw(SiteAddress.check(typed)).code()).isEqualTo("lookalike");
        assertThat(suggestion(SiteAddress.check(typed))).isEqualTo(offered);
    }

    @Test
    void offersADomainWithoutTheSignOfAListToo() {
        assertThat(flaw(SiteAddress.check("①chenxia.com")).details())
                .containsEntry("letters", "①")
                .containsEntry("also", "chenxia.com");
    }

    /** Signs that stand for no letter of a domain are only named. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "½.com | ''",
                "⑴example.com | example.com",
                "㈠example.com | example.com",
                "❶example.com | example.com",
                "㈱例子.com | 例子.com",
                "👉example.com | example.com",
                "★example.com | example.com"
            })
    void namesOtherSigns(String typed, String offered) {
        assertThat(flaw(SiteAddress.check(typed)).code()).isEqualTo("letters");
        assertThat(suggestion(SiteAddress.check(typed))).isEqualTo(offered);
    }

    /** What a Chinese keyboard makes of a domain is the domain. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ｅｘａｍｐｌｅ．ｃｏｍ | example.com",
                "ＥＸＡＭＰＬＥ。ＣＯＭ | example.com",
                "example｡com | example.com",
                "例子。中国 | 例子.中国",
                "ａ－ｂ．ｃｎ | a-b.cn",
                "１６３．ｃｏｍ | 163.com",
                "⼈⼈.中国 | 人人.中国",
                "ｶﾅ.com | カナ.com",
                "exam\u200Bple.com | example.com",
                "exam\u200Dple.com | example.com",
                "\uFEFFexample.com\u200E | example.com",
                "𠮷野家.com | 𠮷野家.com",
                "佐々木.com | 佐々木.com",
                "〇一.中国 | 〇一.中国",
                "㐀.中国 | 㐀.中国"
            })
    void takesEveryWidth(String typed, String domain) {
        assertThat(good(SiteAddress.check(typed)).text()).isEqualTo(domain);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "еxample.com | example.com",
                "exаmple.cn | example.cn",
                "gοοgle.com | google.com",
                "αpple.com | apple.com",
                "ɡoogle.com | google.com",
                "раyраl.com | paypal.com",
                "сосо.com | coco.com",
                "СОСО.com | coco.com",
                "ехро.cn | expo.cn",
                "ο.com.cn | o.com.cn",
                "ոսց.com | nug.com",
                "www.сосо.com | coco.com",
                "example.соm | example.com",
                "example.сом | example.com",
                "МЕТRО.com | metro.com"
            })
    void neverTakesALetterOfAnotherScriptForALatinOne(String typed, String offered) {
        assertThat(flaw(SiteAddress.check(typed)).code()).isEqualTo("lookalike");
        assertThat(suggestion(SiteAddress.check(typed))).isEqualTo(offered);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "例子москва.com",
                "例子ω.中国",
                "ไทยabc.com",
                "москвація例.com",
                "한국ไทย.com",
                "xn--pple-43d.com"
            })
    void refusesScriptsNoRegistryMixes(String typed) {
        assertThat(flaw(SiteAddress.check(typed)).code()).isEqualTo("mixed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "例子abc.com",
                "abc例子123.中国",
                "москва.com",
                "сосо.рф",
                "пример.рф",
                "ελλάδα.com",
                "スター例子.com",
                "ひらがなカナ漢字abc.com",
                "한국abc.com",
                "ไทย.com",
                "भारत.com",
                "clé.com",
                "bücher.cn"
            })
    void takesWhatRegistriesHave(String domain) {
        assertThat(good(SiteAddress.check(domain)).text()).isEqualTo(domain);
    }

    /** IDNA 2003 had four characters that are letters of their own since 2008. */
    @ParameterizedTest
    @CsvSource({
        "faß.de,xn--fa-hia.de,faß.de",
        "straße.com,xn--strae-oqa.com,straße.com",
        "STRAẞE.com,xn--strae-oqa.com,straße.com",
        "strasse.com,strasse.com,strasse.com",
        "βόλος.com,xn--nxasmm1c.com,βόλος.com",
        "ΒΌΛΟΣ.com,xn--nxasmq6b.com,βόλοσ.com",
        "xn--fa-hia.de,xn--fa-hia.de,faß.de",
        "क्\u200Dष.com,xn--11b2ezcw70k.com,क्\u200Dष.com",
        "نامه\u200Cای.com,xn--mgba3gch31f060k.com,نامه\u200Cای.com"
    })
    void encodesAsRegistriesDoToday(String typed, String ascii, String written) {
        assertThat(good(SiteAddress.check(typed))).isEqualTo(new Domain(ascii));
        assertThat(new Domain(ascii).text()).isEqualTo(written);
    }

    /** Whoever owns a look-alike can name it as the registry does, and sees what it is. */
    @Test
    void showsALookalikeAsTheRegistryWritesIt() {
        assertThat(good(SiteAddress.check("xn--n1aahb.com")).text()).isEqualTo("xn--n1aahb.com");
    }

    /** 工信部公告2018年第7号: nine categories and the provinces. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "某某.政务.cn | true",
                "某某.公益.cn | false",
                "清华.公益 | false",
                "某某.政务 | true",
                "example.政务.cn | true",
                "xn--fiq228c.xn--55qw42g.cn | false",
                "党务.cn | false",
                "样张.公司.cn | false",
                "样张.網絡.cn | false",
                "样张.bj.cn | false",
                "hangzhou.gov.cn | true",
                "jyj.hangzhou.gov.cn | true"
            })
    void takesWhatIsRegisteredUnderCn(String domain, boolean government) {
        Domain taken = (Domain) good(SiteAddress.check(domain));

        assertThat(taken.isGovernment()).isEqualTo(government);
        assertThat(taken.mayLackApproval()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "政务.cn | suffix | ''",
                "公益.cn | suffix | ''",
                "www.某某.政务.cn | www | 某某.政务.cn",
                "http://www.某某.公益.cn/ | www | 某某.公益.cn",
                "a.某某.公益.cn | subdomain | 某某.公益.cn",
                "某某.政務.cn | subdomain | 某某.政务.cn",
                "某某.政務 | topLevel | 某某.政务",
                "a.b.hangzhou.gov.cn | subdomain | b.hangzhou.gov.cn"
            })
    void offersWhatIsRegisteredUnderCn(String typed, String code, String offered) {
        assertThat(flaw(SiteAddress.check(typed)).code()).isEqualTo(code);
        assertThat(suggestion(SiteAddress.check(typed))).isEqualTo(offered);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.com[微笑]",
                "[玫瑰][玫瑰]example.com",
                "example.com[OK][Hey]",
                "example.com。",
                "example.com。。。",
                "example.com……",
                "example.com！",
                "\"example.com\"",
                "“example.com”。",
                "「example.com」",
                "《example.com》",
                "【example.com】",
                "（example.com）",
                "example.com😊",
                "example.com👍🏻",
                "example.com~",
                "域名：【example.com】",
                "网站：example.com",
                "example.com\u3000"
            })
    void takesADomainWithoutWhatStandsAroundIt(String typed) {
        assertThat(good(SiteAddress.check(typed)).text()).isEqualTo("example.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.com 谢谢",
                "example.com，麻烦快点",
                "example.com。谢谢！",
                "域名example.com已经买好了",
                "example.com是我的域名",
                "example.com哈",
                "example.com的",
                "example.com公司官网",
                "example.com（已实名）",
                "我的example.com",
                "我要备案的域名是example.com",
                "我买的是www.example.com",
                "这是我去年在某某云买的example.com",
                "你好 example.com",
                "备案example.com",
                "官网example.com",
                "我公司网站是https://www.example.com/",
                "@所有人 example.com",
                "www example.com",
                "www example com",
                "1 example.com",
                "1、example.com",
                "1）example.com",
                "(1)example.com",
                "1️⃣example.com",
                "- example.com",
                "example点com",
                "example 点 com",
                "www,example,com",
                "*example.com*",
                "域名（example.com）"
            })
    void offersTheDomainInASentence(String typed) {
        assertThat(suggestion(SiteAddress.check(typed))).isEqualTo("example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"例子.中国谢谢", "例子.中国已经买好了", "我买的是例子.中国", "就是例子.中国", "我们公司 例子.中国"})
    void offersAChineseDomainInASentence(String typed) {
        assertThat(suggestion(SiteAddress.check(typed))).isEqualTo("例子.中国");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "美的shop.com",
                "华为cloud.com",
                "我的世界mc.com",
                "我的家.中国",
                "是非.中国",
                "就是.中国",
                "网站建设.中国",
                "首页.中国",
                "域名.中国",
                "谢谢.中国",
                "公司.com"
            })
    void takesDomainsThatSoundLikeTalk(String domain) {
        assertThat(good(SiteAddress.check(domain)).text()).isEqualTo(domain);
    }

    /** What is read as talk is taken all the same where it is said to be the domain. */
    @Test
    void takesWhatIsCalledTheDomain() {
        assertThat(suggestion(SiteAddress.check("我的abc.com"))).isEqualTo("abc.com");
        assertThat(good(SiteAddress.check("域名：我的abc.com")))
                .isEqualTo(good(SiteAddress.check("xn--abc-st5fr61g.com")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exa mple.com | example.com | mple.com",
                "my shop.com | myshop.com | shop.com",
                "例 子.中国 | 例子.中国 | 子.中国"
            })
    void asksAboutABlank(String typed, String joined, String last) {
        assertThat(flaw(SiteAddress.check(typed)).code()).isEqualTo("blank");
        assertThat(suggestion(SiteAddress.check(typed))).isEqualTo(joined);
        assertThat(flaw(SiteAddress.check(typed)).details()).containsEntry("also", last);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.com。b.com | a.com、b.com",
                "a.com是我的，b.com也是 | a.com、b.com",
                "a.com（主）b.com（备用） | a.com、b.com",
                "①a.com ②b.cn | a.com、b.cn"
            })
    void countsSeveral(String typed, String pieces) {
        Flaw several = flaw(SiteAddress.check(typed));

        assertThat(several.code()).isEqualTo("several");
        assertThat(several.details()).containsEntry("pieces", pieces);
    }
}
