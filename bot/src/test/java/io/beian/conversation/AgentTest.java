package io.beian.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.dialogue.Case;
import io.beian.dialogue.Conversation;
import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Dialogue;
import io.beian.dialogue.Input;
import io.beian.dialogue.Phase;
import io.beian.dialogue.Searches;
import io.beian.dialogue.Shown;
import io.beian.dialogue.Turn;
import io.beian.filing.IcpFiling;
import io.beian.form.Entry;
import io.beian.form.Fact;
import io.beian.form.Facts;
import io.beian.form.Question;
import io.beian.form.Question.Trait;
import io.beian.wording.Wording;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Somebody who files for forty sponsors. */
class AgentTest {

    private static final int FILINGS = 40;

    /** A turn writes the whole state; a filing with every question answered takes about 6 KB. */
    private static final int MOST_BYTES_A_FILING = 16_000;

    private final IcpFiling filing = new IcpFiling();
    private final Dialogue dialogue = new Dialogue(filing);
    private final Wording wording = new Wording();

    @Test
    void seesAPageOfFilingsWithTheirChoicesInOneMessage() {
        Conversation now = agent();
        for (String said : List.of("我的备案", "我的备案 2", "我的备案 6")) {
            Turn turn = dialogue.decide(now, new Input.Said(said), Samples.NOON);

            String text = wording.text(turn.reply());

            assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(2048);
            assertThat(text).contains("weixin://bizmsgmenu");
            now = turn.next();
        }
    }

    @Test
    void hasAStateThatStaysBounded() {
        int bytes = new ConversationJson().write(agent()).length;

        assertThat(bytes).isLessThan(FILINGS * MOST_BYTES_A_FILING);
    }

    private Conversation agent() {
        List<Case> cases = new ArrayList<>();
        for (int n = 1; n <= FILINGS; n++) {
            cases.add(
                    new Case(
                            "c" + n,
                            new Phase.Filling(),
                            answered(n),
                            List.of(),
                            List.of(),
                            Samples.NOON));
        }
        return new Conversation(
                new ConversationId("agent"),
                99,
                cases,
                Optional.of("c1"),
                Optional.empty(),
                Shown.NOTHING,
                false,
                List.of(),
                Samples.NOON,
                false,
                Optional.empty(),
                Searches.NONE);
    }

    private Facts answered(int n) {
        Facts facts = Facts.NONE.with("site", Fact.system("s1", 1));
        for (Entry entry : filing.form().entries(facts, section -> true)) {
            Question<?> question = entry.question();
            String value =
                    question.has(Trait.PICTURE)
                            ? "0".repeat(64)
                            : question.valid().stream().findFirst().orElse("1");
            facts = facts.with(entry.path(), Fact.typed(value, 1));
        }
        return facts.with("site.s1.domain", Fact.typed("beian-demo-number-" + n + ".cn", 1))
                .with("sponsor.name", Fact.typed("北京样例示范科技发展有限公司" + n, 1))
                .with("match.type", Fact.system("FIRST", 1));
    }
}
