package io.beian.filing;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.dialogue.Query;
import io.beian.dialogue.Query.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueriesTest {

    @ParameterizedTest
    @CsvSource({
        "example.com, DOMAIN, example.com",
        "https://www.Example.COM/a?b=c, DOMAIN, example.com",
        "域名：shop.example.com.cn, DOMAIN, example.com.cn",
        "例子.中国, DOMAIN, 例子.中国",
        "京ICP备2023000101号, LICENCE, 京ICP备2023000101号",
        "备案号: 京icp备2023000101-2, LICENCE, 京ICP备2023000101号-2",
        "京 ICP 备 11011846 号, LICENCE, 京ICP备11011846号",
        "ICP备案/许可证号：京ICP备2023000101号, LICENCE, 京ICP备2023000101号",
        "网站备案号 京ICP备 2023000101 号 -1, LICENCE, 京ICP备2023000101号-1",
        "粤B2-20090059-5, PERMIT, 粤B2-20090059-5",
        "合字b2 20090059, PERMIT, 合字b2 20090059",
        "京ICP证030173号, PERMIT, 京ICP证030173号",
        "京公网安备 11010802000001号, POLICE, 京公网安备 11010802000001号",
        "某某.公益.cn, DOMAIN, 某某.公益.cn",
        "example.com[微笑], DOMAIN, example.com",
        "北京样张科技有限公司, NAME, 北京样张科技有限公司",
        "公司：云上(杭州)有限公司, NAME, 云上（杭州）有限公司",
        "ty20261123000001, ORDER, TY20261123000001",
        "订单 ＴＹ20261123000001, ORDER, TY20261123000001"
    })
    void readsByTheValueTypes(String said, Kind kind, String text) {
        assertThat(Queries.read(said)).contains(new Query(kind, text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "  ", "123", "hello", "a.b c.d", "京ICP备12号", "example.notatld", "😀"})
    void readsNothingElse(String said) {
        assertThat(Queries.read(said)).isEmpty();
    }

    @Test
    void readsNothingThatIsTooLong() {
        assertThat(Queries.read("样".repeat(300))).isEmpty();
        assertThat(Queries.read("a".repeat(5_000) + ".com")).isEmpty();
    }

    @Test
    void tellsNobodyWhatWasAsked() {
        assertThat(new Query(Kind.NAME, "赵样本").toString()).doesNotContain("赵");
    }
}
