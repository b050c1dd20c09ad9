package io.beian.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.filing.IcpFiling;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SearchTest {

    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
    private static final Query DOMAIN = new Query(Query.Kind.DOMAIN, "beian-demo-a1.cn");
    private static final FiledUnit UNIT =
            new FiledUnit(
                    "北京青禾示例科技有限公司",
                    "企业",
                    "京ICP备2023000101号",
                    "",
                    Collections.nCopies(40, new FiledUnit.Site("网站", "beian-demo-a1.cn", "x")));

    private final Dialogue dialogue = new Dialogue(new IcpFiling());
    private Instant clock = NOON;

    private Turn say(Conversation now, String text) {
        return decide(now, new Input.Said(text));
    }

    private Turn decide(Conversation now, Input input) {
        clock = clock.plusSeconds(1);
        return dialogue.decide(now, input, clock);
    }

    private Conversation after(String... texts) {
        Conversation now = Conversation.start(new ConversationId("someone"));
        for (String text : texts) {
            now = say(now, text).next();
        }
        return now;
    }

    private static Input found(FiledUnit... units) {
        return new Input.FiledFound(DOMAIN, List.of(units), false);
    }

    private static List<String> keys(Turn turn) {
        return turn.reply().lines().stream().map(Line::key).toList();
    }

    @Test
    void asksTheOpenQuestionAgainWithoutWastingItsTaps() {
        Conversation asked = after("备案", "同意", "北京");
        Turn looking = say(asked, "查询 beian-demo-a1.cn");

        Turn told = decide(looking.next(), found(UNIT));

        assertThat(looking.effects()).containsExactly(new Effect.Search(DOMAIN));
        assertThat(looking.reply().asks()).contains("sponsor.nature");
        assertThat(told.reply().asks()).contains("sponsor.nature");
        assertThat(told.reply().epoch()).isEqualTo(looking.reply().epoch());
        assertThat(told.next().shown()).isEqualTo(looking.next().shown());
        assertThat(told.next().turn()).isEqualTo(looking.next().turn() + 1);
        Input tap = new Input.Tapped(looking.reply().epoch(), 1, "企业", Optional.of("x"));
        assertThat(decide(told.next(), tap).next().shown().asks()).contains("sponsor.certNo");
    }

    @Test
    void bringsALateResultAsNewsBesideWhateverIsShownNow() {
        Conversation looking = say(after("备案", "同意"), "查询 beian-demo-a1.cn").next();
        Conversation later = say(looking, "北京").next();

        Turn told = decide(later, found(UNIT));

        assertThat(told.reply().silent()).isFalse();
        assertThat(told.reply().choices()).isEmpty();
        assertThat(told.next().shown()).isEqualTo(later.shown());
        assertThat(decide(told.next(), found(UNIT)).reply().silent()).isTrue();
    }

    @Test
    void searchesWithoutAnyFiling() {
        Turn looking = say(after(), "查 beian-demo-a1.cn");

        assertThat(looking.effects()).containsExactly(new Effect.Search(DOMAIN));
        assertThat(keys(decide(looking.next(), found())))
                .containsSubsequence("search.none", "search.public");
        assertThat(keys(decide(looking.next(), new Input.SearchFailed(DOMAIN))))
                .containsSubsequence("search.failed", "search.public");
    }

    @Test
    void runsOneSearchAtATimeButForgetsOneThatWasLost() {
        Conversation looking = say(after(), "查询 beian-demo-a1.cn").next();

        assertThat(keys(say(looking, "查询 beian-demo-a2.cn"))).contains("search.busy");
        clock = clock.plus(Duration.ofMinutes(2));
        assertThat(say(looking, "查询 beian-demo-a2.cn").effects()).hasSize(1);
    }

    @Test
    void listsAFewEntriesOnly() {
        Conversation looking = say(after(), "查询 beian-demo-a1.cn").next();

        Turn told = decide(looking, found(UNIT, UNIT, UNIT, UNIT, UNIT));

        assertThat(told.reply().lines()).hasSizeLessThan(20);
        assertThat(keys(told)).contains("search.more", "search.sites");
    }

    @Test
    void readsASurnameAsAnAnswerWhereOneIsWaitedFor() {
        Conversation waiting = after();

        assertThat(say(waiting, "查 样张有限公司").effects()).hasSize(1);
        assertThat(Command.read("查样张")).isEmpty();
        assertThat(say(waiting, "查询天下网").effects()).isEmpty();
    }

    @Test
    void looksNobodyElsesOrderUp() {
        Turn turn = say(after(), "查询 TY20261123000001");

        assertThat(turn.effects()).isEmpty();
        assertThat(keys(turn)).contains("search.noOrder");
    }
}
