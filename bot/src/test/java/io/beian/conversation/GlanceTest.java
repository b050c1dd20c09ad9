package io.beian.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.conversation.Conversations.Stored;
import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Input;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When a message cannot be an answer to the question that was asked last. */
class GlanceTest {

    private static final ConversationId ID = new ConversationId("somebody");
    private static final Stored OURS = new Stored(Samples.full(ID), 1, true);
    private static final Stored OTHERS = new Stored(Samples.full(ID), 1, false);
    private static final Instant ASKED = OURS.conversation().shown().at();

    private final Glance people = new Glance(Duration.ofSeconds(1));
    private final Glance scripts = new Glance(Duration.ZERO);

    private static Incoming after(long millis) {
        return sent(new Input.Said("王样张"), millis);
    }

    private static Incoming sent(Input input, long millis) {
        return new Incoming(ID, "m1", input, ASKED.plusMillis(millis), Optional.empty());
    }

    @Test
    void nobodyReadsWhatWasAskedAfterTheyWrote() {
        assertThat(people.unread(OURS, after(-1))).isTrue();
        assertThat(scripts.unread(OURS, after(-1))).isTrue();
    }

    @Test
    void nobodyReadsInLessThanASecond() {
        assertThat(people.unread(OURS, after(999))).isTrue();
        assertThat(people.unread(OURS, after(1_000))).isFalse();
        assertThat(scripts.unread(OURS, after(0))).isFalse();
    }

    /** Asked means decided; the answer to it was on its way while the next message came in. */
    @Test
    void noScriptReadsWhatWasStillBeingAnsweredWhenItWrote() {
        scripts.answered(ID, ASKED.plusMillis(20));

        assertThat(scripts.unread(OURS, after(19))).isTrue();
        assertThat(scripts.unread(OURS, after(20))).isFalse();
    }

    /** Its clock may differ, and it may have been answering meanwhile. */
    @Test
    void noScriptReadsWithinASecondWhatAnotherNodeAsked() {
        assertThat(scripts.unread(OTHERS, after(999))).isTrue();
        assertThat(scripts.unread(OTHERS, after(1_000))).isFalse();
    }

    @Test
    void whatTheWorldReportsIsNoAnswer() {
        Input found = new Input.LookedUp("c1", Map.of());

        assertThat(people.unread(OURS, sent(found, -1))).isFalse();
    }
}
