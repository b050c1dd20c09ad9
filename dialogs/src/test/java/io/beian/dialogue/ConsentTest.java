package io.beian.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.filing.IcpFiling;
import io.beian.form.Fact;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Consent is kept with the version of the text, and asked for again when the text changes. */
class ConsentTest {

    private static final IcpFiling FILING = new IcpFiling();
    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    private final Dialogue dialogue = new Dialogue(FILING);

    @Test
    void isAskedForAgainUnderAnotherTextBeforeAnythingElseIsTaken() {
        Conversation asked = say(agreedTo("2019-01"), "继续").next();
        assertThat(asked.shown().asks()).contains("consent");

        Turn typed = say(asked, "北京样张科技有限公司");
        assertThat(typed.next().current().orElseThrow().facts().text("sponsor.name")).isEmpty();
        assertThat(typed.next().shown().asks()).contains("consent");

        Turn agreed = say(asked, "同意并开始");
        assertThat(agreed.next().current().orElseThrow().facts().text("consent"))
                .get()
                .isNotEqualTo("2019-01");
        assertThat(agreed.next().shown().asks()).contains("sponsor.name");
    }

    @Test
    void isNotAskedForTwiceUnderTheSame() {
        Conversation fresh = say(Conversation.start(new ConversationId("x")), "备案").next();
        Conversation agreed = say(fresh, "同意并开始").next();

        assertThat(say(agreed, "继续").next().shown().asks()).contains("sponsor.province");
    }

    private Turn say(Conversation now, String text) {
        return dialogue.decide(now, new Input.Said(text), NOON);
    }

    private static Conversation agreedTo(String version) {
        Case of =
                new Case(
                        "c1",
                        new Phase.Filling(),
                        FILING.begin(1)
                                .with("consent", Fact.typed(version, 2))
                                .with("sponsor.province", Fact.typed("110000", 3))
                                .with("sponsor.nature", Fact.typed("4", 4))
                                .with("sponsor.certType", Fact.typed("1", 5))
                                .with("sponsor.certNo", Fact.typed("91110108MA01ABCD5T", 6))
                                .with("site.s1.domain", Fact.typed("example.com", 7))
                                .with("match.type", Fact.system("FIRST", 8)),
                        List.of(),
                        List.of(),
                        NOON);
        return Conversation.start(new ConversationId("x"))
                .put(of)
                .active(Optional.of("c1"))
                .heard(NOON);
    }
}
