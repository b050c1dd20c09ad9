package io.beian.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.filing.IcpFiling;
import io.beian.form.Facts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A promise that an order goes by itself is taken back when it does not. */
class SubmittingTest {

    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

    private final Dialogue dialogue = new Dialogue(new IcpFiling());

    @Test
    void tellsThatAnOrderDoesNotWaitAnyLonger() {
        Turn turn =
                dialogue.decide(submitting("sub-1"), new Input.SubmitGivenUp("c1", "sub-1"), NOON);

        assertThat(turn.next().current().orElseThrow().phase()).isEqualTo(new Phase.Reviewing());
        assertThat(turn.reply().lines()).extracting(Line::key).containsExactly("submit.givenUp");
        assertThat(turn.reply().choices()).extracting(Choice::label).containsExactly("提交");
    }

    @Test
    void passesOverOneThatWasTriedBefore() {
        Turn turn =
                dialogue.decide(submitting("sub-2"), new Input.SubmitGivenUp("c1", "sub-1"), NOON);

        assertThat(turn.reply().silent()).isTrue();
        assertThat(turn.next().current().orElseThrow().phase())
                .isInstanceOf(Phase.Submitting.class);
    }

    private static Conversation submitting(String submission) {
        Case of =
                new Case(
                        "c1",
                        new Phase.Submitting(submission, Optional.empty(), 0),
                        Facts.NONE,
                        List.of(),
                        List.of(),
                        NOON);
        return Conversation.start(new ConversationId("x")).put(of).active(Optional.of("c1"));
    }
}
