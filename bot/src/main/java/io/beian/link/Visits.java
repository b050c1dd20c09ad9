package io.beian.link;

import java.net.URI;
import java.time.Duration;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Browsers that have shown whose they are, each for one link. */
final class Visits {

    /** Then the browser has to show it again, which nobody notices. */
    static final Duration LAST = Duration.ofMinutes(30);

    private final StringRedisTemplate redis;
    private final Tokens tokens;

    Visits(StringRedisTemplate redis, Tokens tokens) {
        this.redis = redis;
        this.tokens = tokens;
    }

    /** The secret by which the browser is known from now on. */
    String begin(URI link) {
        String secret = tokens.fresh();
        redis.opsForValue().set(key(secret), Tokens.hash(link.toString()), LAST);
        return secret;
    }

    boolean known(String secret, URI link) {
        return Tokens.isOne(secret)
                && Tokens.hash(link.toString()).equals(redis.opsForValue().get(key(secret)));
    }

    private static String key(String secret) {
        return "visit:" + Tokens.hash(secret);
    }
}
