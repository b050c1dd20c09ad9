package io.beian.value;

import static io.beian.value.Outcome.flaw;
import static io.beian.value.Outcome.good;
import static io.beian.value.Outcome.suggestion;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HomeUrlTest {

    private static Checked<HomeUrl> check(String typed) {
        return HomeUrl.check(typed, "example.com");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "www.example.com | www.example.com",
                "example.com | example.com",
                "https://WWW.Example.com/Shop/Index.html | www.example.com/Shop/Index.html",
                "http://http://www.example.com | www.example.com",
                "https：//www.example.com/ | www.example.com",
                "ｗｗｗ．ｅｘａｍｐｌｅ．ｃｏｍ | www.example.com",
                "www。example。com。 | www.example.com",
                "www. example. com | www.example.com",
                "首页：www.example.com | www.example.com",
                "首页网址是www.example.com | www.example.com",
                "首页www.example.com | www.example.com",
                "网站首页：http://www.example.com/ | www.example.com",
                "www.example.com[微笑] | www.example.com",
                "“www.example.com” | www.example.com",
                "shop.example.com | shop.example.com",
                "58.example.com | 58.example.com",
                "m.example.com/index.html?a=1 | m.example.com/index.html?a=1",
                "www.shop.example.com | www.shop.example.com",
                "商城.example.com | 商城.example.com"
            })
    void readsAHomePage(String typed, String url) {
        assertThat(good(check(typed)).text()).isEqualTo(url);
    }

    /** The number of a list, a label or a slip before the host is never filed with it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.www.example.com",
                "2.www.example.com",
                "1、www.example.com",
                "1，www.example.com",
                "1) www.example.com",
                "（1）www.example.com",
                "1 www.example.com",
                "①www.example.com",
                "①.www.example.com",
                "⒈www.example.com",
                "一、www.example.com",
                "第一个www.example.com",
                "- www.example.com",
                "1.http://www.example.com",
                "http://1.www.example.com",
                "1、首页：www.example.com",
                "我的主页www.example.com",
                "www.www.example.com",
                "http.www.example.com",
                "wwww.example.com",
                "ww.example.com",
                "商城www.example.com",
                "www.example.com谢谢",
                "www.example.com 谢谢",
                "www.example.com。谢谢",
                "www.example.com:8080",
                "www.example.com/首页",
                "ｗｗｗ.example.com，麻烦了"
            })
    void offersWhatIsMeant(String typed) {
        assertThat(flaw(check(typed)).code()).isEqualTo("meant");
        assertThat(suggestion(check(typed))).isEqualTo("www.example.com");
    }

    /** A host can be called 1; whoever writes http:// before it means it. */
    @Test
    void leavesAWayForHostsThatLookLikeNumbers() {
        assertThat(suggestion(check("1.example.com"))).isEqualTo("example.com");
        assertThat(flaw(check("1.example.com")).details())
                .containsEntry("also", "http://1.example.com");
        assertThat(good(check("http://1.example.com/a")).text())
                .isEqualTo("http://1.example.com/a");
        assertThat(good(check("http://1.example.com/a")))
                .isEqualTo(good(check("http://1.example.com/a/")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "www.other.org | otherDomain",
                "wwwexample.com | otherDomain",
                "www.example.com.cn | otherDomain",
                "www.notexample.com | otherDomain",
                "我的 首页 | format",
                "'' | format",
                "😀 | format",
                "www.example.com 和 example.com | format"
            })
    void refusesWhatIsNoneOfTheDomain(String typed, String code) {
        assertThat(flaw(check(typed)).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "www.例子.中国,例子.中国,www.例子.中国",
        "http://www.xn--fsqu00a.xn--fiqs8s/,例子.中国,www.例子.中国",
        "www。例子。中国,例子.中国,www.例子.中国",
        "例子abc.com,例子abc.com,例子abc.com",
        "http://36.111.0.1/,36.111.0.1,36.111.0.1"
    })
    void readsUnderOtherDomains(String typed, String domain, String url) {
        assertThat(good(HomeUrl.check(typed, domain)).text()).isEqualTo(url);
    }
}
