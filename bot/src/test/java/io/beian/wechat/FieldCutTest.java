package io.beian.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldCutTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    thing1             | 样张科技官方网站                          | 样张科技官方网站
                    thing1             | 一二三四五六七八九十一二三四五六七八九十 | 一二三四五六七八九十一二三四五六七八九十
                    thing1             | 一二三四五六七八九十一二三四五六七八九十一 | 一二三四五六七八九十一二三四五六七八九…
                    thing12            | 一二三四五六七八九十一二三四五六七八😀😀 | 一二三四五六七八九十一二三四五六七八…
                    thing1             | 一二三四五六七八九十一二三四五六七八9😀 | 一二三四五六七八九十一二三四五六七八9…
                    character_string1  | 订单 BA-2026 0001                        | BA-20260001
                    character_string1  | 0123456789012345678901234567890123456789 | 01234567890123456789012345678901
                    phrase3            | 管局审核退回                              | 管局审核退
                    phrase3            | 13笔                                      | 笔
                    phrase3            | 审核,通过!                                | 审核通过
                    number1            | 还有 12 项                                | 12
                    number1            | -3.50元                                   | -3.50
                    time1              | 2026年11月26日 19:05                      | 2026年11月26日 19:05
                    time1              | 2026-11-06 19:05                          | 2026年11月6日 19:05
                    time1              | 2026-11-26T11:05:00Z                      | 2026年11月26日 19:05
                    date1              | 2026-11-26                                | 2026年11月26日
                    phone_number1      | 手机 138-0013-8000（本人）                | 138-0013-8000
                    name1              | 样张·测试一二三四五六七八                 | 样张·测试一二三四五
                    name1              | Sample Person Of Somewhere Far            | Sample Person Of Som
                    car_number1        | 粤A 12345678                              | 粤A123456
                    symbol1            | ABCDEFG                                   | ABCDE
                    letter1            | Ab-12-Cd                                  | AbCd
                    """)
    void cutsToTheType(String field, String value, String fitted) {
        assertThat(FieldCut.fit(field, value, List.of())).contains(fitted);
    }

    @ParameterizedTest
    @CsvSource({
        "phrase1, OK 13", "character_string1, 全是汉字", "number1, 没有数字", "time1, 明天",
        "time1, 2026-02-30 10:00", "time1, 2026-11-26 25:00", "thing1, ' '", "phone_number1, 无"
    })
    void knowsWhatCannotFit(String field, String value) {
        assertThat(FieldCut.fit(field, value, List.of())).isEmpty();
    }

    @Test
    void takesOnlyAnOptionOfAConst() {
        List<String> options = List.of("通过", "退回");

        assertThat(FieldCut.fit("const1", "退回", options)).contains("退回");
        assertThat(FieldCut.fit("const1", "管局审核通过", options)).contains("通过");
        assertThat(FieldCut.fit("const1", "审核中", options)).isEmpty();
    }
}
