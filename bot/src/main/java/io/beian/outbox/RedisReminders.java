package io.beian.outbox;

import io.beian.conversation.StorageException;
import io.beian.dialogue.ConversationId;
import io.beian.redis.Keys;
import io.beian.redis.LuaReply;
import io.beian.redis.LuaScript;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/** The times conversations are to be looked at again, as commits have set them. */
final class RedisReminders {

    private final Keys keys;
    private final LuaScript due;
    private final LuaScript reminder;

    RedisReminders(RedisConnectionFactory redis, Keys keys) {
        this.keys = keys;
        this.due = new LuaScript(redis, "due");
        this.reminder = new LuaScript(redis, "reminder");
    }

    int shards() {
        return keys.shards();
    }

    /** Takes due conversations; until the claim ends no other node gets them. */
    List<ConversationId> claim(int shard, Instant now, Instant claimEnds, int most) {
        return run(due, keys.due(shard), now.toEpochMilli(), claimEnds.toEpochMilli(), most)
                .texts(0)
                .stream()
                .map(ConversationId::new)
                .toList();
    }

    /** What the latest commit has set. */
    Optional<Instant> of(ConversationId id) {
        return run(reminder, keys.conversation(id.value())).texts(0).stream()
                .map(Long::valueOf)
                .map(Instant::ofEpochMilli)
                .findFirst();
    }

    private static LuaReply run(LuaScript script, String key, Object... args) {
        try {
            return script.run(List.of(key), args);
        } catch (DataAccessException e) {
            throw new StorageException("Redis does not answer", e);
        }
    }
}
