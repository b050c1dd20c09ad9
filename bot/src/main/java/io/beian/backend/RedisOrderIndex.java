package io.beian.backend;

import io.beian.dialogue.ConversationId;
import java.util.Optional;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Order numbers in Redis, under {@code order:<number>}. */
final class RedisOrderIndex implements OrderIndex {

    private static final String KEY = "order:";

    private final StringRedisTemplate redis;

    RedisOrderIndex(StringRedisTemplate redis) {
        this.redis = redis;
    }

    @Override
    public void put(String orderNumber, ConversationId id) {
        redis.opsForValue().set(KEY + orderNumber, id.value());
    }

    @Override
    public Optional<ConversationId> find(String orderNumber) {
        return Optional.ofNullable(redis.opsForValue().get(KEY + orderNumber))
                .map(ConversationId::new);
    }
}
