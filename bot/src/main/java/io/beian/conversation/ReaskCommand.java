package io.beian.conversation;

import io.beian.filing.IcpFiling;
import io.beian.redis.Keys;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.data.redis.connection.RedisClusterConnection;
import org.springframework.data.redis.connection.RedisClusterNode;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.Cursor;
import org.springframework.data.redis.core.ScanOptions;

/**
 * Reads every stored conversation with the form of this build, before it is rolled out. Started
 * with {@code --beian.reask}; reads only, and starts nothing but the connection to Redis.
 */
public final class ReaskCommand {

    /** The argument that asks for it. */
    public static final String ARGUMENT = "--beian.reask";

    private static final ZoneId BUREAU = ZoneId.of("Asia/Shanghai");
    private static final byte[] STATE = "s".getBytes(StandardCharsets.UTF_8);
    private static final int AT_ONCE = 500;

    private ReaskCommand() {}

    /** Prints the report; returns once it is printed. */
    public static void run(String[] args, PrintStream out) {
        SpringApplicationBuilder builder =
                new SpringApplicationBuilder(Stored.class).web(WebApplicationType.NONE);
        try (ConfigurableApplicationContext context = builder.run(args)) {
            ReaskReport report = new ReaskReport(new IcpFiling(), LocalDate.now(BUREAU), out);
            print(context.getBean(RedisConnectionFactory.class), report);
        }
    }

    /** The connection as it is configured; no part of the bot itself, which scans for more. */
    @ComponentScan("io.beian.redis")
    @ConfigurationPropertiesScan("io.beian.redis")
    @ImportAutoConfiguration(DataRedisAutoConfiguration.class)
    static class Stored {}

    static void print(RedisConnectionFactory redis, ReaskReport report) {
        ConversationJson json = new ConversationJson();
        ScanOptions conversations =
                ScanOptions.scanOptions().match(Keys.CONVERSATIONS).count(AT_ONCE).build();
        try (RedisConnection connection = redis.getConnection()) {
            for (Cursor<byte[]> keys : scans(connection, conversations)) {
                try (keys) {
                    while (keys.hasNext()) {
                        byte[] state = connection.hashCommands().hGet(keys.next(), STATE);
                        if (state != null && state.length > 0) {
                            report.add(json.read(state));
                        }
                    }
                }
            }
        }
        report.finish();
    }

    /** On a cluster each master knows its own keys. */
    private static List<Cursor<byte[]>> scans(RedisConnection connection, ScanOptions options) {
        List<Cursor<byte[]>> scans = new ArrayList<>();
        if (connection instanceof RedisClusterConnection cluster) {
            for (RedisClusterNode node : cluster.clusterGetNodes()) {
                if (node.isMaster()) {
                    scans.add(cluster.scan(node, options));
                }
            }
        } else {
            scans.add(connection.keyCommands().scan(options));
        }
        return scans;
    }
}
