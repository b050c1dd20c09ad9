package io.beian.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.data.redis.connection.RedisClusterConnection;
import org.springframework.data.redis.connection.RedisClusterNode;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.core.Cursor;
import org.springframework.data.redis.core.ScanOptions;

/** Goes through all keys of a pattern, without holding Redis up. */
public final class KeyScan {

    private static final int AT_ONCE = 500;

    private KeyScan() {}

    /** Each key that is there all the while is seen, perhaps more than once. */
    public static void forEach(RedisConnection redis, String pattern, Consumer<byte[]> seen) {
        ScanOptions options = ScanOptions.scanOptions().match(pattern).count(AT_ONCE).build();
        for (Cursor<byte[]> keys : scans(redis, options)) {
            try (keys) {
                keys.forEachRemaining(seen);
            }
        }
    }

    /** On a cluster each master knows its own keys. */
    private static List<Cursor<byte[]>> scans(RedisConnection redis, ScanOptions options) {
        List<Cursor<byte[]>> scans = new ArrayList<>();
        if (redis instanceof RedisClusterConnection cluster) {
            for (RedisClusterNode node : cluster.clusterGetNodes()) {
                if (node.isMaster()) {
                    scans.add(cluster.scan(node, options));
                }
            }
        } else {
            scans.add(redis.keyCommands().scan(options));
        }
        return scans;
    }
}
