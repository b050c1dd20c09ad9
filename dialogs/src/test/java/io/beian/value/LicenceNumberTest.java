package io.beian.value;

import static io.beian.value.Outcome.flaw;
import static io.beian.value.Outcome.good;
import static io.beian.value.Outcome.suggestion;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LicenceNumberTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "京ICP备11011846号 | 京ICP备11011846号",
                "京icp备11011846 | 京ICP备11011846号",
                "京 ICP 備 11011846 號 | 京ICP备11011846号",
                "备案号：京ICP备11011846号 | 京ICP备11011846号",
                "主体备案号是京ICP备11011846号。 | 京ICP备11011846号",
                "京ICP备11011846号－15 | 京ICP备11011846号-15",
                "京ICP备11011846-15 | 京ICP备11011846号-15",
                "京ICP备11011846号-01 | 京ICP备11011846号-1",
                "粤ICP备2021012345号-2A | 粤ICP备2021012345号-2A",
                "粤ICP备2021012345号-3x | 粤ICP备2021012345号-3X",
                "粤ICP备2021012345号-4K | 粤ICP备2021012345号-4K",
                "ICP备案/许可证号：京ICP备11011846号 | 京ICP备11011846号",
                "ICP备案号：京ICP备11011846号-1 | 京ICP备11011846号-1",
                "网站备案号:京ICP备11011846号-1 | 京ICP备11011846号-1",
                "网站备案/许可证号：京ICP备11011846号-1 | 京ICP备11011846号-1",
                "备案/许可证编号为京ICP备11011846号 | 京ICP备11011846号",
                "京ICP备 11011846 号 -1 | 京ICP备11011846号-1",
                "【京ICP备11011846号-1】 | 京ICP备11011846号-1",
                "京ICP备（11011846）号 | 京ICP备11011846号",
                "京ICP备11011846号（-1） | 京ICP备11011846号-1",
                "(京)ICP备11011846号 | 京ICP备11011846号",
                "備案號：京ICP備11011846號－1 | 京ICP备11011846号-1",
                "京ＩＣＰ备１１０１１８４６号—１ | 京ICP备11011846号-1",
                "京ICP备11011846号-1（已备案） | 京ICP备11011846号-1",
                "我们的备案号是京ICP备11011846号，谢谢 | 京ICP备11011846号",
                "京ICP备11011846号-1 京公网安备11010802000001号 | 京ICP备11011846号-1",
                "粤B2-20090059 京ICP备11011846号-1 | 京ICP备11011846号-1",
                "京ICP备11011846-1号 | 京ICP备11011846号-1",
                "京icp备案11011846 | 京ICP备11011846号",
                "京ICP备第11011846号 | 京ICP备11011846号",
                "京lCP备11011846号 | 京ICP备11011846号",
                "京ICP备11011846号[微笑] | 京ICP备11011846号",
                "川ICP备11011846号 | 蜀ICP备11011846号",
                "云ICP备11011846号 | 滇ICP备11011846号"
            })
    void readsUsualWritings(String typed, String number) {
        assertThat(good(LicenceNumber.check(typed)).text()).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | empty",
                "京公网安备 11010802000001号 | police",
                "京ICP证030173号 | operating",
                "粤B2-20090059 | operating",
                "B2-20090059 | operating",
                "粤B2-20090059-5 | operating",
                "粤b2 20090059 | operating",
                "粤B220090059号 | operating",
                "粤 B2—20090059 号 | operating",
                "合字B2-20090059 | operating",
                "A2.B1.B2-20090001 | operating",
                "B1-20180001 | operating",
                "沪B1.B2-20190001 | operating",
                "增值电信业务经营许可证：粤B2-20090059 | operating",
                "经营许可证编号：合字Ｂ２－２００９００５９ | operating",
                "京ICP證030173號 | operating",
                "京ICP证 030173 号-1 | operating",
                "电信与信息服务业务经营许可证030173号 | operating",
                "京ICP备11011846号、沪ICP备11011847号 | format",
                "ICP备11011846号 | prefix",
                "港ICP备11011846号 | prefix",
                "11011846 | prefix",
                "京ICP备1101184A号 | letters",
                "京ICP备1101184号 | length",
                "京ICP备110118461号 | length",
                "京ICP备3011011846号 | length",
                "没有 | format",
                "京ICP备11011846号-0 | format",
                "京ICP备11011846号-123456 | format"
            })
    void namesWhatIsWrong(String typed, String code) {
        assertThat(flaw(LicenceNumber.check(typed)).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"京ICP备11O11846号,京ICP备11011846号", "京ICP备l1011846号-2,", "京ICP备1101184A号,''"})
    void offersTheOnlyRepair(String typed, String meant) {
        String expected = meant == null ? "京ICP备11011846号-2" : meant;

        assertThat(suggestion(LicenceNumber.check(typed))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "粤B2-20090059-5",
                "粤b2 20090059 号",
                "合字B2-20090059",
                "增值电信业务经营许可证编号：粤B2-20090059",
                "京ICP证030173号",
                "京ICP备11011846号-1",
                "备案号 京icp備 11011846",
                "京公网安备 11010802000001号"
            })
    void tellsNumbersFromNames(String number) {
        assertThat(LicenceNumber.isIn(number)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "北京样张科技有限公司",
                "广东样张B2栋食品店",
                "样张B2-101室便利店",
                "北京ICP证代办样张有限公司",
                "A2样张1999工作室",
                "样张（北京）ICP备案咨询有限公司",
                "61234部队",
                "example.com",
                ""
            })
    void tellsNamesFromNumbers(String name) {
        assertThat(LicenceNumber.isIn(name)).isFalse();
    }

    @Test
    void showsItsParts() {
        LicenceNumber site = good(LicenceNumber.check("蜀ICP备11011846号-15"));

        assertThat(site.sponsorNumber()).isEqualTo("蜀ICP备11011846号");
        assertThat(site.site()).hasValue(15);
        assertThat(site.isWebsite()).isTrue();
        assertThat(site.province()).isEqualTo(Province.SICHUAN);
        assertThat(site).hasToString("蜀ICP备11011846号-15");
    }

    @Test
    void tellsSponsorsSitesAndAppsApart() {
        LicenceNumber sponsor = good(LicenceNumber.check("京ICP备11011846号"));
        LicenceNumber app = good(LicenceNumber.check("京ICP备11011846号-2A"));

        assertThat(sponsor.site()).isEmpty();
        assertThat(sponsor.isWebsite()).isFalse();
        assertThat(app.site()).hasValue(2);
        assertThat(app.isWebsite()).isFalse();
    }
}
