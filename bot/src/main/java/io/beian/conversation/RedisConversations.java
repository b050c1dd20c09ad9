package io.beian.conversation;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import io.beian.dialogue.Conversation;
import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Effect;
import io.beian.redis.Keys;
import io.beian.redis.LuaReply;
import io.beian.redis.LuaScript;
import io.beian.redis.Node;
import io.beian.redis.RedisSettings;
import io.beian.redis.Replication;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/**
 * Conversations in Redis, each a hash: {@code v} version, {@code s} state, {@code d} reminder, the
 * last messages with their replies; beside them {@code q} sends WeChat still allows, {@code p:}
 * notices the person has allowed, {@code b:} messages of ours that were begun. One script writes a
 * turn; a small cache saves the read before it. A stale entry of the cache does no harm: the commit
 * finds the conflict.
 */
final class RedisConversations implements Conversations {

    /**
     * A message gets its reply again until so many others have come; WeChat repeats within 15 s.
     */
    static final int REPLIES_KEPT = 16;

    private static final int LOG_LINES_KEPT = 200;

    private final Keys keys;
    private final Node node;
    private final SealedJson json;
    private final LuaScript load;
    private final LuaScript commit;
    private final Cache<ConversationId, Stored> cache;
    private final Duration logLives;

    RedisConversations(
            RedisConnectionFactory redis,
            Replication replication,
            Keys keys,
            Node node,
            SealedJson json,
            RedisSettings settings,
            Duration logLives) {
        this.keys = keys;
        this.node = node;
        this.json = json;
        this.load = new LuaScript(redis, "load");
        this.commit = new LuaScript(replication, "commit");
        this.logLives = logLives;
        this.cache = CacheBuilder.newBuilder().maximumSize(settings.cached()).build();
    }

    @Override
    public Stored load(ConversationId id) {
        Stored known = cache.getIfPresent(id);
        return known == null ? fresh(id) : known;
    }

    @Override
    public Stored fresh(ConversationId id) {
        LuaReply reply = reached(id, () -> load.run(List.of(keys.conversation(id.value()))));
        return remembered(id, stored(id, reply));
    }

    @Override
    public Committed commit(ConversationId id, long expectedVersion, Write write) {
        Object[] args = arguments(id, expectedVersion, write);
        LuaReply reply = reached(id, () -> commit.run(keysOf(id, write.messageKey()), args));
        String verdict = reply.text(0);
        if (verdict.equals("DUP")) {
            byte[] said = reply.bytes(1);
            return new Committed.Duplicate(said.length == 0 ? "" : json.readReply(id, said));
        }
        if (verdict.equals("CONFLICT")) {
            return new Committed.Conflict(remembered(id, stored(id, reply)));
        }
        remembered(id, new Stored(write.next(), reply.number(1), true));
        return new Committed.Done(reply.number(1), reply.texts(2));
    }

    private List<String> keysOf(ConversationId id, String messageKey) {
        String openid = id.value();
        int shard = keys.shardOf(openid);
        return List.of(
                keys.conversation(openid),
                keys.log(openid),
                keys.out(shard),
                keys.due(shard),
                keys.seen(openid, messageKey));
    }

    private Object[] arguments(ConversationId id, long expectedVersion, Write write) {
        List<Object> args = new ArrayList<>();
        args.add(write.messageKey());
        args.add(write.answers().orElse(""));
        args.add(expectedVersion);
        args.add(json.state(id, write.next()));
        args.add(json.reply(id, write.reply()));
        args.add(write.reminder().map(Instant::toEpochMilli).map(String::valueOf).orElse(""));
        args.add(id.value());
        args.add(write.log());
        args.add(write.answers().orElse(write.messageKey()));
        args.add(Node.GROUP);
        args.add(node.name());
        args.add(REPLIES_KEPT);
        args.add(LOG_LINES_KEPT);
        args.add(write.contact().map(Contact::name).orElse(""));
        args.add(write.contact().map(Contact::sends).orElse(0));
        args.add(write.contact().map(Contact::until).orElse(Instant.EPOCH).toEpochMilli());
        args.add(write.forgets() ? 1 : 0);
        args.add(logLives.toMillis());
        args.add(KNOWN_FOR.toMillis());
        for (Effect effect : write.effects()) {
            args.add(json.effect(id, effect));
        }
        return args.toArray();
    }

    /**
     * Both scripts answer with a word, the version and the state, which is empty if there is none.
     */
    private Stored stored(ConversationId id, LuaReply reply) {
        byte[] state = reply.bytes(2);
        Conversation conversation =
                state.length == 0 ? Conversation.start(id) : json.readState(id, state);
        return new Stored(conversation, reply.number(1), false);
    }

    private Stored remembered(ConversationId id, Stored stored) {
        cache.put(id, stored);
        return stored;
    }

    private LuaReply reached(ConversationId id, Supplier<LuaReply> script) {
        try {
            return script.get();
        } catch (DataAccessException e) {
            cache.invalidate(id);
            throw new StorageException("Redis does not answer", e);
        }
    }
}
