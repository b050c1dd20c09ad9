package io.beian.value;

import static io.beian.value.Outcome.flaw;
import static io.beian.value.Outcome.good;
import static io.beian.value.Outcome.suggestion;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
