package io.beian.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.health.contributor.Status;
import org.springframework.data.redis.connection.RedisConnection;

class DurabilityTest {

    @RegisterExtension
    static final RedisServerExtension SERVER = new RedisServerExtension(TestRedis.SETTINGS);

    @Test
    void findsNothingToMendInTheServerStartedHere() {
        assertThat(durability().health().getStatus()).isEqualTo(Status.UP);
        assertThat(durability().health().getDetails()).isEmpty();
    }

    @Test
    void findsARealServerThatForgets() {
        try (RedisConnection connection = SERVER.redis().connections().getConnection()) {
            connection.serverCommands().setConfig("appendonly", "no");
            connection.serverCommands().setConfig("maxmemory", "1gb");
            connection.serverCommands().setConfig("maxmemory-policy", "allkeys-lru");

            assertThat(durability().health().getDetails().toString())
                    .contains("appendonly yes", "noeviction");

            connection.serverCommands().setConfig("maxmemory-policy", "noeviction");
            connection.serverCommands().setConfig("appendonly", "yes");
            assertThat(durability().health().getDetails().toString())
                    .doesNotContain("appendonly yes", "noeviction");
        }
    }

    @Test
    void looksAtEveryNodeOfACluster() {
        assertThat(
                        Durability.findings(
                                Map.of(
                                        "10.0.0.1:6379.aof_enabled", "1",
                                        "10.0.0.2:6379.aof_enabled", "0",
                                        "10.0.0.2:6379.maxmemory", "0",
                                        "10.0.0.2:6379.maxmemory_policy", "allkeys-lru")))
                .singleElement()
                .asString()
                .contains("append-only");
    }

    private static Durability durability() {
        return new Durability(SERVER.redis().connections(), 0);
    }
}
