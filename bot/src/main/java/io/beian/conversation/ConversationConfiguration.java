package io.beian.conversation;

import io.beian.dialogue.Dialogue;
import io.beian.filing.IcpFiling;
import io.beian.wording.Wording;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** Wires the turn. */
@Configuration(proxyBeanMethods = false)
class ConversationConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    IcpFiling icpFiling() {
        return new IcpFiling();
    }

    @Bean
    Dialogue dialogue(IcpFiling filing, ReminderSettings reminders, RetentionSettings retention) {
        return new Dialogue(filing, reminders.rules(), retention.rules());
    }

    @Bean
    Wording wording() {
        return new Wording();
    }

    @Bean
    Drain drain(TurnHandler turns, @Value("${beian.drain.announce:1s}") Duration announce) {
        return new Drain(turns, announce);
    }

    /** The queue hands results back to the handler: the one circle there is, closed lazily. */
    @Bean
    TurnHandler turnHandler(
            Conversations conversations,
            Dialogue dialogue,
            Wording wording,
            @Lazy EffectQueue effects,
            Clock clock,
            @Value("${beian.wechat.glance:1s}") Duration glance) {
        return new TurnHandler(conversations, dialogue, wording, effects, clock, glance);
    }
}
