package io.beian.outbox;

import io.beian.conversation.SealedJson;
import io.beian.privacy.SealedPlace;
import io.beian.redis.Keys;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.data.domain.Range;
import org.springframework.data.redis.connection.Limit;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.connection.RedisStreamCommands;
import org.springframework.data.redis.connection.stream.ByteRecord;

/**
 * Counts the effects under other keys. An entry of a stream cannot be changed, but goes once it is
 * carried out, or some weeks after it was given up.
 */
final class SealedStreams implements SealedPlace {

    private static final int PAGE = 500;

    private final RedisConnectionFactory redis;
    private final Keys keys;
    private final SealedJson json;

    SealedStreams(RedisConnectionFactory redis, Keys keys, SealedJson json) {
        this.redis = redis;
        this.keys = keys;
        this.json = json;
    }

    @Override
    public String name() {
        return "outbox";
    }

    @Override
    public Tally reseal() {
        try (RedisConnection connection = redis.getConnection()) {
            long left =
                    IntStream.range(0, keys.shards())
                            .boxed()
                            .flatMap(shard -> Stream.of(keys.out(shard), keys.dead(shard)))
                            .mapToLong(stream -> left(connection.streamCommands(), stream))
                            .sum();
            return new Tally(0, left);
        }
    }

    private long left(RedisStreamCommands redis, String stream) {
        byte[] key = stream.getBytes(StandardCharsets.UTF_8);
        long left = 0;
        Range<String> rest = Range.unbounded();
        List<ByteRecord> page;
        do {
            page = redis.xRange(key, rest, Limit.limit().count(PAGE));
            left += page.stream().filter(this::underOtherKey).count();
            if (!page.isEmpty()) {
                String last = page.get(page.size() - 1).getId().getValue();
                rest = Range.rightUnbounded(Range.Bound.exclusive(last));
            }
        } while (page.size() == PAGE);
        return left;
    }

    private boolean underOtherKey(ByteRecord entry) {
        return entry.getValue().entrySet().stream()
                .filter(
                        field ->
                                new String(field.getKey(), StandardCharsets.UTF_8).equals("effect"))
                .map(Map.Entry::getValue)
                .anyMatch(effect -> !json.isCurrent(effect));
    }
}
