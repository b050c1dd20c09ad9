package io.beian.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.dialogue.Places.Sense;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlacesTest {

    private static final List<List<String>> LIST =
            List.of(
                    List.of("单位门户网站", "官网", "门户"),
                    List.of("网络购物", "商城"),
                    List.of("网络广告/信息", "广告"),
                    List.of("博客/个人空间", "博客"));

    private static Optional<Places> read(String said) {
        return Places.read(said, LIST);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1            | 1
                    ' 1 '        | 1
                    １           | 1
                    𝟏            | 1
                    1.           | 1
                    3。          | 3
                    '1,'         | 1
                    1、          | 1
                    1！          | 1
                    1）          | 1
                    （2）        | 2
                    [2]          | 2
                    【2】        | 2
                    〔2〕        | 2
                    ①            | 1
                    ⑴            | 1
                    ⒈            | 1
                    ❸            | 3
                    ➂            | 3
                    ⓶            | 2
                    ㈡            | 2
                    ㊂            | 3
                    Ⅱ            | 2
                    1️⃣            | 1
                    1⃣            | 1
                    🔟           | 10
                    一           | 1
                    二、         | 2
                    十二         | 12
                    二十         | 20
                    第1个        | 1
                    第 2 个      | 2
                    第三个       | 3
                    第一         | 1
                    第二项吧     | 2
                    第一种的     | 1
                    1号          | 1
                    一号         | 1
                    No.2         | 2
                    №2           | 2
                    '#2'         | 2
                    2#           | 2
                    选1          | 1
                    我选第二个   | 2
                    选择3        | 3
                    选项2        | 2
                    序号2        | 2
                    答案：2      | 2
                    回复1        | 1
                    就1了，谢谢  | 1
                    要2吧        | 2
                    1.单位门户网站 | 1
                    1、官网      | 1
                    1 官网       | 1
                    1单位门户网站 | 1
                    （2）商城    | 2
                    第2个，网络购物 | 2
                    99           | 99
                    """)
    void onePlace(String said, int place) {
        assertThat(read(said)).contains(new Places(List.of(place), Sense.CLEAR));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1、2               | 1 2
                    1，2               | 1 2
                    1 2                | 1 2
                    1.2                | 1 2
                    1。3。             | 1 3
                    1/2                | 1 2
                    1+2                | 1 2
                    1&2                | 1 2
                    1和3               | 1 3
                    1 还有 3           | 1 3
                    一和三             | 1 3
                    ①③                | 1 3
                    ①、③              | 1 3
                    (1)(2)             | 1 2
                    1)2)               | 1 2
                    1️⃣2️⃣              | 1 2
                    第1个和第3个       | 1 3
                    第一个第三个       | 1 3
                    第一、三个         | 1 3
                    选1，3吧           | 1 3
                    1.官网 2.商城      | 1 2
                    1.官网、2.商城     | 1 2
                    1、官网、3、广告   | 1 3
                    1和商城            | 1 2
                    官网、2            | 1 2
                    3，1               | 3 1
                    1、9               | 1 9
                    """)
    void severalPlaces(String said, String places) {
        List<Integer> wanted = List.of(places.split(" ")).stream().map(Integer::valueOf).toList();
        assertThat(read(said)).contains(new Places(wanted, Sense.CLEAR));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1、1", "①1", "1号、第一个"})
    void thePlaceNamedTwiceIsOne(String said) {
        assertThat(read(said)).contains(new Places(List.of(1), Sense.CLEAR));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1-3", "1~3", "1到3", "一至三", "1—3"})
    void aRangeIsAskedAbout(String said) {
        assertThat(read(said)).map(Places::sense).contains(Sense.RANGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.网络购物", "1、商城", "第2个 官网", "（3）博客"})
    void aLabelOfAnotherPlaceIsAskedAbout(String said) {
        assertThat(read(said)).map(Places::sense).contains(Sense.CONTRADICTION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "、",
                "，。",
                "官网",
                "官网、商城",
                "100",
                "010",
                "13800138000",
                "1号楼2单元",
                "2个",
                "1.5米",
                "2030.1.1",
                "三里屯",
                "一汽",
                "第一医院",
                "1.www.example.com",
                "12306网",
                "36.111.0.1a",
                "1月1日",
                "七天",
                "1、我不知道选什么",
                "不选1",
                "1或者2",
                "A1"
            })
    void anythingElseIsNoList(String said) {
        assertThat(read(said)).isEmpty();
    }

    @Test
    void aLongMessageNamesNoPlaces() {
        assertThat(read("1、".repeat(100))).isEmpty();
    }
}
