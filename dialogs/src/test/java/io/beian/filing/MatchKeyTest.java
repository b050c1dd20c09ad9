package io.beian.filing;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.filing.MatchKey.Certificate;
import io.beian.form.Fact;
import io.beian.form.Facts;
import io.beian.form.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is looked up: which certificates, in which writing, with which proof. */
class MatchKeyTest {

    private static final String LICENCE = "match.sponsorLicence";

    private Facts facts =
            Facts.NONE
                    .with("site", Fact.system("s1 s2", 1))
                    .with("sponsor.province", Fact.typed("440000", 2))
                    .with("sponsor.nature", Fact.typed("4", 3))
                    .with("sponsor.certNo", Fact.typed("91440300668123457R", 4))
                    .with("site.s1.domain", Fact.typed("a.cn", 5))
                    .with("site.s2.domain", Fact.typed("b.cn", 6));

    private MatchKeyTest with(String path, String value, long turn) {
        facts = facts.with(path, Fact.typed(value, turn));
        return this;
    }

    private List<Certificate> certificates() {
        return MatchKey.of(facts).orElseThrow().certificates();
    }

    @Test
    void asksForThePresentCertificateAndAllDomains() {
        MatchKey key = MatchKey.of(facts).orElseThrow();

        assertThat(key.certificates()).containsExactly(new Certificate("1", "91440300668123457R"));
        assertThat(key.domains()).containsExactly("a.cn", "b.cn");
        assertThat(MatchKey.of(facts.without("sponsor.certNo"))).isEmpty();
    }

    @Test
    void asksForAnOldOrganisationCodeInBothWritings() {
        with("match.oldWanted", "yes", 7).with("match.old", "unsure", 8);
        List<Certificate> computed = certificates();
        with("match.old", "yes", 8).with("match.oldCertType", "1", 9);
        with("match.oldCertNo", "66812345-7", 10);

        assertThat(computed)
                .containsExactly(
                        new Certificate("1", "91440300668123457R"),
                        new Certificate("12", "66812345-7"),
                        new Certificate("12", "668123457"));
        assertThat(certificates()).isEqualTo(computed);
    }

    @Test
    void forgetsTheOldNumberOfAnotherSponsor() {
        with("match.oldWanted", "yes", 7).with("match.old", "yes", 8);
        with("match.oldCertNo", "440301000000020", 9);
        int both = certificates().size();
        with("sponsor.certNo", "91320102745612386A", 10);

        assertThat(both).isEqualTo(2);
        assertThat(certificates()).hasSize(1);
    }

    @Test
    void sendsTheProofOnlyWhileItIsWantedOfThisSponsor() {
        with("match.proof", "010012", 8);
        Optional<String> unasked = MatchKey.of(facts).orElseThrow().proof();
        facts = facts.with("match.proofNeeded", Fact.system("yes", 7));

        assertThat(unasked).isEmpty();
        assertThat(MatchKey.of(facts).orElseThrow().proof()).contains("010012");
        with("sponsor.certNo", "91320102745612386A", 9);
        assertThat(MatchKey.of(facts).orElseThrow().proof()).isEmpty();
    }

    @Test
    void keepsToWhatWasMatched() {
        with("match.type", "NEW_SITE_OTHER", 9);
        facts = facts.with("match.certType", new Fact("12", Source.SYSTEM, true, 9));
        facts = facts.with("match.certNo", new Fact("668123457", Source.SYSTEM, true, 9));

        assertThat(certificates()).containsExactly(new Certificate("12", "668123457"));
    }

    @Test
    void stopsAtTheFirstThatIsFiled() {
        with("match.oldWanted", "yes", 7).with("match.old", "unsure", 8);
        MatchKey key = MatchKey.of(facts).orElseThrow();
        List<String> asked = new ArrayList<>();

        Map<String, String> found =
                key.lookUp(
                        one -> {
                            asked.add(one.number());
                            boolean filed = one.number().equals("66812345-7");
                            return Map.of(LICENCE, filed ? "粤ICP备13000304号" : "");
                        });
        Map<String, String> none = key.lookUp(one -> Map.of(LICENCE, "", "at", one.number()));

        assertThat(asked).containsExactly("91440300668123457R", "66812345-7");
        assertThat(found)
                .containsEntry("match.certNo", "66812345-7")
                .containsEntry("match.underOld", "true");
        assertThat(none)
                .containsEntry("at", "91440300668123457R")
                .containsEntry("match.underOld", "false");
    }
}
