package io.beian.value;

import static io.beian.value.Outcome.flaw;
import static io.beian.value.Outcome.good;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostalAddressTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "北京市海淀区某某路1号 | 北京市海淀区某某路1号",
                "地址：北京市海淀区某某路1号。 | 北京市海淀区某某路1号",
                "通讯地址是北京市海淀区某某路1号 | 北京市海淀区某某路1号",
                "'北京市 海淀区, 某某路 1 号' | 北京市海淀区某某路1号",
                "'北京市海淀区\n某某路1号\r\n3层' | 北京市海淀区某某路1号3层",
                "某某市某某路３—２—５０１（东门） | 某某市某某路3-2-501(东门)",
                "某某市某某路3号 A 12 | 某某市某某路3号A 12",
                "某某县某某镇某某村 | 某某县某某镇某某村",
                "某某市某某大厦十二层 | 某某市某某大厦十二层",
                "北京市海淀区某某路1号\u0000 | 北京市海淀区某某路1号"
            })
    void readsUsualWritings(String typed, String address) {
        assertThat(good(PostalAddress.check(typed)).text()).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | empty",
                "某某路1号 | length",
                "12 Some Street | noChinese",
                "北京市海淀区某某路 | noDetail",
                "福建省厦门市思明区 | noDetail",
                "江苏省南京市鼓楼区 | noDetail",
                "北京市海淀区某某路1号😀 | letters"
            })
    void namesWhatIsWrong(String typed, String code) {
        assertThat(flaw(PostalAddress.check(typed)).code()).isEqualTo(code);
    }

    @Test
    void limitsTheLength() {
        assertThat(good(PostalAddress.check("号".repeat(1_024))).text()).hasSize(1_024);
        assertThat(flaw(PostalAddress.check("号".repeat(1_025))).details())
                .containsEntry("length", "1025")
                .containsEntry("expected", "6-1024");
    }

    @Test
    void masksTheHouse() {
        assertThat(good(PostalAddress.check("北京市海淀区某某路1号"))).hasToString("北京市海淀****");
        assertThat(good(PostalAddress.check("广东省深圳市南山区某某路1号"))).hasToString("广东省深圳市****");
    }

    @Test
    void knowsWhatTheBureauCannotCarry() {
        assertThat(good(PostalAddress.check("北京市海淀区样张路1号")).fitsGbk()).isTrue();
        assertThat(good(PostalAddress.check("北京市海淀区𬭩路1号")).fitsGbk()).isFalse();
    }
}
