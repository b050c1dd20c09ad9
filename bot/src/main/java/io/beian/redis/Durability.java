package io.beian.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/**
 * Tells an operator when this Redis may lose what the bot has acknowledged: at the start in the
 * log, and in the health of the node for as long as it is so.
 */
final class Durability implements HealthIndicator {

    private static final Logger log = LoggerFactory.getLogger(Durability.class);

    private static final String MIN_REPLICAS = "min-replicas-to-write";

    private final RedisConnectionFactory redis;
    private final int waitReplicas;

    Durability(RedisConnectionFactory redis, int waitReplicas) {
        this.redis = redis;
        this.waitReplicas = waitReplicas;
    }

    /** Warns once; a Redis that cannot be reached is left to whoever needs it. */
    void warn() {
        try {
            findings().forEach(log::warn);
        } catch (DataAccessException e) {
            log.warn("durability not checked: Redis does not answer");
        }
    }

    /** The bot goes on all the same, so it is up; who watches it sees why it should not stay so. */
    @Override
    public Health health() {
        try {
            List<String> findings = findings();
            return findings.isEmpty()
                    ? Health.up().build()
                    : Health.up().withDetail("mend", findings).build();
        } catch (DataAccessException e) {
            return Health.unknown().build();
        }
    }

    private List<String> findings() {
        try (RedisConnection connection = redis.getConnection()) {
            Properties info = new Properties();
            for (String section : List.of("persistence", "memory", "replication")) {
                Properties part = connection.serverCommands().info(section);
                if (part != null) {
                    info.putAll(part);
                }
            }
            List<String> findings = findings(info);
            int followers = followers(info);
            if (followers < waitReplicas) {
                findings.add(
                        followers
                                + " replicas follow and beian.redis.wait-replicas is "
                                + waitReplicas
                                + ": nothing can be acknowledged.");
            }
            if (followers > 0 && writesAlone(connection)) {
                findings.add(
                        "A master that is cut off from its replicas goes on acknowledging what is"
                                + " lost once one of them takes over. Set min-replicas-to-write 1.");
            }
            return findings;
        }
    }

    /** None on a cluster, whose masters stop by themselves when they are cut off. */
    private static int followers(Properties info) {
        return Integer.parseInt(info.getProperty("connected_slaves", "0"));
    }

    /** What a hosted Redis does not tell is not found fault with. */
    private static boolean writesAlone(RedisConnection connection) {
        try {
            Properties set = connection.serverCommands().getConfig(MIN_REPLICAS);
            return set != null && "0".equals(set.getProperty(MIN_REPLICAS));
        } catch (DataAccessException e) {
            return false;
        }
    }

    /** What is wrong by what INFO says; on a cluster each name begins with its node. */
    static List<String> findings(Map<?, ?> info) {
        List<String> findings = new ArrayList<>();
        if (any(info, "aof_enabled", "0")) {
            findings.add(
                    "Redis writes no append-only file: what was acknowledged since its last snapshot"
                            + " is lost when it stops. Set appendonly yes.");
        }
        if (any(info, "aof_last_write_status", "err")) {
            findings.add("Redis cannot write its append-only file. Look at its disk.");
        }
        boolean bounded =
                info.entrySet().stream()
                        .anyMatch(each -> named(each.getKey(), "maxmemory") && !is(each, "0"));
        boolean evicts =
                info.entrySet().stream()
                        .anyMatch(
                                each ->
                                        named(each.getKey(), "maxmemory_policy")
                                                && !is(each, "noeviction"));
        if (bounded && evicts) {
            findings.add(
                    "Redis throws conversations away when its memory is full. Set maxmemory-policy"
                            + " noeviction.");
        }
        return findings;
    }

    private static boolean any(Map<?, ?> info, String name, String value) {
        return info.entrySet().stream()
                .anyMatch(each -> named(each.getKey(), name) && is(each, value));
    }

    private static boolean named(Object key, String name) {
        String whole = key.toString();
        return whole.equals(name) || whole.endsWith("." + name);
    }

    private static boolean is(Map.Entry<?, ?> each, String value) {
        return String.valueOf(each.getValue()).equals(value);
    }
}
