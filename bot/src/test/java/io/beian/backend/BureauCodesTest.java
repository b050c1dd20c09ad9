package io.beian.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BureauCodesTest {

    @Test
    void sendsTheBureausNumberForOurCode() {
        Map<String, String> sent =
                BureauCodes.SHIPPED.outgoing(
                        Map.of(
                                "sponsor.nature",
                                "92",
                                "site.s12.content",
                                "8 9",
                                "sponsor.name",
                                "92"));

        assertThat(sent)
                .containsEntry("sponsor.nature", "4")
                .containsEntry("site.s12.content", "8 9")
                .containsEntry("sponsor.name", "92");
    }

    @Test
    void letsTheSettingsSayOtherwise() {
        BureauCodes codes = new BureauCodes(Map.of("approvals", Map.of("11", "12")));

        assertThat(codes.outgoing(Map.of("site.s1.preApproval", "1 11")))
                .containsEntry("site.s1.preApproval", "1 12");
    }

    @Test
    void passesOnACodeNoTableKnows() {
        assertThat(BureauCodes.SHIPPED.outgoing(Map.of("sponsor.nature", "77")))
                .containsEntry("sponsor.nature", "77");
    }

    @Test
    void readsTheNumbersOfTheBureauAsCodesOfOurs() {
        BureauCodes codes = new BureauCodes(Map.of("approvals", Map.of("11", "77")));

        assertThat(codes.incoming(Map.of("site.s1.preApproval", "1 77", "sponsor.name", "77")))
                .containsEntry("site.s1.preApproval", "1 11")
                .containsEntry("sponsor.name", "77");
        assertThat(BureauCodes.SHIPPED.incoming(Map.of("sponsor.nature", "4")))
                .containsEntry("sponsor.nature", "4");
    }
}
