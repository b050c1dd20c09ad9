package io.beian.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.filing.IcpFiling;
import io.beian.form.Fact;
import io.beian.form.Facts;
import io.beian.talk.News;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CasesTest {

    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    private final Dialogue dialogue = new Dialogue(new IcpFiling());

    private Turn say(Conversation now, String text) {
        return dialogue.decide(now, new Input.Said(text), NOON.plusSeconds(now.turn()));
    }

    private Turn decide(Conversation now, Input input) {
        return dialogue.decide(now, input, NOON.plusSeconds(now.turn()));
    }

    private static Conversation nobody() {
        return Conversation.start(new ConversationId("agent"));
    }

    private static Case filing(int n, Phase phase) {
        Facts facts =
                Facts.NONE
                        .with("site", Fact.system("s1", 1))
                        .with("site.s1.domain", Fact.typed("beian-demo-" + n + ".cn", 1))
                        .with("sponsor.name", Fact.typed("样例" + n + "号有限公司", 1))
                        .with(Procedure.MATCHED, Fact.system("FIRST", 1))
                        .with("photo.licence", Fact.typed(hash(n) + " " + hash(0), 1));
        return new Case("c" + n, phase, facts, List.of(), List.of(), NOON);
    }

    private static String hash(int n) {
        return String.format("%064x", n);
    }

    private static Conversation agent(int filings) {
        Conversation now = nobody();
        for (int n = 1; n <= filings; n++) {
            now = now.put(filing(n, new Phase.Filling()));
        }
        return now;
    }

    private static KnownOrder order(String number, String caseId, String state) {
        return new KnownOrder(
                number,
                caseId,
                3,
                state,
                NOON,
                List.of("withdraw"),
                Map.of("sponsor", "京ICP备2026000001号"),
                List.of("example.com"));
    }

    private static List<String> keys(Turn turn) {
        return turn.reply().lines().stream().map(Line::key).toList();
    }

    private static Optional<String> active(Turn turn) {
        return turn.next().active();
    }

    @Test
    void pagesFortyFilingsAndOpensWhatIsShownBesideTheNumber() {
        Turn first = say(agent(40), "我的备案");
        Turn second = say(first.next(), "我的备案 2");

        assertThat(first.reply().choices()).contains(Choice.of("我的备案 2")).hasSize(8);
        assertThat(second.reply().choices()).contains(Choice.of("我的备案 3"), Choice.of("我的备案 1"));
        assertThat(active(say(first.next(), "打开 2"))).contains("c39");
        assertThat(active(say(second.next(), "打开 2"))).contains("c32");
        assertThat(active(say(second.next(), "2"))).contains("c32");
        assertThat(active(say(second.next(), "打开 beian-demo-7.cn"))).contains("c7");
        assertThat(active(say(second.next(), "打开 样例8号有限公司"))).contains("c8");
        assertThat(say(second.next(), "我的备案 99").reply().lines()).hasSize(6);
    }

    @Test
    void leavesTheFilingThatIsLeftAsItIs() {
        Conversation now = agent(3).active(Optional.of("c1"));

        Conversation switched = say(say(now, "我的备案").next(), "打开 1").next();

        assertThat(switched.cases()).isEqualTo(now.cases());
        assertThat(switched.active()).contains("c3");
    }

    @Test
    void asksWhichOfSeveralIsMeant() {
        Turn turn = say(agent(12), "打开 有限公司");

        assertThat(keys(turn)).startsWith("mine.several");
        assertThat(turn.reply().choices()).hasSize(9);
    }

    @Test
    void beginsNoMoreFilingsThanAreStored() {
        Turn turn = say(agent(Cases.MOST), "新开一个备案");

        assertThat(keys(turn)).containsExactly("mine.full");
        assertThat(turn.next().cases()).hasSize(Cases.MOST);
    }

    @Test
    void erasesThePicturesOfADeletedFilingThatNoOtherNeeds() {
        Conversation now =
                nobody().put(filing(1, new Phase.Filling()))
                        .put(filing(2, new Phase.Withdrawn(NOON)));
        Turn asked = say(now, "删除备案 2");

        Turn gone = say(asked.next(), "确认删除");

        assertThat(asked.next().cases()).hasSize(2);
        assertThat(gone.next().cases()).extracting(Case::id).containsExactly("c1");
        assertThat(gone.effects()).containsExactly(new Effect.ErasePhotos(List.of(hash(2))));
    }

    @Test
    void deletesNothingThatIsStillInHandHoweverItIsSaid() {
        Conversation now = nobody().put(filing(1, new Phase.Filling()));

        for (String text :
                List.of("删除备案 1", "确认删除", "确认删除 #c1", "确认删除 c1", "删除备案 beian-demo-1.cn")) {
            assertThat(say(now, text).next().cases()).as(text).isEqualTo(now.cases());
        }
    }

    @Test
    void addsOrdersTheConversationHasLost() {
        Turn listed = say(nobody(), "我的备案");
        Input known =
                new Input.OrdersKnown(
                        List.of(
                                order("TY2", "c9", "BUREAU_REVIEW"),
                                order("TY1", "c4", "APPROVED")));

        Turn told = decide(listed.next(), known);
        Conversation now = told.next();

        assertThat(listed.effects()).containsExactly(new Effect.FetchOrders());
        assertThat(keys(told)).startsWith("mine.found", "mine.head");
        assertThat(now.byOrder("TY2").orElseThrow().phase().orderState()).contains("BUREAU_REVIEW");
        assertThat(now.byOrder("TY1").orElseThrow().phase()).isInstanceOf(Phase.Filed.class);
        assertThat(keys(say(now, "打开 TY2"))).contains("status.Tracking", "next.BUREAU_REVIEW");
        assertThat(decide(now, known).next().cases()).isEqualTo(now.cases());
    }

    @Test
    void asksForOrdersNowAndThenOnly() {
        Conversation listed = say(nobody(), "我的备案").next();

        assertThat(say(listed, "我的备案").effects()).isEmpty();
        Instant later = NOON.plus(Duration.ofMinutes(11));
        assertThat(dialogue.decide(listed, new Input.Said("我的备案"), later).effects())
                .containsExactly(new Effect.FetchOrders());
    }

    @Test
    void saysNothingLateWhenNothingIsNew() {
        Conversation listed = say(agent(1), "我的备案").next();
        Input nothing = new Input.OrdersKnown(List.of());

        assertThat(decide(listed, nothing).reply().silent()).isFalse();
        assertThat(dialogue.decide(listed, nothing, NOON.plusSeconds(30)).reply().silent())
                .isTrue();
        Conversation moved = say(listed, "打开 1").next();
        assertThat(decide(moved, nothing).reply().silent()).isTrue();
        Turn late = decide(moved, new Input.OrdersKnown(List.of(order("TY2", "c9", "PRE_REVIEW"))));
        assertThat(keys(late)).containsExactly("mine.found.later");
        assertThat(late.next().shown()).isEqualTo(moved.shown());
    }

    @Test
    void countsAnOrderOnItsWayOnce() {
        Phase submitting = new Phase.Submitting("sub", Optional.empty(), 0);
        Conversation listed = say(nobody().put(filing(1, submitting)), "我的备案").next();

        Turn told =
                decide(listed, new Input.OrdersKnown(List.of(order("TY2", "c1", "PRE_REVIEW"))));

        assertThat(told.next().cases()).hasSize(1);
    }

    @Test
    void followsAnOrderWhoseAnswersAreGone() {
        Conversation listed = say(nobody(), "我的备案").next();
        Conversation known =
                decide(listed, new Input.OrdersKnown(List.of(order("TY2", "c1", "PRE_REVIEW"))))
                        .next();
        Conversation opened = say(known, "打开 1").next();

        Turn back = decide(opened, moved(4, "PRE_REVIEW_REJECTED"));
        assertThat(back.next().byOrder("TY2").orElseThrow().phase())
                .isInstanceOf(Phase.Tracking.class);
        assertThat(keys(say(back.next(), "进度"))).contains("status.bare");

        Turn gone = decide(back.next(), moved(5, "WITHDRAWN"));
        assertThat(gone.next().active()).isEmpty();
        assertThat(gone.next().cases()).extracting(Case::phase).containsExactly(withdrawn(gone));
    }

    private static Phase withdrawn(Turn turn) {
        return new Phase.Withdrawn(NOON.plusSeconds(turn.next().turn() - 1));
    }

    private static Input moved(long seq, String state) {
        return News.of("TY2", seq, state, NOON);
    }
}
