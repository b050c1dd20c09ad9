package io.beian.filing;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.form.Fact;
import io.beian.form.Facts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A sponsor is one, whatever number it is called by. */
class OneSponsorTest {

    @ParameterizedTest
    @CsvSource({
        "91440300668123457R, 66812345-7, true",
        "91440300668123457R, 668123457, true",
        "91440300668123457r, 91440300668123457R, true",
        "110101197803070053, 110101780307005, true",
        "91320102745612386A, 320102000123459, false",
        "110101199003070011, 110101199003070054, false",
        "110101199003070011, 310105199003070011, false",
        "91110108MA01ABCD5T, 91110105MA10ABCD66, false",
        "'', '', false",
    })
    void isKnownByItsNumbers(String one, String other, boolean same) {
        assertThat(
                        SponsorNumbers.same(
                                SponsorNumbers.names(List.of(one)),
                                SponsorNumbers.names(List.of(other))))
                .isEqualTo(same);
    }

    @Test
    void anOrderUnderWayCountsUnderWhateverNumberItIsFound() {
        Facts facts =
                Facts.NONE
                        .with("sponsor.province", Fact.typed("320000", 1))
                        .with("sponsor.nature", Fact.typed("4", 2))
                        .with("sponsor.certNo", Fact.typed("91320102745612386A", 3))
                        .with("site", Fact.system("s1", 1))
                        .with("site.s1.domain", Fact.typed("example.com", 4))
                        .with("match.oldWanted", Fact.system("yes", 5))
                        .with("match.old", Fact.typed("yes", 6))
                        .with("match.oldCertType", Fact.typed("1", 7))
                        .with("match.oldCertNo", Fact.typed("320102000123459", 8));

        Map<String, String> found =
                MatchKey.of(facts)
                        .orElseThrow()
                        .lookUp(
                                one ->
                                        one.number().startsWith("9")
                                                ? Map.of("match.openOrder", "others")
                                                : Map.of(
                                                        "match.sponsorLicence",
                                                        "苏ICP备12000303号",
                                                        "match.openOrder",
                                                        "none"));

        assertThat(found)
                .containsEntry("match.sponsorLicence", "苏ICP备12000303号")
                .containsEntry("match.certNo", "320102000123459")
                .containsEntry("match.openOrder", "others");
    }
}
