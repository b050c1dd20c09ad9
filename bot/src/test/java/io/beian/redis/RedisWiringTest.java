package io.beian.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

class RedisWiringTest {

    private final Path directory;

    RedisWiringTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void connectsToTheEmbeddedServerByDefault() {
        runner().run(
                        context -> {
                            StringRedisTemplate redis = context.getBean(StringRedisTemplate.class);
                            redis.opsForValue().set("a", "1");

                            assertThat(redis.opsForValue().get("a")).isEqualTo("1");
                            assertThat(factory(context.getBean(RedisConnectionFactory.class)))
                                    .isEqualTo(context.getBean(EmbeddedRedis.class).port());
                            assertThat(
                                            context.getBean(LettuceConnectionFactory.class)
                                                    .getClientConfiguration()
                                                    .getCommandTimeout())
                                    .isEqualTo(Duration.ofMillis(1500));
                        });
    }

    @Test
    void connectsToTheRedisThatIsNamed() {
        for (String property :
                new String[] {
                    "spring.data.redis.host=redis.example",
                    "spring.data.redis.url=redis://redis.example:6379",
                }) {
            runner().withPropertyValues(property)
                    .run(
                            context -> {
                                assertThat(context).doesNotHaveBean(EmbeddedRedis.class);
                                assertThat(
                                                context.getBean(LettuceConnectionFactory.class)
                                                        .getHostName())
                                        .isEqualTo("redis.example");
                            });
        }
    }

    @Test
    void connectsToASentinelOrAClusterThatIsNamed() {
        runner().withPropertyValues(
                        "spring.data.redis.sentinel.master=main",
                        "spring.data.redis.sentinel.nodes[0]=a.example:26379")
                .run(context -> assertThat(context).doesNotHaveBean(EmbeddedRedis.class));
        runner().withPropertyValues("spring.data.redis.cluster.nodes=a.example:1,b.example:1")
                .run(context -> assertThat(context).doesNotHaveBean(EmbeddedRedis.class));
    }

    @Test
    void refusesToWaitForReplicasWhereTheyCannotConfirm() {
        for (String property :
                new String[] {
                    "beian.redis.cached=1",
                    "spring.data.redis.cluster.nodes=a.example:1,b.example:1",
                    "spring.data.redis.masterreplica.nodes=a.example:1,b.example:1",
                }) {
            runner().withPropertyValues("beian.redis.wait-replicas=1", property)
                    .run(
                            context ->
                                    assertThat(context)
                                            .getFailure()
                                            .hasStackTraceContaining("beian.redis.wait-replicas")
                                            .hasStackTraceContaining("not on a cluster"));
        }
        runner().withPropertyValues(
                        "spring.data.redis.host=redis.example",
                        "beian.redis.wait-replicas=1",
                        "beian.redis.wait-timeout=2s")
                .run(
                        context ->
                                assertThat(context)
                                        .getFailure()
                                        .hasStackTraceContaining("beian.redis.wait-timeout"));
    }

    @Test
    void leavesAGivenTimeoutAlone() {
        runner().withPropertyValues("spring.data.redis.timeout=7s")
                .run(
                        context ->
                                assertThat(
                                                context.getBean(LettuceConnectionFactory.class)
                                                        .getClientConfiguration()
                                                        .getCommandTimeout())
                                        .isEqualTo(Duration.ofSeconds(7)));
    }

    private static int factory(RedisConnectionFactory factory) {
        return ((LettuceConnectionFactory) factory).getPort();
    }

    private ApplicationContextRunner runner() {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(DataRedisAutoConfiguration.class))
                .withUserConfiguration(Settings.class)
                .withPropertyValues("beian.data-dir=" + directory);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(RedisSettings.class)
    @Import({RedisWiring.class, ReplicationWiring.class})
    static class Settings {}
}
