package io.beian.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ReadFrom;
import io.lettuce.core.SslVerifyMode;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.resource.ClientResources;
import java.time.Duration;
import java.util.Optional;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettucePoolingClientConfiguration;
import org.springframework.data.redis.connection.lettuce.RedisCredentialsProviderFactory;

/**
 * A client like another one, whose connections are used by one thread at a time and end with the
 * server they lead to; each new one asks anew who is the master.
 */
record OwnConnections(LettuceClientConfiguration like, int most)
        implements LettucePoolingClientConfiguration {

    @Override
    public GenericObjectPoolConfig<StatefulConnection<?, ?>> getPoolConfig() {
        GenericObjectPoolConfig<StatefulConnection<?, ?>> pool = new GenericObjectPoolConfig<>();
        pool.setMaxTotal(most);
        pool.setMaxIdle(most);
        pool.setMaxWait(like.getCommandTimeout());
        pool.setTestOnBorrow(true);
        pool.setTestOnReturn(true);
        pool.setJmxEnabled(false);
        return pool;
    }

    @Override
    public Optional<ClientOptions> getClientOptions() {
        ClientOptions options = like.getClientOptions().orElseGet(ClientOptions::create);
        return Optional.of(options.mutate().autoReconnect(false).build());
    }

    @Override
    public Optional<ReadFrom> getReadFrom() {
        return Optional.empty();
    }

    @Override
    public boolean isUseSsl() {
        return like.isUseSsl();
    }

    @Override
    @SuppressWarnings("deprecation") // there is no default for it
    public boolean isVerifyPeer() {
        return like.getVerifyMode() != SslVerifyMode.NONE;
    }

    @Override
    public SslVerifyMode getVerifyMode() {
        return like.getVerifyMode();
    }

    @Override
    public boolean isStartTls() {
        return like.isStartTls();
    }

    @Override
    public Optional<ClientResources> getClientResources() {
        return like.getClientResources();
    }

    @Override
    public Optional<String> getClientName() {
        return like.getClientName();
    }

    @Override
    public Optional<RedisCredentialsProviderFactory> getRedisCredentialsProviderFactory() {
        return like.getRedisCredentialsProviderFactory();
    }

    @Override
    public Duration getCommandTimeout() {
        return like.getCommandTimeout();
    }

    @Override
    public Duration getShutdownTimeout() {
        return like.getShutdownTimeout();
    }

    @Override
    public Duration getShutdownQuietPeriod() {
        return like.getShutdownQuietPeriod();
    }
}
