package io.beian.value;

import static io.beian.value.Outcome.flaw;
import static io.beian.value.Outcome.good;
import static io.beian.value.Outcome.suggestion;
import static org.assertj.core.api.Assertions.assertThat;

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
}
