package io.beian.sandbox.reset;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.beian.photo.PhotoStore;
import io.beian.redis.KeyScan;
import io.beian.redis.Keys;
import io.beian.redis.Node;
import io.beian.sandbox.Memory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.data.domain.Range;
import org.springframework.data.redis.connection.stream.MapRecord;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** What the bot itself knows of a person: in Redis, and the pictures nobody else needs. */
@Component
@Profile("sandbox")
@Order(1)
class BotMemory implements Memory {

    /** Keys with the openid in their names. */
    private static final List<String> NAMED = List.of("conv:*", "log:*", "seen:*", "told:*");

    private static final String ORDERS = "order:*";
    private static final String PICTURES = "photo:";

    /** How long what is under way gets to come to its end. */
    private static final int GLANCES = 40;

    private static final long GLANCE_MILLIS = 50;

    private final StringRedisTemplate redis;
    private final Keys keys;
    private final PhotoStore photos;

    BotMemory(StringRedisTemplate redis, Keys keys, PhotoStore photos) {
        this.redis = redis;
        this.keys = keys;
        this.photos = photos;
    }

    @Override
    public void forget(String openid) {
        awaitRest(openid);
        int shard = keys.shardOf(openid);
        redis.opsForZSet().remove(keys.due(shard), openid);
        erase(keys.out(shard), openid);
        erase(keys.dead(shard), openid);
        for (String names : NAMED) {
            redis.delete(scan(names).stream().filter(name -> belongs(name, openid)).toList());
        }
        for (String order : scan(ORDERS)) {
            if (openid.equals(redis.opsForValue().get(order))) {
                redis.delete(order);
            }
        }
        scan(PICTURES + "*").forEach(picture -> letGo(picture, openid));
    }

    @Override
    public void forgetEverybody() {
        Set<String> people = new HashSet<>();
        scan(Keys.CONVERSATIONS).forEach(name -> people.add(Keys.openidOf(name)));
        for (int shard = 0; shard < keys.shards(); shard++) {
            people.addAll(entries(keys.out(shard)).stream().map(BotMemory::owner).toList());
        }
        people.forEach(this::forget);
    }

    /** An order that is being handed in is not torn apart. */
    private void awaitRest(String openid) {
        String out = keys.out(keys.shardOf(openid));
        try {
            for (int n = 0; n < GLANCES && !of(out, openid).isEmpty(); n++) {
                TimeUnit.MILLISECONDS.sleep(GLANCE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void erase(String stream, String openid) {
        String[] ids = of(stream, openid).toArray(String[]::new);
        if (ids.length > 0) {
            redis.opsForStream().acknowledge(stream, Node.GROUP, ids);
            redis.opsForStream().delete(stream, ids);
        }
    }

    private List<String> of(String stream, String openid) {
        return entries(stream).stream()
                .filter(entry -> owner(entry).equals(openid))
                .map(entry -> entry.getId().getValue())
                .toList();
    }

    private List<MapRecord<String, Object, Object>> entries(String stream) {
        return Objects.requireNonNullElse(
                redis.opsForStream().range(stream, Range.unbounded()), List.of());
    }

    private static String owner(MapRecord<String, Object, Object> entry) {
        return String.valueOf(entry.getValue().get("conv"));
    }

    /** Names end with the openid, or it is followed by what is theirs. */
    private static boolean belongs(String name, String openid) {
        int at = name.indexOf(":" + openid);
        return at >= 0
                && (name.length() == at + 1 + openid.length()
                        || name.charAt(at + 1 + openid.length()) == ':');
    }

    private void letGo(String picture, String openid) {
        Long let = redis.opsForSet().remove(picture, openid);
        if (let != null && let > 0 && !Boolean.TRUE.equals(redis.hasKey(picture))) {
            photos.delete(picture.substring(PICTURES.length()));
        }
    }

    private List<String> scan(String pattern) {
        List<String> names = new ArrayList<>();
        redis.execute(
                (RedisCallback<Boolean>)
                        connection -> {
                            KeyScan.forEach(
                                    connection, pattern, key -> names.add(new String(key, UTF_8)));
                            return true;
                        });
        return names;
    }
}
