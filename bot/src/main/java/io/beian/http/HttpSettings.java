package io.beian.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What a request may be.
 *
 * @param arrivesWithin how long it may take from its first byte to its last
 * @param maxBody the largest body; a webhook may take less
 * @param anySize addresses that begin so take any body and read it themselves
 */
@ConfigurationProperties("beian.http")
record HttpSettings(
        @DefaultValue("10s") Duration arrivesWithin,
        @DefaultValue("64KB") DataSize maxBody,
        @Nullable String anySize) {}
