package io.beian.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.filing.IcpFiling;
import io.beian.form.Fact;
import io.beian.form.Facts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetentionTest {

    private static final IcpFiling FILING = new IcpFiling();
    private static final Instant THEN = Instant.parse("2026-11-23T02:00:00Z");
    private static final String PICTURE = "ab".repeat(32);
    private static final RetentionRules RULES =
            new RetentionRules(Duration.ofDays(30), Duration.ofDays(180));

    private final Dialogue dialogue = new Dialogue(FILING, ReminderRules.USUAL, RULES);

    @Test
    void forgetsAFilingThatWasGivenUpOncePeopleCannotWantItBack() {
        Conversation now = with(new Phase.Withdrawn(THEN));

        Turn early = due(now, Duration.ofDays(30).minusSeconds(1));
        assertThat(early.next().cases()).hasSize(1);
        assertThat(early.reminder()).contains(THEN.plus(Duration.ofDays(30)));

        Turn over = due(now, Duration.ofDays(30));
        assertThat(over.next().cases()).isEmpty();
        assertThat(over.next().active()).isEmpty();
        assertThat(over.reply().silent()).isTrue();
        assertThat(over.effects()).containsExactly(new Effect.ErasePhotos(List.of(PICTURE)));
        assertThat(over.reminder()).isEmpty();
    }

    @Test
    void forgetsAFilingThatWasPutAway() {
        assertThat(due(with(new Phase.Expired(THEN)), Duration.ofDays(30)).next().cases())
                .isEmpty();
    }

    @Test
    void forgetsAMatchThatCameToNothing() {
        Phase blocked =
                new Phase.Matching(
                        Optional.empty(), Optional.of(Line.of("blocked")), List.of(), List.of());

        assertThat(due(with(blocked), Duration.ofDays(74)).next().cases()).hasSize(1);
        assertThat(due(with(blocked), Duration.ofDays(75)).next().cases()).isEmpty();
    }

    @Test
    void keepsOfAnApprovedFilingWhatIsPublic() {
        Phase.Filed filed = new Phase.Filed("TY1", 9, THEN, Map.of("sponsor", "京ICP备2026000001号"));

        Turn over = due(with(filed), Duration.ofDays(180));

        Case left = over.next().cases().get(0);
        assertThat(left.phase()).isEqualTo(filed);
        assertThat(FILING.title(left.facts())).isEqualTo("a.cn");
        assertThat(left.facts().byPath().keySet())
                .containsExactlyInAnyOrder("site", "site.s1.domain");
        assertThat(left.history()).isEmpty();
        assertThat(over.effects()).containsExactly(new Effect.ErasePhotos(List.of(PICTURE)));
        assertThat(new Retention(RULES, Duration.ofDays(45), over.next()).next()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PRE_REVIEW", "SMS_PENDING", "BUREAU_REVIEW"})
    void keepsAnOrderUnderWay(String state) {
        Phase tracking = new Phase.Tracking("TY1", 3, state, THEN, List.of());

        Case kept = due(with(tracking), Duration.ofDays(2000)).next().cases().get(0);

        assertThat(kept.facts().text("sponsor.person.mobile")).contains("13800138000");
    }

    private Turn due(Conversation now, Duration later) {
        return dialogue.decide(now, new Input.Due("reminder"), THEN.plus(later));
    }

    private static Conversation with(Phase phase) {
        Facts facts =
                FILING.known(List.of("a.cn"), 1)
                        .with("match.type", Fact.system("FIRST", 1))
                        .with("sponsor.person.mobile", Fact.typed("13800138000", 2))
                        .with("photo.licence", Fact.typed(PICTURE, 3));
        Case of = new Case("c1", phase, facts, List.of(), List.of(), THEN);
        return Conversation.start(new ConversationId("x"))
                .put(of)
                .active(Optional.of("c1"))
                .heard(THEN);
    }
}
