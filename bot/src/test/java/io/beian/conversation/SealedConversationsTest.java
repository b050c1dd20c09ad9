package io.beian.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.beian.conversation.Conversations.Committed;
import io.beian.dialogue.ConversationId;
import io.beian.privacy.KeysException;
import io.beian.privacy.SealException;
import io.beian.privacy.SealedPlace.Tally;
import io.beian.privacy.Vault;
import io.beian.privacy.Vaults;
import io.beian.redis.Keys;
import io.beian.redis.Node;
import io.beian.redis.RedisServerExtension;
import io.beian.redis.Replication;
import io.beian.redis.TestRedis;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.core.StringRedisTemplate;

class SealedConversationsTest {

    @RegisterExtension
    static final RedisServerExtension SERVER = new RedisServerExtension(TestRedis.SETTINGS);

    private static final Keys KEYS = new Keys(4);
    private static final ConversationId ID = new ConversationId("o-1");

    private final List<Vault> ring = Vaults.exchanged();

    @AfterEach
    void forget() {
        try (RedisConnection connection = SERVER.redis().connections().getConnection()) {
            connection.serverCommands().flushAll();
        }
    }

    @Test
    void sealsStatesAndRepliesAnewWhileTheyAreUsed() {
        Conversations before = node(ring.get(0));
        commit(before, ID, 0, "m1");
        commit(before, ID, 1, "m2");
        commit(before, new ConversationId("o-2"), 0, "m1");

        assertThat(place(ring.get(1)).reseal()).isEqualTo(new Tally(5, 0));

        assertThat(place(ring.get(1)).reseal()).isEqualTo(Tally.NOTHING);
        Conversations after = node(ring.get(2));
        assertThat(after.load(ID).version()).isEqualTo(2);
        assertThat(commit(after, ID, 2, "m2")).isInstanceOf(Committed.Duplicate.class);
        assertThat(commit(after, ID, 2, "m3")).isInstanceOf(Committed.Done.class);
    }

    @Test
    void sealsWhatAnOlderBuildKept() {
        StringRedisTemplate redis = new StringRedisTemplate(SERVER.redis().connections());
        String key = KEYS.conversation(ID.value());
        ConversationJson json = new ConversationJson();
        String state =
                new String(
                        json.write(io.beian.dialogue.Conversation.start(ID)),
                        java.nio.charset.StandardCharsets.UTF_8);
        redis.opsForHash().put(key, "v", "7");
        redis.opsForHash().put(key, "s", state);
        redis.opsForHash().put(key, "m:m7", "");

        assertThatExceptionOfType(SealException.class).isThrownBy(() -> node(ring.get(0)).load(ID));
        Vault lenient = Vaults.lenient();
        assertThat(node(lenient).load(ID).version()).isEqualTo(7);
        assertThat(place(lenient).reseal()).isEqualTo(new Tally(2, 0));
        assertThat(redis.opsForHash().get(key, "s")).isNotEqualTo(state);
        assertThat(node(lenient).load(ID).version()).isEqualTo(7);
        assertThat(commit(node(lenient), ID, 7, "m7")).isEqualTo(new Committed.Duplicate(""));
    }

    @Test
    void countsWhatItCannotOpen() {
        commit(node(Vaults.fresh()), ID, 0, "m1");

        assertThat(place(ring.get(1)).reseal()).isEqualTo(new Tally(0, 2));
    }

    @Test
    void refusesToStartWithOtherKeysThanTheRest() {
        check(ring.get(0)).check();

        assertThatNoException().isThrownBy(() -> check(ring.get(0)).check());
        assertThatNoException().isThrownBy(() -> check(ring.get(1)).check());
        assertThatExceptionOfType(KeysException.class)
                .isThrownBy(() -> check(Vaults.fresh()).check());
        assertThatExceptionOfType(KeysException.class).isThrownBy(() -> check(ring.get(2)).check());
        assertThat(check(ring.get(1)).reseal()).isEqualTo(new Tally(1, 0));
        assertThatNoException().isThrownBy(() -> check(ring.get(2)).check());
    }

    private static Committed commit(
            Conversations on, ConversationId id, long version, String message) {
        return on.commit(id, version, Samples.write(message, on.fresh(id).conversation()));
    }

    private static Conversations node(Vault vault) {
        return new RedisConversations(
                SERVER.redis().connections(),
                Replication.none(SERVER.redis().connections()),
                KEYS,
                new Node("a"),
                new SealedJson(vault),
                TestRedis.SETTINGS,
                java.time.Duration.ofDays(90));
    }

    private static SealedConversations place(Vault vault) {
        return new SealedConversations(SERVER.redis().connections(), vault);
    }

    private static KeyCheck check(Vault vault) {
        return new KeyCheck(SERVER.redis().connections(), vault);
    }
}
