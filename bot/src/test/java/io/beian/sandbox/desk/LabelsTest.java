package io.beian.sandbox.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.filing.IcpFiling;
import io.beian.wording.Wording;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The desk speaks of an order as people do. */
class LabelsTest {

    /** A path, a code in capitals, or six figures that stand for a place. */
    private static final Pattern INTERNAL =
            Pattern.compile("[a-z]+(\\.\\w+)+|[A-Z]{3,}(_[A-Z]+)*|\\d{6}");

    private final Labels labels = new Labels(Optional.of(new IcpFiling()), new Wording());

    private static Map<String, String> order() {
        Map<String, String> order = new LinkedHashMap<>();
        order.put("sponsor.province", "110000");
        order.put("sponsor.nature", "4");
        order.put("sponsor.certType", "1");
        order.put("sponsor.region", "110108");
        order.put("sponsor.licence", "京ICP备2026000001号");
        order.put("site.s1.content", "8");
        order.put("site.s1.languages", "1 12");
        order.put("site.s1.preApproval", "0");
        order.put("site.s1.person.same", "same");
        order.put("site.s2.person.same", "s1");
        order.put("match.province", "110000");
        order.put("match.certType", "1");
        order.put("match.certNo", "91110108MA01ABCD5T");
        order.put("match.siteLicence", "京ICP备2026000001号-1");
        return order;
    }

    @Test
    void hasWordsForEveryNameAndCode() {
        order().forEach(
                        (path, text) -> {
                            assertThat(labels.of(path)).doesNotMatch(INTERNAL);
                            assertThat(labels.value(path, text, order()))
                                    .as(path)
                                    .doesNotMatch(INTERNAL)
                                    .doesNotMatch("s\\d|same|\\d{1,2}( \\d+)*");
                        });
        assertThat(labels.value("sponsor.region", "110108", order())).isEqualTo("北京市海淀区");
        assertThat(labels.value("site.s2.person.same", "s1", order())).isEqualTo("同网站1");
    }

    @Test
    void letsOnlyAnswersBeSentBack() {
        assertThat(labels.mends("site.s1.name")).isTrue();
        assertThat(labels.mends("match.certNo")).isFalse();
        assertThat(labels.mends("sponsor.licence")).isFalse();
    }
}
