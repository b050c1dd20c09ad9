package io.beian.redis;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How this application uses Redis.
 *
 * @param embeddedPort loopback port of the server started here, 0 for any free one
 * @param executable the redis-server or valkey-server to start; else one of 6.2 or newer on the
 *     PATH, else the one that ships with the application
 * @param fsync when that server forces its log to disk: {@code ALWAYS} before each answer
 * @param timeout for one command, unless {@code spring.data.redis.timeout} says otherwise
 * @param shards over how many hash slots conversations are spread; fixed once there are data
 * @param cached conversations kept in memory on this node to save a read
 * @param waitReplicas how many replicas must have what is acknowledged before it is
 * @param waitTimeout how long they may take before whoever waits is asked to come again
 */
@Validated
@ConfigurationProperties("beian.redis")
public record RedisSettings(
        @DefaultValue("0") @Min(0) @Max(65535) int embeddedPort,
        @Nullable Path executable,
        @DefaultValue("ALWAYS") Fsync fsync,
        @DefaultValue("1500ms") Duration timeout,
        @DefaultValue("4") @Min(1) @Max(1024) int shards,
        @DefaultValue("10000") @Min(0) int cached,
        @DefaultValue("0") @Min(0) @Max(8) int waitReplicas,
        @DefaultValue("500ms") Duration waitTimeout) {

    /** The choices of Redis for its append-only file. */
    public enum Fsync {
        ALWAYS,
        EVERYSEC,
        NO
    }
}
