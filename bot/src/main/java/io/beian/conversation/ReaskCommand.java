package io.beian.conversation;

import io.beian.dialogue.ConversationId;
import io.beian.filing.IcpFiling;
import io.beian.privacy.PrivacyWiring;
import io.beian.privacy.Vault;
import io.beian.redis.KeyScan;
import io.beian.redis.Keys;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/**
 * Reads every stored conversation with the form of this build, before it is rolled out. Started
 * with {@code --beian.reask}; reads only, and starts nothing but the keys and the connection to
 * Redis.
 */
public final class ReaskCommand {

    /** The argument that asks for it. */
    public static final String ARGUMENT = "--beian.reask";

    private static final ZoneId BUREAU = ZoneId.of("Asia/Shanghai");
    private static final byte[] STATE = "s".getBytes(StandardCharsets.UTF_8);

    private ReaskCommand() {}

    /** Prints the report; returns once it is printed. */
    public static void run(String[] args, PrintStream out) {
        SpringApplicationBuilder builder =
                new SpringApplicationBuilder(Stored.class).web(WebApplicationType.NONE);
        try (ConfigurableApplicationContext context = builder.run(args)) {
            ReaskReport report = new ReaskReport(new IcpFiling(), LocalDate.now(BUREAU), out);
            SealedJson json = new SealedJson(context.getBean(Vault.class));
            print(context.getBean(RedisConnectionFactory.class), json, report);
        }
    }

    /** The connection as it is configured; no part of the bot itself, which scans for more. */
    @ComponentScan("io.beian.redis")
    @Import(PrivacyWiring.class)
    @ConfigurationPropertiesScan({"io.beian.redis", "io.beian.privacy"})
    @ImportAutoConfiguration(DataRedisAutoConfiguration.class)
    static class Stored {}

    static void print(RedisConnectionFactory redis, SealedJson json, ReaskReport report) {
        try (RedisConnection connection = redis.getConnection()) {
            KeyScan.forEach(
                    connection,
                    Keys.CONVERSATIONS,
                    key -> {
                        byte[] state = connection.hashCommands().hGet(key, STATE);
                        if (state != null && state.length > 0) {
                            report.add(json.readState(ownerOf(key), state));
                        }
                    });
        }
        report.finish();
    }

    private static ConversationId ownerOf(byte[] key) {
        return new ConversationId(Keys.openidOf(new String(key, StandardCharsets.UTF_8)));
    }
}
