package io.beian.photo;

import io.beian.dialogue.ConversationId;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Who still needs a picture. The same picture is kept once for all, so it may be erased only when
 * the last conversation that had it lets go of it.
 */
@Component
class PhotoOwners {

    private static final String KEY = "photo:";

    private final StringRedisTemplate redis;

    PhotoOwners(StringRedisTemplate redis) {
        this.redis = redis;
    }

    void add(String sha256, ConversationId owner) {
        redis.opsForSet().add(KEY + sha256, owner.value());
    }

    /** Whether nobody needs the picture any more. */
    boolean remove(String sha256, ConversationId owner) {
        redis.opsForSet().remove(KEY + sha256, owner.value());
        return !any(sha256);
    }

    /** Whether anybody is known to need the picture. */
    boolean any(String sha256) {
        Long owners = redis.opsForSet().size(KEY + sha256);
        return owners != null && owners > 0;
    }
}
