package io.beian.value;

import static io.beian.value.Outcome.flaw;
import static io.beian.value.Outcome.good;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValidUntilTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2030-01-31",
                "2030年1月31日",
                "2030 年 01 月 31 日",
                "20300131",
                "2030.1.31",
                "2030/1/31",
                "2030 1 31",
                "２０３０－０１－３１",
                "2030—1—31",
                "2010.01.31-2030.01.31",
                "2010.01.31—2030.01.31",
                "2010年1月31日至2030年1月31日",
                "20100131-20300131",
                "2010-01-31 到 2030-01-31",
                "有效期至2030年1月31日",
                "有效期限：2010.01.31-2030.01.31",
                "二〇三〇年一月三十一日",
                "二零三零年一月三十一日"
            })
    void readsUsualWritings(String typed) {
        ValidUntil until = good(ValidUntil.check(typed, TODAY));

        assertThat(until.date()).contains(LocalDate.of(2030, 1, 31));
        assertThat(until.isLongTerm()).isFalse();
        assertThat(until.text()).isEqualTo("2030-01-31");
        assertThat(until).hasToString("2030-01-31");
    }

    @ParameterizedTest
    @CsvSource({"二〇三〇年十月十日,2030-10-10", "二〇三〇年十二月二十日,2030-12-20", "2028年二月二十九日,2028-02-29"})
    void readsChineseNumerals(String typed, LocalDate date) {
        assertThat(good(ValidUntil.check(typed, TODAY)).date()).contains(date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "长期",
                "长期有效",
                "永久",
                "无固定期限",
                "2010.01.31-长期",
                "2010年1月31日至永久",
                "有效期：长期",
                "9999-12-31"
            })
    void readsCertificatesWithoutAnEnd(String typed) {
        ValidUntil until = good(ValidUntil.check(typed, TODAY));

        assertThat(until.isLongTerm()).isTrue();
        assertThat(until.date()).isEmpty();
        assertThat(until.text()).isEqualTo("长期");
        assertThat(until.expiresWithin(1_200, TODAY)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | empty",
                "明年 | format",
                "2030年1月 | format",
                "30-01-31 | format",
                "2030-1-311 | format",
                "没有长期 | format",
                "2030-01-31 张三 | format",
                "2030-02-30 | date",
                "2030-13-01 | date",
                "20300231 | date",
                "2026-02-28 | expired",
                "2010.01.31-2020.01.31 | expired"
            })
    void namesWhatIsWrong(String typed, String code) {
        assertThat(flaw(ValidUntil.check(typed, TODAY)).code()).isEqualTo(code);
    }

    @Test
    void countsTheLastDayAsValid() {
        assertThat(good(ValidUntil.check("2026-03-01", TODAY)).date()).contains(TODAY);
    }

    @ParameterizedTest
    @CsvSource({"2026-05-31,true", "2026-06-01,false", "2026-06-02,false"})
    void tellsWhatEndsSoon(String typed, boolean soon) {
        assertThat(good(ValidUntil.check(typed, TODAY)).expiresWithin(3, TODAY)).isEqualTo(soon);
    }

    @Test
    void readsItsOwnText() {
        assertThat(good(ValidUntil.check("长期", TODAY))).isEqualTo(ValidUntil.LONG_TERM);
        assertThat(
                        good(
                                ValidUntil.check(
                                        good(ValidUntil.check("2030年1月31日", TODAY)).text(), TODAY)))
                .isEqualTo(new ValidUntil(LocalDate.of(2030, 1, 31)));
    }
}
