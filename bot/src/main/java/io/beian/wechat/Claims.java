package io.beian.wechat;

import io.beian.conversation.StorageException;
import io.beian.dialogue.ConversationId;
import io.beian.redis.Keys;
import io.beian.redis.LuaReply;
import io.beian.redis.LuaScript;
import io.beian.redis.RedisNotes;
import io.beian.redis.Replication;
import java.util.List;
import java.util.function.LongSupplier;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/** The marks of messages and events that are kept with each conversation; see marks.lua. */
final class Claims {

    /** A name is known again until so many others of the same person came after it. */
    static final int NAMES_KEPT = 32;

    private final Replication replication;
    private final Keys keys;
    private final LongSupplier nanos;
    private final RedisNotes notes;

    /**
     * Opens them.
     *
     * @param nanos the clock of {@link System#nanoTime}
     */
    Claims(RedisConnectionFactory redis, Replication replication, Keys keys, LongSupplier nanos) {
        this.replication = replication;
        this.keys = keys;
        this.nanos = nanos;
        this.notes = new RedisNotes(redis, Claim.PATIENCE);
    }

    /** A script that uses marks. */
    LuaScript script(String name) {
        return new LuaScript(replication, "marks", name);
    }

    /**
     * Runs a script on what is kept of a person.
     *
     * @throws StorageException if Redis does not answer
     */
    LuaReply run(LuaScript script, ConversationId of, Object... args) {
        try {
            return script.run(List.of(keys.conversation(of.value())), args);
        } catch (DataAccessException e) {
            throw new StorageException("Redis does not answer", e);
        }
    }

    /** When a claim is asked for; its time begins before the answer. */
    long now() {
        return nanos.getAsLong();
    }

    /**
     * A claim that a script granted.
     *
     * @param asked from {@link #now}
     * @param claimed the mark as the script set it, the slot first, which is the mark of what left
     */
    Claim granted(ConversationId to, String name, long asked, String claimed) {
        String left = claimed.substring(0, claimed.indexOf(' '));
        String key = keys.conversation(to.value());
        return new Claim(nanos, asked, notes, new Claim.Mark(key, "b:" + name, claimed, left));
    }
}
