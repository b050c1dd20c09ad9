package io.beian.wechat;

import io.beian.outbox.DeliveryReports;
import io.beian.redis.Keys;
import io.beian.redis.Replication;
import io.beian.wording.Wording;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Wires the ways to people beside the answers to their messages. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("beian.wechat.app-id")
class ReachConfiguration {

    @Bean
    Claims claims(RedisConnectionFactory redis, Replication replication, Keys keys) {
        return new Claims(redis, replication, keys, System::nanoTime);
    }

    @Bean
    QuotaLedger quotaLedger(Claims claims, Clock clock) {
        return new QuotaLedger(claims, clock);
    }

    @Bean
    SendingStop sendingStop(StringRedisTemplate redis, ReachSettings settings) {
        SendingStop stop = new SendingStop(redis, settings.stopLasts());
        if (settings.resumeSending()) {
            stop.clear();
        }
        return stop;
    }

    @Bean
    SendingHealth wechatSending(SendingStop stop) {
        return new SendingHealth(stop);
    }

    @Bean
    Permissions noticePermissions(Claims claims) {
        return new Permissions(claims);
    }

    @Bean
    SentNotices sentNotices(StringRedisTemplate redis) {
        return new SentNotices(redis);
    }

    @Bean
    NoticeSender noticeSender(
            WechatApi api, Permissions permissions, SentNotices sentNotices, SendingStop stop) {
        return new NoticeSender(api, permissions, sentNotices, stop);
    }

    @Bean
    NoticeEvents noticeEvents(
            Permissions permissions,
            SentNotices sentNotices,
            ObjectProvider<DeliveryReports> reports) {
        return new NoticeEvents(permissions, sentNotices, reports::getIfAvailable);
    }

    @Bean
    AgentRoom agentRoom(WechatApi api) {
        return new AgentRoom(api);
    }

    @Bean
    WebVisitors webVisitors(WechatApi api, WebSettings settings) {
        return new WebVisitors(api, settings.webAuthorisation());
    }

    @Bean
    JsPages jsPages(WechatApi api, WechatSettings account, ReachSettings settings) {
        return new JsPages(api, account.appId(), settings.jssdkUrl());
    }

    @Bean
    MenuAtStart menuAtStart(WechatApi api, Wording wording, MenuSettings settings) {
        return new MenuAtStart(
                api,
                wording,
                settings.menu(),
                (pause, work) ->
                        CompletableFuture.delayedExecutor(
                                        pause.toMillis(),
                                        TimeUnit.MILLISECONDS,
                                        ReachConfiguration::onItsOwn)
                                .execute(work));
    }

    private static void onItsOwn(Runnable work) {
        Thread thread = new Thread(work, "wechat-menu");
        thread.setDaemon(true);
        thread.start();
    }
}
