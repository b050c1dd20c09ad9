package io.beian.value;

import static io.beian.value.Outcome.flaw;
import static io.beian.value.Outcome.good;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "北京某某科技有限公司 | 北京某某科技有限公司",
                "某某(北京)科技有限公司 | 某某（北京）科技有限公司",
                "某某（北京） 科技有限公司 | 某某（北京）科技有限公司",
                "张三（个体工商户） | 张三（个体工商户）",
                "单位名称：北京某某科技有限公司。 | 北京某某科技有限公司",
                "我们公司全称是北京某某科技有限公司 | 北京某某科技有限公司",
                "'A B 科技\n有限公司' | A B科技有限公司",
                "某某A&B、C“丁”中心 | 某某A&B、C“丁”中心"
            })
    void readsUnitNames(String typed, String name) {
        UnitName unit = good(UnitName.check(typed));

        assertThat(unit.text()).isEqualTo(name);
        assertThat(unit).hasToString(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | empty",
                "。 | empty",
                "店 | length",
                "Example Ltd | noChinese",
                "91110108MA01ABCD5T | noChinese",
                "某某😀公司 | letters"
            })
    void refusesWhatIsNoUnitName(String typed, String code) {
        assertThat(flaw(UnitName.check(typed)).code()).isEqualTo(code);
    }

    @Test
    void limitsTheLength() {
        assertThat(good(UnitName.check("店".repeat(255))).text()).hasSize(255);
        assertThat(flaw(UnitName.check("店".repeat(256))).details()).containsEntry("length", "256");
    }

    @Test
    void readsNamesFromAbroad() {
        assertThat(good(UnitName.checkOverseas("Example (Asia) Ltd")).text())
                .isEqualTo("Example （Asia） Ltd");
        assertThat(good(UnitName.checkOverseas("样张香港有限公司")).text()).isEqualTo("样张香港有限公司");
        assertThat(flaw(UnitName.check("Example Ltd")).code()).isEqualTo("noChinese");
    }
}
