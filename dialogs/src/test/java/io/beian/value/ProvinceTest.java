package io.beian.value;

import static io.beian.value.Outcome.flaw;
import static io.beian.value.Outcome.good;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProvinceTest {

    @ParameterizedTest
    @EnumSource(Province.class)
    void isFoundByEachOfItsNames(Province province) {
        assertThat(Province.find(province.shortName())).contains(province);
        assertThat(Province.find(province.fullName())).contains(province);
        assertThat(Province.find(province.prefix())).contains(province);
        assertThat(Province.find(province.code())).contains(province);
        assertThat(Province.ofCode(province.code().substring(0, 2) + "0105")).contains(province);
        assertThat(province.fullName()).startsWith(province.shortName());
        assertThat(province).hasToString(province.text());
    }

    @ParameterizedTest
    @CsvSource({
        "北京市,BEIJING",
        "广东,GUANGDONG",
        "广东省,GUANGDONG",
        "广西壮族自治区,GUANGXI",
        "广西省,GUANGXI",
        "内蒙,NEIMENGGU",
        "川,SICHUAN",
        "蜀,SICHUAN",
        "贵,GUIZHOU",
        "云,YUNNAN",
        "秦,SHAANXI",
        "甘,GANSU",
        "山西,SHANXI",
        "陕西,SHAANXI",
        "guangdong,GUANGDONG",
        "深圳,GUANGDONG",
        "深圳市南山区,GUANGDONG",
        "乌鲁木齐,XINJIANG",
        "苏州工业园区,JIANGSU",
        "广东省深圳市南山区某某路1号,GUANGDONG",
        "中国广东省,GUANGDONG",
        "省份：浙江,ZHEJIANG",
        "我在杭州,ZHEJIANG",
        "' 浙 江 省。',ZHEJIANG",
        "天津市河北区,TIANJIN",
        "吉林市,JILIN"
    })
    void isFoundAsPeopleSayIt(String typed, Province province) {
        assertThat(good(Province.check(typed))).isEqualTo(province);
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "'',empty",
                "火星,unknown",
                "南京路12号,unknown",
                "中山东一路8号,unknown",
                "香港,noBureau",
                "澳门,noBureau",
                "台湾,noBureau",
                "港,noBureau",
                "台北市,noBureau"
            })
    void namesWhatIsWrong(String typed, String code) {
        assertThat(flaw(Province.check(typed)).code()).isEqualTo(code);
    }

    @Test
    void giveEachItsOwnCodeAndPrefix() {
        Set<String> seen = new HashSet<>();

        for (Province province : Province.values()) {
            assertThat(seen.add(province.code())).as(province.code()).isTrue();
            assertThat(seen.add(province.prefix())).as(province.prefix()).isTrue();
        }

        assertThat(Province.values()).hasSize(34);
    }

    @ParameterizedTest
    @ValueSource(strings = {"港", "台", "X", ""})
    void knowsNoBureauBehindOtherLetters(String letter) {
        assertThat(Province.ofPrefix(letter)).isEmpty();
    }
}
