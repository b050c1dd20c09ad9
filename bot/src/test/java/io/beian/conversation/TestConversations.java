package io.beian.conversation;

import io.beian.privacy.Vaults;
import io.beian.redis.Keys;
import io.beian.redis.Node;
import io.beian.redis.Replication;
import io.beian.redis.TestRedis;

/** Conversations in a test's Redis, as other packages need them. */
public final class TestConversations {

    public static final Keys KEYS = new Keys(4);

    /** What every test's node seals with. */
    public static final SealedJson SEALED = new SealedJson(Vaults.fresh());

    private TestConversations() {}

    public static Conversations inRedis(TestRedis redis, String node) {
        return new RedisConversations(
                redis.connections(),
                Replication.none(redis.connections()),
                KEYS,
                new Node(node),
                SEALED,
                TestRedis.SETTINGS,
                java.time.Duration.ofDays(90));
    }
}
