package io.beian.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.conversation.Conversations;
import io.beian.conversation.Conversations.Committed;
import io.beian.conversation.EffectQueue;
import io.beian.conversation.Inbox;
import io.beian.conversation.RetentionSettings;
import io.beian.conversation.Samples;
import io.beian.dialogue.Conversation;
import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Effect;
import io.beian.dialogue.Input;
import io.beian.privacy.Vault;
import io.beian.privacy.Vaults;
import io.beian.redis.RedisSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportSelector;
import org.springframework.core.type.AnnotationMetadata;

class OutboxWiringTest {

    @Test
    void carriesACommittedEffectToTheInbox(@TempDir Path directory) {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(DataRedisAutoConfiguration.class))
                .withUserConfiguration(Application.class)
                .withBean(Vault.class, Vaults::fresh)
                .withPropertyValues("beian.data-dir=" + directory)
                .run(
                        context -> {
                            ConversationId id = new ConversationId("o-1");
                            Effect effect = new Effect.LookUp("c1");
                            Committed committed =
                                    context.getBean(Conversations.class)
                                            .commit(
                                                    id,
                                                    0,
                                                    Samples.write(
                                                            "m1", Conversation.start(id), effect));

                            context.getBean(EffectQueue.class)
                                    .start(
                                            id,
                                            ((Committed.Done) committed).entries(),
                                            List.of(effect),
                                            "m1");

                            assertThat(
                                            context.getBean(CountDownLatch.class)
                                                    .await(20, TimeUnit.SECONDS))
                                    .isTrue();
                            assertThat(context.getBean(OutboxLoop.class).isRunning()).isTrue();
                        });
    }

    /** The parts other packages keep to themselves. */
    static final class Neighbours implements ImportSelector {
        @Override
        public String[] selectImports(AnnotationMetadata importing) {
            return new String[] {
                "io.beian.redis.RedisWiring",
                "io.beian.redis.ReplicationWiring",
                "io.beian.conversation.RedisConversationsWiring"
            };
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties({
        RedisSettings.class,
        OutboxSettings.class,
        RetentionSettings.class
    })
    @Import({OutboxWiring.class, Neighbours.class})
    static class Application {

        @Bean
        CountDownLatch delivered() {
            return new CountDownLatch(1);
        }

        /** Like the real one it needs the queue, which in turn delivers to it. */
        @Bean
        Inbox inbox(EffectQueue queue, CountDownLatch delivered) {
            return incoming -> delivered.countDown();
        }

        @Bean
        EffectHandler<Effect.LookUp> lookUp() {
            return new EffectHandler<>() {
                @Override
                public Class<Effect.LookUp> handles() {
                    return Effect.LookUp.class;
                }

                @Override
                public Result run(ConversationId id, Effect.LookUp effect, int attempt) {
                    return new Result.Done(new Input.LookedUp(effect.caseId(), Map.of()));
                }
            };
        }
    }
}
