package io.beian.value;

import static io.beian.value.Outcome.flaw;
import static io.beian.value.Outcome.good;
import static io.beian.value.Outcome.suggestion;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiteAddressTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "example.com | example.com",
                "example.com.cn | example.com.cn",
                "例子.中国 | 例子.中国",
                "xn--fsqu00a.xn--fiqs8s | 例子.中国",
                "例子。中国 | 例子.中国",
                "例子.公司.cn | 例子.公司.cn",
                "hangzhou.gov.cn | hangzhou.gov.cn",
                "jyj.hangzhou.gov.cn | jyj.hangzhou.gov.cn",
                "例子.政务 | 例子.政务",
                "1.xyz | 1.xyz",
                "𬭩例.中国 | 𬭩例.中国",
                "example.bj.cn | example.bj.cn",
                "EXAMPLE.Com | example.com",
                "ｅｘａｍｐｌｅ．ｃｏｍ | example.com",
                "example。com。 | example.com",
                "example . com | example.com",
                "域名：example.com | example.com",
                "我的域名是 example.com | example.com",
                "域名example.com | example.com",
                "domain: example.com | example.com",
                "domain.com | domain.com",
                "www.com | www.com",
                "163.com | 163.com",
                "a-b.cn | a-b.cn",
                "36.111.0.1 | 36.111.0.1",
                "ip: 36.111.0.1 | 36.111.0.1",
                "３６．１１１．０．１ | 36.111.0.1"
            })
    void acceptsWhatCanBeFiled(String typed, String address) {
        assertThat(good(SiteAddress.check(typed)).text()).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | empty",
                "www.example.com | www",
                "a.b.com | subdomain",
                "shop.example.com.cn | subdomain",
                "a.jyj.hangzhou.gov.cn | subdomain",
                "http://example.com | url",
                "https://www.example.com/index.html?a=1#b | www",
                "example.com/shop | url",
                "example.com:8080 | url",
                "com.cn | suffix",
                "gov.cn | suffix",
                "公司.cn | suffix",
                "example | noDot",
                "exam_ple.com | letters",
                "exa mple!.com | letters",
                "a😀b.com | letters",
                "-example.com | hyphen",
                "example-.com | hyphen",
                "ab--cd.com | hyphen",
                "xn--.com | hyphen",
                "a..com | label",
                ".example.com | label",
                "example.con | topLevel",
                "example.localhost | topLevel",
                "example.123a | topLevel",
                "user.github.io | hosted",
                "github.io | hosted",
                "shop.oss-cn-beijing.aliyuncs.com | hosted",
                "a.com,b.com | several",
                "a.com、b.com | several",
                "a.com 和 b.com | several",
                "a.com和b.com | several",
                "36.111.0.1;36.111.0.2 | several",
                "user@example.com | email",
                "192.168.1.1 | reserved",
                "1.2.3.0/24 | cidr",
                "36.111.0.1-36.111.0.9 | range",
                "36.111.0 | ip",
                "36.111.0.256 | ip",
                "36.111.0.1.2 | ip",
                "1..2.3 | ip",
                "36.111.000.1 | leadingZero",
                "240e::1 | ipv6",
                "240e::1/64 | ipv6",
                "2001:db8::1 | reserved",
                "http://[fe80::1%25eth0]:8080/ | reserved",
                "[240e::1]:80 | ipv6",
                "http://[240e::1]/ | ipv6",
                "::1 | reserved",
                "240e:::1 | ipv6",
                "1.2.3.0/255.255.255.0 | cidr",
                "36.111.0.1 - 36.111.0.9 | range",
                "36.111.0.1-9 | range",
                "36.111.0.1—36.111.0.9 | range",
                "36.111.0.1~36.111.0.9 | range",
                "36.111.0.1至36.111.0.9 | range",
                "36.111.0.* | range",
                "36.111.x.x | range",
                "政务 | noDot"
            })
    void namesWhatIsWrong(String typed, String code) {
        assertThat(flaw(SiteAddress.check(typed)).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "www.example.com | example.com",
                "http://www.example.com/ | example.com",
                "http//www.example.com | example.com",
                "http://http://example.com | example.com",
                "www.例子.中国 | 例子.中国",
                "a.b.com | b.com",
                "www.shop.example.com.cn | example.com.cn",
                "www.hangzhou.gov.cn | hangzhou.gov.cn",
                "www.jyj.hangzhou.gov.cn | jyj.hangzhou.gov.cn",
                "a.jyj.hangzhou.gov.cn | jyj.hangzhou.gov.cn",
                "https://example.com/a/b | example.com",
                "http://36.111.0.1:8080/ | 36.111.0.1",
                "example,com | example.com",
                "example.con | example.com",
                "example.com,www.example.com | example.com",
                "36.111.000.1 | 36.111.0.1",
                "36.111.0.1/32 | 36.111.0.1",
                "36.111.0.1-36.111.0.1 | 36.111.0.1",
                "36.111.0.1-36.111.0.9 | ''",
                "10.0.0.1-10.0.0.1 | ''",
                "a.example.com、b.example.com | example.com",
                "a.com,b.com | ''",
                "user.github.io | ''",
                "192.168.01.1 | ''",
                "example | ''"
            })
    void offersTheAddressMeant(String typed, String meant) {
        assertThat(suggestion(SiteAddress.check(typed))).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.1.2.3",
                "10.1.2.3",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "169.254.1.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.2.1",
                "192.168.0.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "239.1.1.1",
                "240.0.0.1",
                "255.255.255.255"
            })
    void refusesAddressesThatAreNotPublic(String address) {
        assertThat(flaw(SiteAddress.check(address)).code()).isEqualTo("reserved");
        assertThat(flaw(SiteAddress.check(address)).details()).containsKey("range");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0.0.1", "9.255.255.255", "11.0.0.1", "100.63.255.255", "100.128.0.1",
                "172.15.255.255", "172.32.0.1", "192.169.0.1", "198.17.0.1", "198.20.0.1",
                "223.255.255.255"
            })
    void acceptsTheirNeighbours(String address) {
        assertThat(good(SiteAddress.check(address))).isInstanceOf(IpAddress.class);
    }

    @Test
    void writesAnIpAddressAsTheInterfaceDoes() {
        assertThat(new IpAddress("36.111.0.1").asNumber()).isEqualTo(611_254_273L);
    }

    @Test
    void showsChineseAndKeepsAscii() {
        Domain domain = new Domain("xn--fsqu00a.xn--fiqs8s");

        assertThat(domain).hasToString("例子.中国");
        assertThat(good(SiteAddress.check("例子.中国"))).isEqualTo(domain);
    }

    @ParameterizedTest
    @CsvSource({
        "hangzhou.gov.cn,true,false",
        "example.xn--zfr164b,true,false",
        "example.com,false,false",
        "example.top,false,false",
        "xn--fsqu00a.xn--fiqs8s,false,false",
        "example.xn--6qq986b3xl,false,false",
        "example.io,false,true",
        "example.ai,false,true",
        "example.co.jp,false,true",
        "example.tk,false,true"
    })
    void tellsWhatTheFilerShouldKnow(String ascii, boolean government, boolean doubtful) {
        assertThat(new Domain(ascii).isGovernment()).isEqualTo(government);
        assertThat(new Domain(ascii).mayLackApproval()).isEqualTo(doubtful);
    }

    @Test
    void limitsTheLength() {
        String sixty = "a".repeat(60);

        assertThat(good(SiteAddress.check("a".repeat(63) + ".com")).text()).hasSize(67);
        assertThat(flaw(SiteAddress.check("a".repeat(64) + ".com")).code()).isEqualTo("label");
        assertThat(flaw(SiteAddress.check(sixty + "." + sixty + "." + sixty + ".com")).details())
                .containsEntry("length", "186")
                .containsEntry("expected", "4-128");
        assertThat(flaw(SiteAddress.check("中".repeat(60) + ".com")).code()).isNotEmpty();
    }

    @Test
    void readsALongUrl() {
        String url = "http://example.com/?" + "q=1&".repeat(5_000);

        assertThat(suggestion(SiteAddress.check(url))).isEqualTo("example.com");
    }

    @Test
    void namesThePlatformOfAHostedSite() {
        assertThat(flaw(SiteAddress.check("user.github.io")).details())
                .containsEntry("owner", "github.io");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ac", "com", "edu", "gov", "mil", "net", "org", "ah", "bj", "cq", "fj", "gd", "gs",
                "gx", "gz", "ha", "hb", "he", "hi", "hk", "hl", "hn", "jl", "js", "jx", "ln", "mo",
                "nm", "nx", "qh", "sc", "sd", "sh", "sn", "sx", "tj", "tw", "xj", "xz", "yn", "zj",
                "公司", "网络", "網絡"
            })
    void knowsTheEndingsUnderCn(String second) {
        assertThat(flaw(SiteAddress.check(second + ".cn")).code()).isEqualTo("suffix");
        assertThat(good(SiteAddress.check("example." + second + ".cn")).text())
                .isEqualTo("example." + second + ".cn");
    }

    @Test
    void namesThePiecesOfSeveral() {
        Flaw flaw = flaw(SiteAddress.check("a.com，www.b.cn\nshop.c.net 例子.中国 d"));

        assertThat(flaw.details())
                .containsEntry("count", "4")
                .containsEntry("pieces", "a.com、b.cn、c.net、例子.中国");
    }

    @Test
    void readsEachOfSeveral() {
        assertThat(SiteAddress.checkEach("a.com,www.b.cn c.net和d.net、192.168.1.1"))
                .extracting(each -> each.<String>fold(SiteAddress::text, Flaw::code))
                .containsExactly("a.com", "www", "c.net", "d.net", "reserved");
        assertThat(SiteAddress.checkEach("example.com")).hasSize(1);
        assertThat(SiteAddress.checkEach("")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "::,::/128",
        "0::0:1,::1/128",
        "fc00::1,fc00::/7",
        "fdff::1,fc00::/7",
        "fe80::1,fe80::/10",
        "febf::1,fe80::/10",
        "ff02::1,ff00::/8",
        "2001:db8::1,2001:db8::/32",
        "2001:0::1,2001::/23",
        "2002:1::1,2002::/16",
        "100::1,100::/64"
    })
    void refusesIpv6AddressesThatAreNotPublic(String address, String range) {
        Flaw flaw = flaw(SiteAddress.check(address));

        assertThat(flaw.code()).isEqualTo("reserved");
        assertThat(flaw.details()).containsEntry("range", range);
    }

    @Test
    void writesIpv6AsRfc5952Does() {
        assertThat(flaw(SiteAddress.check("[240E:0:0:0:0:0:0:01]:80")).given())
                .isEqualTo("240e::1");
    }
}
