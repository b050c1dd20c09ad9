package io.beian.notify;

import io.beian.conversation.SealedJson;
import io.beian.link.Links;
import io.beian.link.OwnPage;
import io.beian.outbox.Agents;
import io.beian.outbox.Channel;
import io.beian.outbox.NoticeChannel;
import io.beian.outbox.Outbox;
import io.beian.outbox.TextMessages;
import io.beian.wording.Wording;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Wires the ladder, the page where notices are allowed, and the call for a human. */
@Configuration(proxyBeanMethods = false)
class NotifyConfiguration {

    @Bean
    ToldNotices toldNotices(StringRedisTemplate redis, SealedJson json) {
        return new ToldNotices(redis, json);
    }

    @Bean
    Sends noticeSends(ObjectProvider<MeterRegistry> meters) {
        return new Sends(meters.getIfAvailable(SimpleMeterRegistry::new));
    }

    @Bean
    Telling telling(
            Channel channel,
            NoticeChannel notices,
            ObjectProvider<TextMessages> textMessages,
            NotifySettings settings,
            Clock clock,
            ToldNotices told,
            Sends sends,
            Wording wording) {
        Cards cards = new Cards(settings, wording, clock);
        return new Telling(
                channel, notices, textMessages::getIfAvailable, cards, told, sends, wording);
    }

    @Bean
    FailedNotices failedNotices(ToldNotices told, Outbox outbox, Sends sends) {
        return new FailedNotices(told, outbox, sends);
    }

    @Bean
    CallAgentHandler callAgentHandler(Agents agents, Wording wording) {
        return new CallAgentHandler(agents, wording);
    }

    @Bean
    NoticePages noticePages(Links links, NotifySettings settings) {
        return new NoticePages(links, settings);
    }

    @Bean
    OwnPage noticesOwnPage(Wording wording) {
        return new OwnPage(
                NoticesPage.PATH, wording.plain("notices.gone"), wording.plain("notices.other"));
    }

    @Bean
    NoticesHtml noticesHtml() {
        return new NoticesHtml();
    }
}
