package io.beian.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beian.conversation.Conversations.Committed;
import io.beian.conversation.Conversations.Stored;
import io.beian.conversation.Conversations.Write;
import io.beian.dialogue.Conversation;
import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Effect;
import io.beian.redis.Keys;
import io.beian.redis.Node;
import io.beian.redis.RedisServerExtension;
import io.beian.redis.Replication;
import io.beian.redis.TestRedis;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.redis.core.StringRedisTemplate;

class RedisConversationsTest {

    private static final Keys KEYS = new Keys(4);

    static boolean serverInstalled() {
        return !TestRedis.installed().equals(TestRedis.SETTINGS);
    }

    @Test
    void saysSoWhenRedisIsGone(@TempDir Path directory) throws Exception {
        ConversationId id = new ConversationId("o-1");
        try (TestRedis redis = TestRedis.start(directory)) {
            Conversations conversations = node(redis, "a");
            Write write = Samples.write("m1", conversations.load(id).conversation());
            redis.stopServer();

            assertThatThrownBy(() -> conversations.commit(id, 0, write))
                    .isInstanceOf(StorageException.class);
            assertThatThrownBy(() -> conversations.load(id)).isInstanceOf(StorageException.class);
        }
    }

    private static RedisConversations node(TestRedis redis, String name) {
        return new RedisConversations(
                redis.connections(),
                Replication.none(redis.connections()),
                KEYS,
                new Node(name),
                TestConversations.SEALED,
                TestRedis.SETTINGS,
                java.time.Duration.ofDays(90));
    }

    @Nested
    class OnTheEmbeddedServer extends OnRedis {

        @RegisterExtension
        static final RedisServerExtension SERVER = new RedisServerExtension(TestRedis.SETTINGS);

        OnTheEmbeddedServer(TestInfo test) {
            super(test, SERVER.redis());
        }
    }

    @Nested
    @EnabledIf("io.beian.conversation.RedisConversationsTest#serverInstalled")
    class OnTheServerOfThisMachine extends OnRedis {

        @RegisterExtension
        static final RedisServerExtension SERVER = new RedisServerExtension(TestRedis.installed());

        OnTheServerOfThisMachine(TestInfo test) {
            super(test, SERVER.redis());
        }
    }

    abstract static class OnRedis extends ConversationsContract {

        private final TestRedis redis;
        private final RedisConversations conversations;

        OnRedis(TestInfo test, TestRedis redis) {
            super(test);
            this.redis = redis;
            this.conversations = node("a");
        }

        @Override
        Conversations conversations() {
            return conversations;
        }

        @Test
        void needsOneRoundTripForATurn() {
            commit(0, "m0");
            redis.commands().clear();

            for (int i = 1; i <= 10; i++) {
                Stored now = conversations.load(id);
                conversations.commit(
                        id,
                        now.version(),
                        Samples.write("m" + i, now.conversation(), new Effect.LookUp("c1")));
            }

            assertThat(redis.commands()).hasSize(10).containsOnly("EVALSHA");
        }

        @Test
        void loadsItsScriptAgainAfterRedisForgotIt() {
            commit(0, "m1");
            redis.connections().getConnection().scriptingCommands().scriptFlush();

            assertThat(commit(1, "m2")).isInstanceOf(Committed.Done.class);
        }

        /** A signed request is taken for fresh up to five minutes before and after its time. */
        @Test
        void knowsAMessageForLongerThanItsRequestCanBeReplayed() {
            commit(0, "m1");

            assertThat(template().getExpire(KEYS.seen(id.value(), "m1")))
                    .isGreaterThan(2 * 300)
                    .isLessThanOrEqualTo(900);
        }

        @Test
        void findsAConflictBehindAStaleCache() {
            RedisConversations other = node("b");
            commit(0, "m1");
            other.load(id);
            commit(1, "m2");

            Stored stale = other.load(id);
            Committed committed =
                    other.commit(id, stale.version(), Samples.write("m3", stale.conversation()));

            assertThat(stale.version()).isEqualTo(1);
            assertThat(other.fresh(id)).isEqualTo(conversations.fresh(id));
            assertThat(committed).isEqualTo(new Committed.Conflict(conversations.fresh(id)));
            assertThat(other.load(id).ours()).as("another node wrote it").isFalse();
        }

        @Test
        void claimsEffectsForTheNodeThatCommits() {
            Committed.Done done =
                    (Committed.Done)
                            conversations.commit(
                                    id,
                                    0,
                                    Samples.write(
                                            "m1",
                                            Conversation.start(id),
                                            new Effect.LookUp("c1"),
                                            new Effect.DrawPreview("c1")));

            var pending =
                    template()
                            .opsForStream()
                            .pending(
                                    KEYS.out(KEYS.shardOf(id.value())),
                                    Node.GROUP,
                                    org.springframework.data.domain.Range.unbounded(),
                                    10);
            assertThat(pending)
                    .extracting(message -> message.getIdAsString())
                    .containsExactlyElementsOf(done.entries());
            assertThat(pending).extracting(m -> m.getConsumerName()).containsOnly("a");
        }

        @Test
        void setsAndRemovesTheReminder() {
            Instant at = Samples.NOON;
            conversations.commit(id, 0, reminding("m1", Optional.of(at)));
            assertThat(due()).isEqualTo((double) at.toEpochMilli());

            conversations.commit(id, 1, reminding("m2", Optional.empty()));
            assertThat(due()).isNull();
        }

        @Test
        void writesOneLogLinePerTurn() {
            commit(0, "m1");
            commit(1, "m2");

            assertThat(template().opsForStream().size(KEYS.log(id.value()))).isEqualTo(2);
        }

        @Test
        void keepsAcknowledgedCommitsWhenRedisIsKilled() {
            long version = 0;
            for (int i = 0; i < 30; i++) {
                version = ((Committed.Done) commit(version, "m" + i)).version();
            }

            redis.killAndAwaitRestart();

            assertThat(node("b").load(id).version()).isEqualTo(version);
            assertThat(commit(version, "m29")).isInstanceOf(Committed.Duplicate.class);
        }

        private Write reminding(String key, Optional<Instant> reminder) {
            return new Write(
                    key,
                    Optional.empty(),
                    Conversation.start(id),
                    "",
                    List.of(),
                    reminder,
                    "accepted");
        }

        private @Nullable Double due() {
            return template().opsForZSet().score(KEYS.due(KEYS.shardOf(id.value())), id.value());
        }

        private Committed commit(long version, String key) {
            return conversations.commit(
                    id, version, Samples.write(key, conversations.load(id).conversation()));
        }

        private StringRedisTemplate template() {
            return new StringRedisTemplate(redis.connections());
        }

        private RedisConversations node(String name) {
            return RedisConversationsTest.node(redis, name);
        }
    }
}
