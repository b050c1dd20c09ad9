package io.beian.wechat;

import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import com.google.common.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/**
 * How fast one person may write. Counted on each node by itself, every delivery of a message once:
 * it keeps a script from taking the place of people, and is far above what people type.
 */
final class Pace {

    private static final int MOST_PEOPLE = 100_000;

    private final LoadingCache<String, Bucket> buckets;

    /**
     * Sets it.
     *
     * @param burst messages that may come at once
     * @param perMinute messages a minute in the long run
     */
    Pace(int burst, int perMinute) {
        this.buckets =
                CacheBuilder.newBuilder()
                        .maximumSize(MOST_PEOPLE)
                        .expireAfterAccess(Duration.ofMinutes(burst / perMinute + 1L))
                        .build(CacheLoader.from(() -> bucket(burst, perMinute)));
    }

    private static Bucket bucket(int burst, int perMinute) {
        return Bucket.builder()
                .addLimit(
                        limit ->
                                limit.capacity(burst)
                                        .refillGreedy(perMinute, Duration.ofMinutes(1)))
                .build();
    }

    /** Whether one more message of a person is taken. */
    boolean allows(String openid) {
        return buckets.getUnchecked(openid).tryConsume(1);
    }
}
