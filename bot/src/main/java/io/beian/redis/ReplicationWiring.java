package io.beian.redis;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.data.redis.autoconfigure.DataRedisProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.RedisConfiguration;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/** Lets replicas confirm what is acknowledged, if the settings say so. */
@Configuration(proxyBeanMethods = false)
class ReplicationWiring {

    private static final String WAIT_REPLICAS = "beian.redis.wait-replicas";
    private static final String WAIT_TIMEOUT = "beian.redis.wait-timeout";

    /** As many turns as may wait for replicas at once on this node. */
    private static final int MOST_CONNECTIONS = 64;

    /** The connections of one's own; not offered to others as {@link RedisConnectionFactory}. */
    static final class Confirming implements AutoCloseable {

        private final @Nullable LettuceConnectionFactory own;
        private final Replication replication;

        Confirming(Replication replication, @Nullable LettuceConnectionFactory own) {
            this.replication = replication;
            this.own = own;
        }

        Replication replication() {
            return replication;
        }

        @Override
        public void close() {
            if (own != null) {
                own.destroy();
            }
        }
    }

    @Bean
    Confirming confirming(
            RedisConnectionFactory redis,
            RedisSettings settings,
            DataRedisProperties boot,
            ObjectProvider<EmbeddedRedis> embedded) {
        if (settings.waitReplicas() == 0) {
            return new Confirming(Replication.none(redis), null);
        }
        LettuceConnectionFactory shared = (LettuceConnectionFactory) redis;
        boolean oneMaster =
                embedded.getIfAvailable() == null
                        && !shared.isClusterAware()
                        && boot.getMasterreplica() == null;
        if (!oneMaster) {
            throw new InvalidConfigurationPropertyValueException(
                    WAIT_REPLICAS,
                    settings.waitReplicas(),
                    "replicas confirm to one master that spring.data.redis names by its host or"
                            + " through Sentinel, not on a cluster and not to the embedded Redis");
        }
        return confirming(shared, settings);
    }

    static Confirming confirming(LettuceConnectionFactory shared, RedisSettings settings) {
        Duration command = shared.getClientConfiguration().getCommandTimeout();
        if (settings.waitTimeout().compareTo(command) >= 0) {
            throw new InvalidConfigurationPropertyValueException(
                    WAIT_TIMEOUT,
                    settings.waitTimeout(),
                    "it has to be shorter than a command may take, " + command);
        }
        RedisConfiguration where = shared.getSentinelConfiguration();
        LettuceConnectionFactory own =
                new LettuceConnectionFactory(
                        where == null ? shared.getStandaloneConfiguration() : where,
                        new OwnConnections(shared.getClientConfiguration(), MOST_CONNECTIONS));
        own.setShareNativeConnection(false);
        own.afterPropertiesSet();
        own.start();
        return new Confirming(
                new Replication(own, settings.waitReplicas(), settings.waitTimeout()), own);
    }

    @Bean
    Replication replication(Confirming confirming) {
        return confirming.replication();
    }
}
