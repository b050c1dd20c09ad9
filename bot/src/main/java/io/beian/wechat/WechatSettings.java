package io.beian.wechat;

import io.beian.conversation.Conversations;
import io.beian.privacy.Secret;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The official account we speak for, and the bounds on what we take from outside.
 *
 * @param appId of the account; without one the bot starts as its sandbox
 * @param secret of the account (AppSecret)
 * @param token signs what WeChat sends; the one entered under 基本配置
 * @param aesKey seals what WeChat sends (EncodingAESKey), 43 letters and digits
 * @param previousAesKey still tried after a key change, since WeChat may go on using it for a while
 * @param originalId the account's gh_ id; when set, messages to any other account are refused
 * @param mode how the account sends messages; {@code plain} only if it is configured so
 * @param apiBaseUrl WeChat's API, or what stands in for it
 * @param openBaseUrl where browsers are sent to be told whose they are
 * @param timestampWindow how far a request's timestamp may be from our clock
 * @param maxBody the largest message taken
 * @param maxMedia the largest picture fetched from WeChat
 * @param connectTimeout how long a connection to WeChat may take to open
 * @param responseTimeout how long WeChat may take to answer
 * @param maxConnections connections to WeChat at once
 */
@Validated
@ConditionalOnProperty("beian.wechat.app-id")
@ConfigurationProperties("beian.wechat")
public record WechatSettings(
        @NotBlank String appId,
        @NotNull Secret secret,
        @NotNull Secret token,
        @NotNull Secret aesKey,
        @Nullable Secret previousAesKey,
        @Nullable String originalId,
        @DefaultValue("safe") Mode mode,
        @DefaultValue("https://api.weixin.qq.com") URI apiBaseUrl,
        @DefaultValue("https://open.weixin.qq.com") URI openBaseUrl,
        @DefaultValue("300s") Duration timestampWindow,
        @DefaultValue("64KB") DataSize maxBody,
        @DefaultValue("10MB") DataSize maxMedia,
        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("10s") Duration responseTimeout,
        @DefaultValue("32") int maxConnections) {

    private static final String KEY_PATTERN = "[A-Za-z0-9]{43}";

    /** How WeChat was told to send messages; compatible mode is for debugging and not offered. */
    public enum Mode {
        SAFE,
        PLAIN
    }

    @AssertTrue(message = "an EncodingAESKey is 43 letters and digits")
    boolean isAesKeyWellFormed() {
        return wellFormed(aesKey) && wellFormed(previousAesKey);
    }

    @AssertTrue(message = "the API is reached by https, or by http on this machine")
    boolean isApiReachedSafely() {
        return isSafe(apiBaseUrl) && isSafe(openBaseUrl);
    }

    private static boolean isSafe(URI url) {
        return "https".equals(url.getScheme()) || isLoopback(url.getHost());
    }

    /** A request is fresh from as long before its time as after it. */
    @AssertTrue(message = "a message must be known for longer than it is taken: 7 minutes at most")
    boolean isReplayKnown() {
        return timestampWindow.multipliedBy(2).compareTo(Conversations.KNOWN_FOR) < 0;
    }

    private static boolean wellFormed(@Nullable Secret key) {
        return key == null || key.value().matches(KEY_PATTERN);
    }

    private static boolean isLoopback(@Nullable String host) {
        return "localhost".equals(host) || "127.0.0.1".equals(host) || "[::1]".equals(host);
    }
}
