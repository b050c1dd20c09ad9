package io.beian.backend;

import io.beian.conversation.Conversations;
import io.beian.privacy.Secret;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How the filing backend is reached and how it reaches us.
 *
 * @param baseUrl where {@code /v1/…} is; unset under the sandbox profile: its reference backend
 * @param apiKey sent as bearer token
 * @param webhookSecret signs its events, {@code whsec_} and Base64
 * @param connectTimeout how long a connection may take to open
 * @param readTimeout how long one answer may take
 * @param attempts how often a repeatable call is tried before it counts as failed
 * @param retryWait wait before the second try; doubles, with jitter
 * @param breakerOpen how long no call is made once most of them fail
 * @param eventLimit largest event taken
 * @param eventWindow how far the time of an event may be off
 * @param pollEvery how often events are fetched that no push brought
 * @param codes the bureau's numbers where they differ from the shipped tables, by table and code:
 *     {@code approvals.11=12}
 */
@Validated
@ConfigurationProperties("beian.filing")
public record FilingSettings(
        @Nullable URI baseUrl,
        @NotNull Secret apiKey,
        @NotNull Secret webhookSecret,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("10s") Duration readTimeout,
        @DefaultValue("3") @Positive int attempts,
        @DefaultValue("200ms") Duration retryWait,
        @DefaultValue("10s") Duration breakerOpen,
        @DefaultValue("64KB") DataSize eventLimit,
        @DefaultValue("5m") Duration eventWindow,
        @DefaultValue("1m") Duration pollEvery,
        @DefaultValue Map<String, Map<String, String>> codes) {

    /** An event is fresh from as long before its time as after it. */
    @AssertTrue(message = "an event must be known for longer than it is taken: 7 minutes at most")
    boolean isReplayKnown() {
        return eventWindow.multipliedBy(2).compareTo(Conversations.KNOWN_FOR) < 0;
    }
}
