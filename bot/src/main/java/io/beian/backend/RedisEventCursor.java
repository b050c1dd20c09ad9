package io.beian.backend;

import java.util.Objects;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The place in the event feed, shared by all nodes. */
final class RedisEventCursor implements EventCursor {

    private static final String KEY = "order-events:cursor";

    private final StringRedisTemplate redis;

    RedisEventCursor(StringRedisTemplate redis) {
        this.redis = redis;
    }

    @Override
    public String read() {
        return Objects.requireNonNullElse(redis.opsForValue().get(KEY), "");
    }

    @Override
    public void write(String cursor) {
        redis.opsForValue().set(KEY, cursor);
    }
}
