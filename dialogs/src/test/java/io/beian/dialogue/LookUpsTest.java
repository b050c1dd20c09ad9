package io.beian.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.filing.IcpFiling;
import io.beian.form.Fact;
import io.beian.form.Facts;
import io.beian.talk.News;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where a look-up leads: into an order that exists, or beside the talk. */
class LookUpsTest {

    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
    private static final String CERT_NO = "91110108MA01ABCD5T";

    private final Dialogue dialogue = new Dialogue(new IcpFiling());

    private static Facts facts(String domain) {
        return Facts.NONE
                .with("consent", Fact.typed("2026-11", 1))
                .with("site", Fact.system("s1", 1))
                .with("sponsor.province", Fact.typed("110000", 2))
                .with("sponsor.nature", Fact.typed("4", 3))
                .with("sponsor.certNo", Fact.typed(CERT_NO, 4))
                .with("site.s1.domain", Fact.typed(domain, 5));
    }

    private static Case of(String id, Phase phase, Facts facts) {
        return new Case(id, phase, facts, List.of(), List.of(), NOON);
    }

    private static Conversation talk(Case... cases) {
        Conversation talk = Conversation.start(new ConversationId("someone"));
        for (Case each : cases) {
            talk = talk.put(each).active(Optional.of(each.id()));
        }
        return talk;
    }

    private static Case looking() {
        return of("c2", Phase.Matching.looking(NOON), facts("b.cn"));
    }

    private Turn found(Conversation talk, Map<String, String> found) {
        return dialogue.decide(talk, new Input.LookedUp("c2", found), NOON);
    }

    private static List<String> said(Turn turn) {
        return turn.reply().lines().stream().map(Line::key).toList();
    }

    @Test
    void leadsIntoTheDraftOfTheSameSponsor() {
        Facts first = facts("a.cn").with("match.type", Fact.system("FIRST", 6));
        Conversation talk = talk(of("c1", new Phase.Filling(), first), looking());

        Turn turn = found(talk, Map.of());

        assertThat(turn.next().cases()).extracting(Case::id).containsExactly("c1");
        assertThat(turn.next().active()).contains("c1");
        assertThat(said(turn)).startsWith("match.sameSponsor");
        assertThat(turn.next().shown().asks()).contains("sponsor.name");
    }

    @Test
    void opensASecondOrderWhereTheFirstIsOverOrOnlyAddsAnAccess() {
        Facts access = facts("a.cn").with("match.type", Fact.system("NEW_ACCESS_OTHER", 6));
        Facts first = facts("a.cn").with("match.type", Fact.system("FIRST", 6));
        for (Case other :
                List.of(
                        of("c1", new Phase.Filling(), access),
                        of("c1", new Phase.Withdrawn(NOON), first),
                        of("c1", new Phase.Filed("TY1", 1, NOON, Map.of()), first))) {
            Turn turn = found(talk(other, looking()), Map.of());

            assertThat(turn.next().cases()).hasSize(2);
            assertThat(turn.outcome()).isEqualTo("match:opened");
        }
    }

    @Test
    void followsAnOrderThisConversationKnowsNothingOf() {
        Turn turn =
                found(
                        talk(looking()),
                        Map.of("match.openOrder", "mine", "match.openOrderNumber", "TY9"));
        Input moved = News.of("TY9", 3, "BUREAU_REVIEW", NOON);

        assertThat(turn.effects()).containsExactly(new Effect.Refresh("TY9"));
        assertThat(turn.next().byOrder("TY9")).map(Case::id).contains("c2");
        assertThat(said(turn)).startsWith("match.led");
        Turn told = dialogue.decide(turn.next(), moved, NOON);
        assertThat(said(told)).contains("state.BUREAU_REVIEW");
    }

    @Test
    void looksAtADomainThatCameLaterBesideTheTalk() {
        Turn opened = found(talk(looking()), Map.of("match.domain.b.cn.filed", "none"));
        Conversation asked = opened.next();

        Turn added = dialogue.decide(asked, new Input.Said("继续新增网站 beian-demo-b1.cn"), NOON);
        Turn idle = dialogue.decide(added.next(), new Input.Said("进度"), NOON);
        Turn fine = later(added, "none");
        Turn bad = later(added, "other");

        assertThat(opened.effects()).isEmpty();
        assertThat(added.effects()).contains(new Effect.LookUp("c2"));
        assertThat(idle.effects()).isEmpty();
        assertThat(fine.reply().silent()).isTrue();
        assertThat(fine.next().shown()).isEqualTo(added.next().shown());
        assertThat(said(bad)).startsWith("problem.domainFiled");
        assertThat(bad.next().shown().asks()).isEqualTo(added.next().shown().asks());
    }

    private Turn later(Turn added, String word) {
        return found(added.next(), Map.of("match.domain.beian-demo-b1.cn.filed", word));
    }

    @Test
    void letsEverythingOfASponsorOfOursBeChangedButTheProvince() {
        Facts ours = facts("b.cn").with("match.type", Fact.system("NEW_SITE_OURS", 6));
        Conversation talk = talk(of("c2", new Phase.Filling(), ours));

        Turn number = dialogue.decide(talk, new Input.Said("改 证件号码"), NOON);
        Turn province = dialogue.decide(talk, new Input.Said("改 省份"), NOON);

        assertThat(number.next().focus().map(Focus::path)).contains("sponsor.certNo");
        assertThat(said(province)).startsWith("change.frozen");
    }
}
