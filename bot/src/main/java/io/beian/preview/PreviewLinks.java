package io.beian.preview;

import io.beian.dialogue.ConversationId;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * Links that open one order, or all that is kept of a person, for a short while. A link is 192
 * random bits that mean nothing outside Redis, so it carries no personal data and cannot be guessed
 * or prolonged.
 */
final class PreviewLinks {

    private static final int BYTES = 24;

    private final StringRedisTemplate redis;
    private final SecureRandom random;
    private final Duration lives;
    private final URI base;
    private final String path;

    /**
     * Makes links.
     *
     * @param path of the page; a link to one page opens no other
     */
    PreviewLinks(
            StringRedisTemplate redis, SecureRandom random, Duration lives, URI base, String path) {
        this.redis = redis;
        this.random = random;
        this.lives = lives;
        this.base = base;
        this.path = path;
    }

    /** What a link opens. */
    record Target(ConversationId conversation, String caseId) {}

    Duration lives() {
        return lives;
    }

    String open(Target target) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        redis.opsForValue()
                .set(key(token), target.caseId() + " " + target.conversation().value(), lives);
        return base.toString().replaceAll("/+$", "") + "/" + path + "/" + token;
    }

    Optional<Target> find(String token) {
        if (!token.matches("[A-Za-z0-9_-]{32}")) {
            return Optional.empty();
        }
        return Optional.ofNullable(redis.opsForValue().get(key(token)))
                .map(stored -> stored.split(" ", 2))
                .map(parts -> new Target(new ConversationId(parts[1]), parts[0]));
    }

    private String key(String token) {
        return path + ":" + token;
    }
}
