package io.beian.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.TestClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

/** Each row of the decision table (icp-filing §1.2) can be played with the seeds. */
class MatchRowsTest {

    private static final String OURS = "91110105MA10ABCD66";
    private static final String ELSEWHERE_ACCOUNT = "91310115MA1K2B3C5Y";

    private static SandboxProcess sandbox;

    @BeforeAll
    static void start(@TempDir Path data) {
        sandbox = SandboxProcess.start(data);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @ParameterizedTest(name = "row {0}: {3} {4}")
    @CsvSource(
            textBlock =
                    """
                    1, 110000, 1, 91110108MA01ABCD5T, new.cn, '', false, none, '', 0, none, false, none, '', none
                    2, 440000, 1, 91440300MA5E6F7G8G, new.cn, 粤ICP备2022000202号, false, none, 440000, 1, none, false, none, '', none
                    3, 110000, 1, 91110105MA10ABCD66, new.cn, 京ICP备2023000101号, true, none, 110000, 2, none, false, none, '', needed
                    4, 440000, 1, 91440300MA5E6F7G8G, beian-demo-b1.cn, 粤ICP备2022000202号, false, none, 440000, 1, own, false, none, '', none
                    5, 110000, 1, 91110105MA10ABCD66, beian-demo-a2.cn, 京ICP备2023000101号, true, none, 110000, 2, own, false, none, '', needed
                    6, 110000, 1, 91110105MA10ABCD66, beian-demo-a1.cn, 京ICP备2023000101号, true, none, 110000, 2, own, true, none, '', needed
                    7, 110000, 1, 91110105MA10ABCD66, beian-demo-b1.cn, 京ICP备2023000101号, true, none, 110000, 2, other, false, none, '', needed
                    8, 320000, 1, 91320102745612386A, beian-demo-c1.cn, '', false, none, '', 0, other, false, none, '', none
                    8, 320000, 1, 320102000123459, beian-demo-c1.cn, 苏ICP备12000303号, false, none, 320000, 1, own, false, none, '', none
                    8, 320000, 12, 320102000123459, beian-demo-c1.cn, '', false, none, '', 0, own, false, none, '', none
                    8, 440000, 12, 66812345-7, beian-demo-h1.cn, '', false, none, '', 0, other, false, none, '', none
                    8, 440000, 12, 668123457, beian-demo-h1.cn, 粤ICP备13000304号, false, none, 440000, 1, own, false, none, '', none
                    8, 110000, 2, 110101197803070053, beian-demo-i1.cn, '', false, none, '', 0, other, false, none, '', none
                    8, 110000, 2, 110101780307005, beian-demo-i1.cn, 京ICP备09000305号, false, none, 110000, 1, own, false, none, '', none
                    9, 370000, 1, 91370100MA7Q8R9T56, new.cn, 鲁ICP备2021000404号, false, none, 370000, 0, none, false, none, '', none
                    9, 330000, 1, 91330106MA2H3J4K38, new.cn, 浙ICP备2021000405号, true, none, 330000, 0, none, false, none, '', needed
                    10, 110000, 1, 91110101MA3K4L5M1D, new.cn, '京ICP备2020000506号,京ICP备2020000507号', false, none, 110000, 2, none, false, none, '', none
                    11, 110000, 1, 91350200MA9W1X2Y99, new.cn, 闽ICP备2019000608号, false, none, 350000, 1, none, false, none, '', none
                    12, 510000, 1, 91510100MA6M7N8P4K, new.cn, '', false, none, 510000, 0, none, false, none, sponsor, none
                    12, 110000, 1, 91110108MA01ABCD5T, beian-demo-black.cn, '', false, none, '', 0, none, false, none, domain, none
                    13, 420000, 1, 91420100MA4P5Q6R4F, new.cn, '', false, none, 420000, 0, none, false, others, '', none
                    14, 310000, 1, 91310115MA1K2B3C5Y, new.cn, 沪ICP备2024000709号, true, other, 310000, 1, none, false, none, '', needed
                    """)
    void canBeProduced(ArgumentsAccessor row) {
        String domain = at(row, 4);
        Map<String, String> found =
                match(at(row, 1), at(row, 2), at(row, 3), List.of(domain), Optional.empty());

        String at = "match.domain." + domain + ".";
        String black = at(row, 13);
        assertThat(found)
                .containsEntry("match.sponsorLicence", at(row, 5))
                .containsEntry("match.ours", at(row, 6))
                .containsEntry("match.account", at(row, 7))
                .containsEntry("match.sponsorProvince", at(row, 8))
                .containsEntry("match.sites", at(row, 9))
                .containsEntry(at + "filed", at(row, 10))
                .containsEntry(at + "access", at(row, 11))
                .containsEntry("match.openOrder", at(row, 12))
                .containsEntry("match.blacklisted", black.equals("sponsor") ? black : "")
                .containsEntry(at + "blacklisted", Boolean.toString(black.equals("domain")))
                .containsEntry("match.proof", at(row, 14))
                .doesNotContainKeys("match.openOrderNumber", "sponsor.name");
        assertThat(found.containsKey(at + "siteLicence")).isEqualTo(at(row, 10).equals("own"));
    }

    private static String at(ArgumentsAccessor row, int column) {
        return Objects.requireNonNull(row.getString(column));
    }

    @Test
    void answersForEachDomain() {
        Map<String, String> found =
                match(
                        "440000",
                        "1",
                        "91440300MA5E6F7G8G",
                        List.of("beian-demo-b1.cn", "beian-demo-a1.cn", "new.cn"),
                        Optional.empty());

        assertThat(found)
                .containsEntry("match.domain.beian-demo-b1.cn.filed", "own")
                .containsEntry("match.domain.beian-demo-b1.cn.siteLicence", "粤ICP备2022000202号-1")
                .containsEntry("match.domain.beian-demo-a1.cn.filed", "other")
                .containsEntry("match.domain.beian-demo-a1.cn.access", "true")
                .doesNotContainKey("match.domain.beian-demo-a1.cn.siteLicence")
                .containsEntry("match.domain.new.cn.filed", "none");
    }

    @Test
    void tellsFiledDataOnlyToWhoCanProveIt() {
        Map<String, String> found = match("110000", OURS, "new.cn", Optional.of("010012"));

        assertThat(found)
                .containsEntry("match.proof", "given")
                .containsEntry("sponsor.name", "北京青禾示例科技有限公司")
                .containsEntry("sponsor.person.mobile", "13800000101")
                .containsKeys(
                        "sponsor.certAddress",
                        "sponsor.address",
                        "sponsor.investor",
                        "sponsor.certValid",
                        "sponsor.person.name",
                        "sponsor.person.certNo",
                        "sponsor.person.certValid",
                        "sponsor.person.emergency",
                        "sponsor.person.email");
    }

    @Test
    void locksAfterFiveWrongProofsForAnHour() {
        for (int i = 0; i < 5; i++) {
            assertThat(match("310000", ELSEWHERE_ACCOUNT, "new.cn", Optional.of("12345" + i)))
                    .containsEntry("match.proof", "wrong")
                    .doesNotContainKey("sponsor.name");
        }
        assertThat(match("310000", ELSEWHERE_ACCOUNT, "new.cn", Optional.of("020038")))
                .containsEntry("match.proof", "wrong")
                .doesNotContainKey("sponsor.name");

        sandbox.bean(TestClock.class).pass(Duration.ofMinutes(61));

        assertThat(match("310000", ELSEWHERE_ACCOUNT, "new.cn", Optional.of("020038")))
                .containsEntry("match.proof", "given");
    }

    private static Map<String, String> match(
            String province, String certNo, String domain, Optional<String> proof) {
        return match(province, "1", certNo, List.of(domain), proof);
    }

    private static Map<String, String> match(
            String province,
            String certType,
            String certNo,
            List<String> domains,
            Optional<String> proof) {
        return sandbox.bean(FilingBackend.class)
                .match(new MatchQuery(province, certType, certNo, domains, "filer-1", proof));
    }
}
