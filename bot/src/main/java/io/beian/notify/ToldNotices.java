package io.beian.notify;

import io.beian.conversation.SealedJson;
import io.beian.conversation.StorageException;
import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Effect;
import io.beian.dialogue.Reply;
import io.beian.privacy.SealedPlace;
import io.beian.redis.KeyScan;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * Notices that went out as a template, until WeChat has reported on them: which they were, and on
 * which ways they did not arrive. Only the notice itself is kept, without the text.
 */
final class ToldNotices implements SealedPlace {

    private static final Duration REPORTED_WITHIN = Duration.ofDays(3);
    private static final String KEY = "told:";
    private static final String TELL = "tell";
    private static final String FAILED = "failed:";

    private final StringRedisTemplate redis;
    private final SealedJson json;

    ToldNotices(StringRedisTemplate redis, SealedJson json) {
        this.redis = redis;
        this.json = json;
    }

    void keep(ConversationId id, String name, Effect.Tell tell) {
        Reply noticeOnly =
                new Reply(
                        tell.reply().epoch(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        tell.reply().notice());
        byte[] sealed = json.effect(id, new Effect.Tell(noticeOnly, tell.turn()));
        put(id, name, TELL, Base64.getEncoder().encodeToString(sealed));
    }

    /** The notice without its text; empty if it is not known any more. */
    Optional<Effect.Tell> find(ConversationId id, String name) {
        return Optional.ofNullable(all(id, name).get(TELL))
                .map(stored -> json.readEffect(id, Base64.getDecoder().decode((String) stored)))
                .filter(Effect.Tell.class::isInstance)
                .map(Effect.Tell.class::cast);
    }

    void failed(ConversationId id, String name, Rung rung) {
        put(id, name, FAILED + rung, "1");
    }

    Set<Rung> failed(ConversationId id, String name) {
        Set<Rung> failed = EnumSet.noneOf(Rung.class);
        all(id, name).keySet().stream()
                .map(String.class::cast)
                .filter(field -> field.startsWith(FAILED))
                .map(field -> Rung.valueOf(field.substring(FAILED.length())))
                .forEach(failed::add);
        return failed;
    }

    @Override
    public String name() {
        return "notices";
    }

    /** Counts them: they go by themselves within days. */
    @Override
    public Tally reseal() {
        AtomicLong left = new AtomicLong();
        redis.execute(
                (RedisCallback<Boolean>)
                        connection -> {
                            KeyScan.forEach(
                                    connection,
                                    KEY + "*",
                                    key -> left.addAndGet(underOtherKey(connection, key) ? 1 : 0));
                            return true;
                        });
        return new Tally(0, left.get());
    }

    private boolean underOtherKey(RedisConnection connection, byte[] key) {
        byte[] tell = connection.hashCommands().hGet(key, TELL.getBytes(StandardCharsets.US_ASCII));
        return tell != null && !json.isCurrent(Base64.getDecoder().decode(tell));
    }

    private Map<Object, Object> all(ConversationId id, String name) {
        return reached(() -> redis.opsForHash().entries(key(id, name)));
    }

    private void put(ConversationId id, String name, String field, String value) {
        String key = key(id, name);
        reached(
                () -> {
                    redis.opsForHash().put(key, field, value);
                    return redis.expire(key, REPORTED_WITHIN);
                });
    }

    private static String key(ConversationId id, String name) {
        return KEY + id.value() + ":" + name;
    }

    private static <T> T reached(Supplier<T> command) {
        try {
            return command.get();
        } catch (DataAccessException e) {
            throw new StorageException("Redis does not answer", e);
        }
    }
}
