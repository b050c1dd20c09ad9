package io.beian.value;

import static io.beian.value.Outcome.flaw;
import static io.beian.value.Outcome.good;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
                "12 Some Street | noChinese",
                "1号楼 | length",
                "北京市海淀区某某😀路1号 | letters"
            })
    void namesWhatIsWrong(String typed, String code) {
        assertThat(flaw(PostalAddress.check(typed)).code()).isEqualTo(code);
    }

    /** What a certificate prints is taken; what letters need is asked for once. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "北京市海淀区样张路1号 | | ",
                "样张县样张镇样张村 | | ",
                "南街样张巷12号 | | ",
                "北京市海淀区样张路1号(以执照为准) | | ",
                "海南省三沙市永兴岛 | | noDetail",
                "海南省三沙市赵述岛 | | noDetail",
                "样张市样张产业园A区 | | noDetail",
                "样张市高新技术产业园区 | | noDetail",
                "样张市样张路(集中办公区) | | noDetail",
                "样张市样张大道托管 | | noDetail",
                "样张市样张路(一照多址) | | noDetail",
                "黑龙江省样张农场 | | noDetail",
                "样张市样张路与样张街交叉口 | | noDetail",
                "样张市样张小学对面 | | noDetail",
                "样张市样张路样张新村二期 | | ",
                "河北省邯郸市磁县城关镇 | asPrinted | noDetail",
                "磁县城关镇 | asPrinted | noDetail",
                "城关镇北街 | asPrinted | noDetail",
                "城关镇 | asPrinted | noDetail",
                "某某路1号 | asPrinted | noDetail",
                "北京市海淀区某某路 | asPrinted | noDetail",
                "福建省厦门市思明区 | asPrinted | noDetail",
                "江苏省南京市鼓楼区 | asPrinted | noDetail",
                "样张镇样张街(无门牌号) | asPrinted | noDetail",
                "样张路1号电话13800138000 | odd | odd",
                "样张路1号 user@example.com | odd | odd",
                "不知道在哪条街几号 | odd | odd"
            })
    void doubtsWhatIsCoarse(String typed, String ofCertificate, String ofCorrespondence) {
        PostalAddress address = good(PostalAddress.check(typed));

        assertThat(address.doubtAsPrinted().map(Flaw::code))
                .isEqualTo(Optional.ofNullable(ofCertificate));
        assertThat(address.doubt().map(Flaw::code))
                .isEqualTo(Optional.ofNullable(ofCorrespondence));
        assertThat(Stream.of(ofCertificate, ofCorrespondence).filter(Objects::nonNull))
                .isSubsetOf(PostalAddress.DOUBTS);
        assertThat(good(PostalAddress.check(address.text()))).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "不知道",
                "没有",
                "同上",
                "见照片",
                "稍等一下",
                "我等会儿发给你",
                "就是执照上的地址",
                "和营业执照上写的一样",
                "没有门牌号",
                "我们没有门牌号",
                "没有具体的门牌号码",
                "还没有租好办公室",
                "在家办公没有门牌号",
                "明天再告诉你行吗",
                "随便写一个可以吗",
                "你们帮我填一下吧",
                "看图片",
                "拍照给你看",
                "忘了写的是什么",
                "我家楼下"
            })
    void takesNothingThatIsNoAddress(String said) {
        assertThat(flaw(PostalAddress.check(said)).code()).isIn("unlike", "length");
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
