package io.beian.value;

import static io.beian.value.Outcome.flaw;
import static io.beian.value.Outcome.good;
import static io.beian.value.Outcome.suggestion;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "某某科技官方网站 | 某某科技官方网站",
                "网站名称：某某科技 | 某某科技",
                "《某某科技》 | 某某科技",
                "某某 科技(ABC) | 某某科技（ABC）",
                "A·某某站2 | A·某某站2",
                "名为天下 | 名为天下"
            })
    void readsSiteNames(String typed, String name) {
        SiteName site = good(SiteName.check(typed));

        assertThat(site.text()).isEqualTo(name);
        assertThat(site).hasToString(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | empty",
                "12345 | digitsOnly",
                "My Site 1 | latinOnly",
                "example.com | domain",
                "www.某某科技 | domain",
                "http://某某科技 | domain",
                "例子站.中国 | domain",
                "某某 | fewChinese",
                "AB某某CD | fewChinese",
                "某某科技★ | letters",
                "某某-科技 | letters",
                "某某反腐网 | banned",
                "某某赌博网 | banned",
                "某某廉政网 | banned",
                "某某色情网 | banned"
            })
    void refusesWhatIsNoSiteName(String typed, String code) {
        assertThat(flaw(SiteName.check(typed)).code()).isEqualTo(code);
    }

    @Test
    void offersTheSiteNameWithoutSpecialCharacters() {
        assertThat(suggestion(SiteName.check("某某★科技!"))).isEqualTo("某某科技");
        assertThat(suggestion(SiteName.check("某★某"))).isEmpty();
    }

    @Test
    void namesTheBannedWord() {
        assertThat(flaw(SiteName.check("某某反腐网")).details()).containsEntry("word", "反腐");
    }

    @Test
    void limitsTheBytesOfSiteNames() {
        assertThat(good(SiteName.check("站".repeat(256))).advice()).contains("long");
        assertThat(flaw(SiteName.check("站".repeat(257))).details()).containsEntry("length", "514");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "某某的手记 | ''",
                "中国某某手记 | national",
                "信访某某手记 | national",
                "某某的信访手记 | ''",
                "某某博客 | personalWords",
                "某某的很长很长很长的手记 | personalLength"
            })
    void advisesOnSiteNames(String name, String advice) {
        assertThat(String.join(",", good(SiteName.check(name)).advice())).isEqualTo(advice);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "样张科技官方网站 | 110000 | 北京样张科技有限公司 | ''",
                "样张官网 | 440000 | 深圳市样张科技有限公司 | ''",
                "样张商城 | 440000 | 深圳市样张科技有限公司 | localForm=深圳市样张科技有限公司官网",
                "中国样张官网 | 110000 | 北京样张科技有限公司 | national=中国",
                "中国样张官网 | 110000 | 中国样张集团有限公司 | ''",
                "中国人民样张官网 | 110000 | 中国样张集团有限公司 | national=人民",
                "信访样张网 | 110000 | 北京样张科技有限公司 | national=信访",
                "样张论坛 | 110000 | 北京样张科技有限公司 | approvalWords=论坛",
                "样张视频网 | 110000 | 北京样张科技有限公司 | ''",
                "样张视频网 | 510000 | 成都样张科技有限公司 | approvalWords=视频",
                "样张科技ABC | 500000 | 重庆样张科技有限公司 | localLatin=ABC",
                "样张科技ABC | 310000 | 上海样张科技有限公司 | ''",
                "手工木器网 | 110000 | 北京样张科技有限公司 | notUnitName=手工木器网",
                "科技生活网 | 110000 | 北京样张科技有限公司 | notUnitName=科技生活网",
                "手工木器网 | 110000 | '' | ''"
            })
    void expectsObjectionsToNamesOfUnits(
            String name, String province, String unit, String expected) {
        assertThat(advice(name, false, province, unit)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "小样的手记 | 110000 | ''",
                "中国小样的手记 | 110000 | nationalPersonal=中国",
                "小样博客 | 110000 | personalWords=博客,approvalWords=博客",
                "小样资讯 | 370000 | localWords=资讯,",
                "小样作品展示 | 120000 | localWords=作品展示",
                "小样作品展示 | 110000 | ''",
                "小样在线 | 110000 | approvalWords=在线",
                "杭州小样手记 | 110000 | personalPlace=杭州",
                "王样张的手记 | 110000 | personalName=王样张",
                "小样的很长很长很长的手记 | 110000 | personalLength=12",
                "小样手记ABC | 500000 | localLatin=ABC"
            })
    void expectsObjectionsToNamesOfPersons(String name, String province, String expected) {
        assertThat(advice(name, true, province, "王样张") + ",").startsWith(expected);
        assertThat(advice(name, true, province, "王样张").isEmpty()).isEqualTo(expected.isEmpty());
    }

    @Test
    void refusesOnlyPersonsTheWordsOfNationalBodies() {
        SiteName name = good(SiteName.check("中国小样的手记"));

        assertThat(name.advice(true, "110000", "中国")).first().matches(SiteName.Advice::hard);
        assertThat(name.advice(false, "110000", "")).noneMatch(SiteName.Advice::hard);
    }

    @Test
    void tellsNoNameInAdvice() {
        assertThat(good(SiteName.check("王样张的手记")).advice(true, "110000", "王样张"))
                .hasToString("[Advice[personalName]]");
    }

    @Test
    void findsTheLongNameOfAUnit() {
        String name = "样张" + "很".repeat(29);

        assertThat(advice(name, false, "110000", "样张公司")).isEqualTo("long=31");
    }

    @Test
    void knowsWhatTheBureauCannotCarry() {
        assertThat(good(SiteName.check("样张科技")).fitsGbk()).isTrue();
        assertThat(good(SiteName.check("𬭩样张科技")).fitsGbk()).isFalse();
    }

    private static String advice(String name, boolean individual, String province, String unit) {
        return good(SiteName.check(name)).advice(individual, province, unit).stream()
                .map(advice -> advice.code() + "=" + advice.word())
                .collect(Collectors.joining(","));
    }
}
