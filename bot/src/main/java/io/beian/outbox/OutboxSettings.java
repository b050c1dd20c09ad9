package io.beian.outbox;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How effects are carried out.
 *
 * @param threads effects carried out at once on this node
 * @param queue effects that may wait here for a thread; what is beyond is taken over later
 * @param tick how often to look for entries to take over and for reminders
 * @param silence after which the entries of a node are taken over; it renews its claim meanwhile
 * @param pauses before the second, third … attempt; the last one stays
 * @param attempts after which an effect is given up
 * @param age at which an effect is given up
 * @param batch entries or reminders claimed in one go
 * @param lease how long a claimed reminder is left to the node that took it
 * @param stop how long a stopping node waits for running effects
 */
@Validated
@ConfigurationProperties("beian.outbox")
public record OutboxSettings(
        @DefaultValue("8") @Min(1) int threads,
        @DefaultValue("256") @Min(1) int queue,
        @DefaultValue("1s") Duration tick,
        @DefaultValue("30s") Duration silence,
        @DefaultValue({"5s", "15s", "60s", "5m", "15m", "1h"}) @NotEmpty List<Duration> pauses,
        @DefaultValue("200") @Min(1) int attempts,
        @DefaultValue("3d") Duration age,
        @DefaultValue("100") @Min(1) int batch,
        @DefaultValue("60s") Duration lease,
        @DefaultValue("1s") Duration stop) {}
