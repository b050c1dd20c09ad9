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

class DialogueTest {

    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    private final Dialogue dialogue = new Dialogue(new IcpFiling());

    private Conversation after(Input... inputs) {
        Conversation now = Conversation.start(new ConversationId("someone"));
        for (Input input : inputs) {
            now = dialogue.decide(now, input, NOON).next();
        }
        return now;
    }

    private Turn decide(Conversation now, Input input) {
        return dialogue.decide(now, input, NOON);
    }

    private static Conversation tracking(long seq, String state) {
        Case order =
                new Case(
                        "c1",
                        new Phase.Tracking("TY1", seq, state, NOON, List.of("withdraw")),
                        Facts.NONE.with(Procedure.MATCHED, Fact.system("FIRST", 1)),
                        List.of(),
                        List.of(),
                        NOON);
        return Conversation.start(new ConversationId("someone"))
                .put(order)
                .active(Optional.of("c1"));
    }

    private static Input moved(long seq, String state) {
        return News.of("TY1", seq, state, NOON);
    }

    @Test
    void greetsAFollowerAndOffersToBegin() {
        Turn turn = decide(after(), new Input.Followed(Optional.empty(), true));

        assertThat(turn.reply().choices()).contains(Choice.of("备案"));
    }

    @Test
    void erasesTheDraftOfWhoeverLeaves() {
        Conversation begun =
                after(new Input.Said("备案"), new Input.Said("同意"), new Input.Said("北京"));

        Turn turn = decide(begun, new Input.Left());

        assertThat(turn.reply().silent()).isTrue();
        assertThat(turn.next().cases()).isEmpty();
        assertThat(turn.next().shown().choices()).isEmpty();
        assertThat(turn.reminder()).isEmpty();
    }

    @Test
    void keepsOnlyTheNumberOfASubmittedOrderWhenSomebodyLeaves() {
        Turn turn = decide(tracking(3, "PRE_REVIEW"), new Input.Left());

        assertThat(turn.next().byOrder("TY1")).map(Case::facts).contains(Facts.NONE);
    }

    @Test
    void passesOverEventsThatCameBefore() {
        Turn late = decide(tracking(3, "ADMIN_REVIEW"), moved(2, "PRE_REVIEW"));

        assertThat(late.reply().silent()).isTrue();
        assertThat(late.next()).isEqualTo(tracking(3, "ADMIN_REVIEW"));
    }

    @Test
    void tellsAStateOnce() {
        Turn again = decide(tracking(3, "PRE_REVIEW"), moved(4, "PRE_REVIEW"));

        assertThat(again.reply().silent()).isTrue();
        assertThat(again.next().byOrder("TY1").orElseThrow().phase().seen()).isEqualTo(4);
    }

    @Test
    void survivesAStateItDoesNotKnow() {
        Turn turn = decide(tracking(3, "PRE_REVIEW"), moved(4, "SOMETHING_NEW"));

        assertThat(turn.next().byOrder("TY1").flatMap(c -> c.phase().orderState()))
                .contains("SOMETHING_NEW");
    }

    @Test
    void leavesTheOpenQuestionOpenWhenNewsComeIn() {
        Conversation asked = after(new Input.Said("备案"), new Input.Said("同意"));
        Conversation both =
                asked.put(
                        tracking(1, "PRE_REVIEW")
                                .find("c1")
                                .map(c -> named(c, "c0"))
                                .orElseThrow());

        Turn turn = decide(both, moved(2, "ADMIN_REVIEW"));

        assertThat(turn.reply().silent()).isFalse();
        assertThat(turn.next().shown().asks()).contains("sponsor.province");
        assertThat(turn.next().shown().choices()).isEqualTo(asked.shown().choices());
    }

    private static Case named(Case c, String id) {
        return new Case(id, c.phase(), c.facts(), c.tray(), c.history(), c.opened());
    }

    @Test
    void showsWhatCouldNotBeDeliveredAtTheNextContact() {
        Reply lost = new Reply(1, List.of(Line.of("submit.delayed")), List.of(), Optional.empty());
        Conversation kept = decide(after(), new Input.Undelivered(lost)).next();

        Turn turn = decide(kept, new Input.Said("你好"));

        assertThat(turn.reply().lines())
                .startsWith(Line.of("missed.head"), Line.of("submit.delayed"));
        assertThat(turn.next().missed()).isEmpty();
    }

    @Test
    void knowsItsOwnFilingByTheLicenceNumber() {
        Phase filed = new Phase.Filed("TY1", 7, NOON, Map.of("site.s1", "京ICP备2026000001号-1"));
        Conversation now = Conversation.start(new ConversationId("x"));
        now =
                now.put(
                        new Case(
                                "c1",
                                filed,
                                new IcpFiling().known(List.of("a.cn"), 1),
                                List.of(),
                                List.of(),
                                NOON));

        Turn turn = decide(now, new Input.Said("查询 京ICP备2026000001号-1"));

        assertThat(turn.reply().lines()).extracting(Line::key).contains("status.Filed");
        assertThat(turn.effects()).noneMatch(Effect.Search.class::isInstance);
    }

    @Test
    void submitsOnceHoweverOftenItIsSaid() {
        Conversation now = tracking(3, "PRE_REVIEW");

        assertThat(decide(now, new Input.Said("提交")).effects())
                .noneMatch(Effect.Submit.class::isInstance);
    }

    @Test
    void remindsOfADraftAfterADayUnlessPaused() {
        Conversation begun = after(new Input.Said("备案"), new Input.Said("同意"));

        assertThat(decide(begun, new Input.Said("北京")).reminder())
                .contains(NOON.plus(Duration.ofHours(24)));
        assertThat(decide(begun, new Input.Said("暂停")).reminder())
                .as("only put away at last")
                .contains(NOON.plus(Duration.ofDays(45)));
    }

    @Test
    void neverGivesUpSkipsOrSubmitsOnAnOldTap() {
        Conversation begun =
                after(new Input.Said("备案"), new Input.Said("同意"), new Input.Said("北京"));
        for (String old : List.of("确认放弃", "跳过", "提交", "都对", "撤回刚才的回答", "不要这张")) {
            Turn turn = decide(begun, new Input.Tapped(1, 1, old, Optional.of("consent")));

            assertThat(turn.next().cases()).as(old).isEqualTo(begun.cases());
            assertThat(turn.effects()).as(old).isEmpty();
            assertThat(turn.next().shown().asks()).as(old).contains("sponsor.nature");
        }
    }

    @Test
    void makesADraftOfAWithdrawnOrderWhicheverNewsComesFirst() {
        Conversation asked = tracking(3, "PRE_REVIEW");
        Input result = new Input.Withdrawn("c1", "TY1", true);

        Conversation byResult = decide(decide(asked, result).next(), moved(4, "WITHDRAWN")).next();
        Conversation byEvent = decide(decide(asked, moved(4, "WITHDRAWN")).next(), result).next();

        assertThat(byResult.find("c1")).isEqualTo(byEvent.find("c1"));
        assertThat(byResult.find("c1").map(Case::phase)).contains(new Phase.Filling());
    }

    /** 王 is asked as investor, then as principal: a second name fits both questions. */
    private static Conversation askedForTheInvestor(Dialogue dialogue) {
        Conversation now = Conversation.start(new ConversationId("someone"));
        for (String text : List.of("备案", "同意", "北京", "企业", "91110108MA01ABCD5T", "example.com")) {
            now = dialogue.decide(now, new Input.Said(text), NOON).next();
        }
        Input found = new Input.LookedUp("c1", Map.of("match.domain.example.com.filed", "none"));
        now = dialogue.decide(now, found, NOON).next();
        for (String text : List.of("北京样张科技有限公司", "北京市海淀区样张路1号2层201室", "同上", "长期", "王样张")) {
            now = dialogue.decide(now, new Input.Said(text), NOON).next();
        }
        return now;
    }

    @Test
    void filesNoCrossedMessageUnderAQuestionItCannotHaveSeen() {
        Conversation asked = askedForTheInvestor(dialogue);

        Turn crossed = dialogue.decide(asked, new Input.Said("李样张"), NOON, true);
        Turn seen = dialogue.decide(asked, new Input.Said("李样张"), NOON, false);

        assertThat(crossed.outcome()).isEqualTo("crossed");
        assertThat(crossed.next().current()).isEqualTo(asked.current());
        assertThat(crossed.next().shown().asks()).contains("sponsor.person.name");
        assertThat(seen.next().current().flatMap(c -> c.facts().text("sponsor.person.name")))
                .contains("李样张");
    }
}
