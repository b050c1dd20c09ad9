package io.beian.value;

import static io.beian.value.Outcome.flaw;
import static io.beian.value.Outcome.good;
import static io.beian.value.Outcome.suggestion;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "张三 | 张三",
                "张 三 | 张三",
                "姓名：张三 | 张三",
                "我叫张三。 | 张三",
                "法定代表人：张三 | 张三",
                "是小明 | 是小明",
                "阿卜杜拉•艾山 | 阿卜杜拉·艾山",
                "阿卜杜拉.艾山 | 阿卜杜拉·艾山",
                "阿卜杜拉・艾山 | 阿卜杜拉·艾山",
                "李𬭩 | 李𬭩",
                "王〇 | 王〇",
                "㛃女 | 㛃女",
                "John Smith | John Smith",
                "José  O’Neill-Paz Jr. | José O'Neill-Paz Jr."
            })
    void readsPersonNames(String typed, String name) {
        assertThat(good(PersonName.check(typed)).text()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | empty",
                "王 | length",
                "J | length",
                "张3 | letters",
                "张😀三 | letters",
                "13800138000 | letters",
                "'-.-' | letters",
                "Иван | letters",
                "张先生 | title",
                "张三女士 | title"
            })
    void refusesWhatIsNoPersonName(String typed, String code) {
        assertThat(flaw(PersonName.check(typed)).code()).isEqualTo(code);
    }

    @Test
    void offersTheNameWithoutItsTitle() {
        assertThat(suggestion(PersonName.check("张三女士"))).isEqualTo("张三");
        assertThat(suggestion(PersonName.check("张先生"))).isEmpty();
    }

    @Test
    void limitsTheLength() {
        assertThat(good(PersonName.check("一".repeat(50))).text()).hasSize(50);
        assertThat(flaw(PersonName.check("一".repeat(51))).details())
                .containsEntry("expected", "2-50");
        assertThat(good(PersonName.check("a".repeat(128))).text()).hasSize(128);
        assertThat(flaw(PersonName.check("a".repeat(129))).code()).isEqualTo("length");
    }

    @ParameterizedTest
    @CsvSource({"张三,true", "朱镕基,true", "阿卜杜拉·艾山,true", "李𬭩,false", "王𠮷,false"})
    void tellsWhatTheBureauCannotCarry(String name, boolean fits) {
        assertThat(good(PersonName.check(name)).fitsGbk()).isEqualTo(fits);
        assertThat(good(UnitName.check(name + "商店")).fitsGbk()).isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource({"张三,张*", "欧阳娜娜,欧***", "𠮷田,𠮷*", "John Smith,J***"})
    void masksPersonNames(String name, String mask) {
        assertThat(good(PersonName.check(name))).hasToString(mask);
    }
}
