package io.beian.wechat;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import me.chanjar.weixin.common.redis.RedisTemplateWxRedisOps;
import me.chanjar.weixin.mp.config.WxMpConfigStorage;
import me.chanjar.weixin.mp.config.WxMpHostConfig;
import me.chanjar.weixin.mp.config.impl.WxMpRedisConfigImpl;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.ssl.SSLContexts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Wires the WeChat edge once an account is configured. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("beian.wechat.app-id")
class WechatConfiguration {

    private static final String KEY_PREFIX = "wechat";

    /** Of WeChat's five seconds; a turn and Redis' own timeout fit into the rest. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

    private final SecureRandom random = new SecureRandom();

    @Bean
    WechatCrypto wechatCrypto(WechatSettings settings) {
        return new WechatCrypto(settings, random);
    }

    @Bean
    WechatGate wechatGate(WechatSettings settings, WechatCrypto crypto) {
        return new WechatGate(settings, crypto);
    }

    @Bean
    Pace pace(
            @Value("${beian.wechat.burst:120}") int burst,
            @Value("${beian.wechat.per-minute:60}") int perMinute) {
        return new Pace(burst, perMinute);
    }

    @Bean
    TurnQueue turnQueue(
            @Value("${beian.wechat.at-once:64}") int atOnce,
            @Value("${beian.wechat.waiting:1000}") int waiting,
            MeterRegistry metrics) {
        return new TurnQueue(atOnce, waiting, LONGEST_WAIT, metrics);
    }

    @Bean
    ReplyWriter replyWriter(WechatCrypto crypto) {
        return new ReplyWriter(crypto, random);
    }

    @Bean
    CloseableHttpClient wechatHttpClient(WechatSettings settings) {
        return VerifyingHttpClient.open(settings, SSLContexts.createDefault());
    }

    @Bean
    WechatApi wechatApi(
            WechatSettings settings,
            CloseableHttpClient wechatHttpClient,
            StringRedisTemplate redis,
            Clock clock) {
        WxMpConfigStorage storage = storage(settings, redis);
        int maxMedia = Math.toIntExact(settings.maxMedia().toBytes());
        return new WxJavaApi(new SharedTokenService(wechatHttpClient, storage, clock), maxMedia);
    }

    /** The token lives in Redis, so that all nodes use one. */
    static WxMpConfigStorage storage(WechatSettings settings, StringRedisTemplate redis) {
        WxMpRedisConfigImpl storage =
                new WxMpRedisConfigImpl(new RedisTemplateWxRedisOps(redis), KEY_PREFIX);
        storage.setAppId(settings.appId());
        storage.setSecret(settings.secret().value());
        storage.useStableAccessToken(true);
        storage.setHostConfig(host(settings));
        return storage;
    }

    private static WxMpHostConfig host(WechatSettings settings) {
        return WxMpHostConfig.builder()
                .apiHost(base(settings.apiBaseUrl()))
                .openHost(base(settings.openBaseUrl()))
                .build();
    }

    private static String base(URI url) {
        return url.toString().replaceAll("/+$", "");
    }
}
