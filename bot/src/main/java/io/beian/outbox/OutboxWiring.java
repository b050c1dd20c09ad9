package io.beian.outbox;

import io.beian.conversation.Inbox;
import io.beian.conversation.SealedJson;
import io.beian.redis.Keys;
import io.beian.redis.Node;
import io.beian.redis.Replication;
import java.time.Clock;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/** Carries out effects and delivers reminders. */
@Configuration(proxyBeanMethods = false)
class OutboxWiring {

    @Bean
    RedisOutbox redisOutbox(
            RedisConnectionFactory redis,
            Replication replication,
            Keys keys,
            Node node,
            SealedJson json,
            OutboxSettings settings) {
        return new RedisOutbox(redis, replication, keys, node, json, settings);
    }

    @Bean
    SealedStreams sealedStreams(RedisConnectionFactory redis, Keys keys, SealedJson json) {
        return new SealedStreams(redis, keys, json);
    }

    /** The inbox is asked for late: it hands its effects to this worker. */
    @Bean
    OutboxWorker outboxWorker(
            RedisOutbox outbox,
            ObjectProvider<EffectHandler<?>> handlers,
            ObjectProvider<Inbox> inbox,
            OutboxSettings settings,
            ObjectProvider<Clock> clock) {
        CustomizableThreadFactory names = new CustomizableThreadFactory("outbox-");
        names.setDaemon(true);
        return new OutboxWorker(
                outbox,
                new EffectHandlers(handlers.stream().toList()),
                inbox::getObject,
                settings,
                clock.getIfAvailable(Clock::systemUTC),
                Executors.newFixedThreadPool(settings.threads(), names));
    }

    @Bean
    DuePoller duePoller(
            RedisConnectionFactory redis,
            Keys keys,
            ObjectProvider<Inbox> inbox,
            OutboxSettings settings,
            ObjectProvider<Clock> clock) {
        return new DuePoller(
                new RedisReminders(redis, keys),
                inbox::getObject,
                settings,
                clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    OutboxLoop outboxLoop(
            RedisOutbox outbox, OutboxWorker worker, DuePoller poller, OutboxSettings settings) {
        return new OutboxLoop(outbox, worker, poller, settings);
    }
}
