package io.beian.conversation;

import io.beian.redis.Keys;
import io.beian.redis.Node;
import io.beian.redis.TestRedis;

/** Conversations in a test's Redis, as other packages need them. */
public final class TestConversations {

    public static final Keys KEYS = new Keys(4);

    private TestConversations() {}

    public static Conversations inRedis(TestRedis redis, String node) {
        return new RedisConversations(
                redis.connections(),
                KEYS,
                new Node(node),
                new ConversationJson(),
                TestRedis.SETTINGS);
    }
}
