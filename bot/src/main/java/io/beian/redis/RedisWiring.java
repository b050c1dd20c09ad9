package io.beian.redis;

import io.lettuce.core.ReadFrom;
import io.lettuce.core.resource.Delay;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.data.redis.autoconfigure.ClientResourcesBuilderCustomizer;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.boot.data.redis.autoconfigure.DataRedisProperties;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientConfigurationBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/** Starts the embedded Redis unless another one is named, and sets how Redis is talked to. */
@Configuration(proxyBeanMethods = false)
class RedisWiring {

    @Bean(initMethod = "start", destroyMethod = "stop")
    @Conditional(NoRedisConfigured.class)
    EmbeddedRedis embeddedRedis(
            RedisSettings settings, @Value("${beian.data-dir:./data}") Path dataDirectory) {
        return new EmbeddedRedis(dataDirectory.resolve("redis"), settings);
    }

    /** Takes the place of {@code spring.data.redis.*} in Boot's connection factory. */
    @Bean
    @Conditional(NoRedisConfigured.class)
    DataRedisConnectionDetails embeddedRedisConnection(EmbeddedRedis redis) {
        return new EmbeddedConnection(redis);
    }

    @Bean
    LettuceClientConfigurationBuilderCustomizer commandTimeout(
            RedisSettings settings, DataRedisProperties boot) {
        return client -> {
            if (boot.getTimeout() == null) {
                client.commandTimeout(settings.timeout());
            }
        };
    }

    /**
     * Asked in this way, Lettuce listens to the sentinels; else it would keep to a former master
     * for as long as the connection to it stays open.
     */
    @Bean
    @ConditionalOnProperty("spring.data.redis.sentinel.master")
    LettuceClientConfigurationBuilderCustomizer leaveAFormerMaster() {
        return client -> client.readFrom(ReadFrom.MASTER);
    }

    /** Lettuce would wait up to 30 s between attempts to reconnect. */
    @Bean
    ClientResourcesBuilderCustomizer reconnectSoon() {
        Delay delay =
                Delay.equalJitter(
                        Duration.ofMillis(10), Duration.ofSeconds(1), 2, TimeUnit.MILLISECONDS);
        return resources -> resources.reconnectDelay(delay);
    }

    @Bean(initMethod = "warn")
    Durability redisDurability(RedisConnectionFactory redis, RedisSettings settings) {
        return new Durability(redis, settings.waitReplicas());
    }

    @Bean
    Keys redisKeys(RedisSettings settings) {
        return new Keys(settings.shards());
    }

    @Bean
    Node thisNode() {
        byte[] name = new byte[8];
        new SecureRandom().nextBytes(name);
        return new Node(HexFormat.of().formatHex(name));
    }

    /** Where the embedded server listens. */
    private record EmbeddedConnection(EmbeddedRedis redis) implements DataRedisConnectionDetails {
        @Override
        public String getPassword() {
            return redis.password();
        }

        @Override
        public Standalone getStandalone() {
            return Standalone.of(redis.host(), redis.port());
        }
    }
}
