package io.beian.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PassiveRepliesTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final PassiveReplies replies = new PassiveReplies();

    @Test
    void handsAResultToWhoeverWaitsForIt() {
        replies.expect("m1", "");
        CompletableFuture<Optional<String>> waiting = replies.await("m1", LONG);

        assertThat(replies.offer("m1", "好了")).isTrue();

        assertThat(waiting.join()).contains("好了");
        assertThat(replies.expected("m1")).isFalse();
    }

    @Test
    void keepsAResultThatIsQuickerThanTheWaiting() {
        replies.expect("m1", "");

        assertThat(replies.offer("m1", "好了")).isTrue();
        assertThat(replies.await("m1", LONG).join()).contains("好了");
    }

    @Test
    void takesNoResultOnceTheWaitingIsOver() {
        replies.expect("m1", "");

        assertThat(replies.await("m1", Duration.ZERO).join()).isEmpty();
        assertThat(replies.offer("m1", "too late")).isFalse();
    }

    @Test
    void takesOneResultOnly() {
        replies.expect("m1", "");

        assertThat(replies.offer("m1", "first")).isTrue();
        assertThat(replies.offer("m1", "second")).isFalse();
        assertThat(replies.await("m1", LONG).join()).contains("first");
    }

    @Test
    void takesNothingNobodyExpects() {
        assertThat(replies.offer("m1", "好了")).isFalse();
        assertThat(replies.await("m1", LONG).join()).isEmpty();
    }
}
