package io.beian.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.conversation.Conversations;
import io.beian.conversation.Conversations.Write;
import io.beian.conversation.Incoming;
import io.beian.conversation.Samples;
import io.beian.conversation.TestConversations;
import io.beian.dialogue.Conversation;
import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Input;
import io.beian.redis.RedisServerExtension;
import io.beian.redis.TestRedis;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.data.redis.connection.RedisConnection;

class DuePollerTest {

    @RegisterExtension
    static final RedisServerExtension SERVER = new RedisServerExtension(TestRedis.SETTINGS);

    private static final ConversationId ID = new ConversationId("o-1");
    private static final Instant AT = Samples.NOON;

    private final TestRedis redis = SERVER.redis();
    private final Conversations conversations = TestConversations.inRedis(redis, "a");
    private final RecordingInbox inbox = new RecordingInbox();
    private Instant now = AT;

    @BeforeEach
    void empty() {
        try (RedisConnection connection = redis.connections().getConnection()) {
            connection.serverCommands().flushAll();
        }
    }

    @Test
    void deliversAReminderWhenItIsDueAndNotBefore() {
        remind(ID, 0, Optional.of(AT));

        now = AT.minusMillis(1);
        poller().tick();
        assertThat(inbox.delivered()).isEmpty();

        now = AT;
        poller().tick();
        assertThat(inbox.delivered())
                .containsExactly(
                        new Incoming(
                                ID,
                                "due:" + AT.toEpochMilli(),
                                new Input.Due("reminder"),
                                AT,
                                Optional.empty()));
    }

    @Test
    void givesAReminderToOneNodeOnly() {
        remind(ID, 0, Optional.of(AT));

        poller().tick();
        poller().tick();

        assertThat(inbox.delivered()).hasSize(1);
    }

    @Test
    void deliversUnderTheSameKeyAgainIfNoTurnFollows() {
        remind(ID, 0, Optional.of(AT));
        poller().tick();

        now = AT.plusSeconds(61);
        poller().tick();

        assertThat(inbox.keys())
                .containsExactly("due:" + AT.toEpochMilli(), "due:" + AT.toEpochMilli());
    }

    @Test
    void followsTheLatestCommit() {
        remind(ID, 0, Optional.of(AT));
        remind(ID, 1, Optional.of(AT.plusSeconds(60)));
        poller().tick();
        assertThat(inbox.delivered()).isEmpty();

        remind(ID, 2, Optional.empty());
        now = AT.plusSeconds(60);
        poller().tick();
        assertThat(inbox.delivered()).isEmpty();
    }

    @Test
    void doesNotLetOneConversationHoldUpTheOthers() {
        inbox.fail(
                Optional.of(
                        () -> {
                            throw new IllegalStateException("a defect");
                        }));
        remind(ID, 0, Optional.of(AT));
        remind(new ConversationId("o-2"), 0, Optional.of(AT));

        poller().tick();

        assertThat(inbox.delivered()).hasSize(2);
    }

    private void remind(ConversationId id, long version, Optional<Instant> when) {
        conversations.commit(
                id,
                version,
                new Write(
                        "m" + version,
                        Optional.empty(),
                        Conversation.start(id),
                        "",
                        List.of(),
                        when,
                        "accepted"));
    }

    private DuePoller poller() {
        OutboxSettings settings =
                new OutboxSettings(
                        1,
                        1,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(30),
                        List.of(Duration.ofSeconds(5)),
                        3,
                        Duration.ofDays(3),
                        100,
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(4));
        return new DuePoller(
                new RedisReminders(redis.connections(), TestConversations.KEYS),
                () -> inbox,
                settings,
                () -> now);
    }
}
