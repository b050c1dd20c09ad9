package io.beian.value;

import static io.beian.value.Outcome.flaw;
import static io.beian.value.Outcome.good;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Optional;
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
        "吉林市,JILIN",
        "海南藏族自治州,QINGHAI",
        "海南州共和县,QINGHAI",
        "河南蒙古族自治县,QINGHAI",
        "河北区,TIANJIN",
        "乌海市海南区,NEIMENGGU",
        "大同区,HEILONGJIANG",
        "中山区,LIAONING",
        "九龙坡区,CHONGQING",
        "九龙县,SICHUAN",
        "海南,HAINAN",
        "中山,GUANGDONG",
        "西安,SHAANXI",
        "昆山,JIANGSU",
        "雄安新区,HEBEI",
        "雄安,HEBEI",
        "第八师石河子市,XINJIANG",
        "兵团,XINJIANG",
        "廣東,GUANGDONG",
        "廣東省廣州市,GUANGDONG",
        "陝西,SHAANXI",
        "黑龍江,HEILONGJIANG",
        "內蒙古,NEIMENGGU",
        "重慶,CHONGQING",
        "福建廈門,FUJIAN",
        "崇文区,BEIJING",
        "海南藏族自治州共和县,QINGHAI"
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
                "台北市,noBureau",
                "臺灣,noBureau",
                "台灣省,noBureau",
                "臺北市,noBureau",
                "九龙,noBureau",
                "朝阳,unknown",
                "西安区,unknown",
                "海南藏族,unknown",
                "商城,unknown",
                "公安局,unknown"
            })
    void namesWhatIsWrong(String typed, String code) {
        assertThat(flaw(Province.check(typed)).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"上海南站小吃,上海", "云南京剧院,云南", "河南通达,河南", "我爱臺北,台北", "海南藏族风情,海南", "样张小站,"})
    void findsThePlaceThatBeginsFirst(String name, String place) {
        assertThat(Province.placeIn(name)).isEqualTo(Optional.ofNullable(place));
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
