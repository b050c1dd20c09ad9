package io.beian.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

class WechatConfigurationTest {

    private final ApplicationContextRunner bare =
            new ApplicationContextRunner()
                    .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
                    .withUserConfiguration(Scan.class, WechatConfiguration.class)
                    .withBean(
                            StringRedisTemplate.class,
                            () -> new StringRedisTemplate(new LettuceConnectionFactory()))
                    .withBean(SimpleMeterRegistry.class);
    private final ApplicationContextRunner account =
            bare.withBean(Clock.class, Clock::systemUTC)
                    .withPropertyValues(
                            "beian.wechat.app-id=" + Sample.APP_ID,
                            "beian.wechat.secret=" + Sample.SECRET,
                            "beian.wechat.token=" + Sample.TOKEN,
                            "beian.wechat.aes-key=" + Sample.AES_KEY);

    @Configuration(proxyBeanMethods = false)
    @ConfigurationPropertiesScan(basePackageClasses = WechatSettings.class)
    static class Scan {}

    @Test
    void staysAwayWithoutAnAccount() {
        bare.run(
                context ->
                        assertThat(context)
                                .hasNotFailed()
                                .doesNotHaveBean(WechatSettings.class)
                                .doesNotHaveBean(WechatApi.class));
    }

    @Test
    void wiresTheEdgeForAnAccount() {
        account.run(
                context -> {
                    assertThat(context)
                            .hasSingleBean(WechatApi.class)
                            .hasSingleBean(WechatGate.class)
                            .hasSingleBean(ReplyWriter.class);
                    WechatSettings settings = context.getBean(WechatSettings.class);
                    assertThat(settings.mode()).isEqualTo(WechatSettings.Mode.SAFE);
                    assertThat(settings.apiBaseUrl())
                            .isEqualTo(URI.create("https://api.weixin.qq.com"));
                    assertThat(settings.timestampWindow()).isEqualTo(Duration.ofMinutes(5));
                    assertThat(settings.maxBody().toKilobytes()).isEqualTo(64);
                    assertThat(settings.maxMedia().toMegabytes()).isEqualTo(10);
                });
    }

    @Test
    void printsNoSecret() {
        account.run(
                context ->
                        assertThat(context.getBean(WechatSettings.class).toString())
                                .contains(Sample.APP_ID)
                                .doesNotContain(Sample.SECRET, Sample.TOKEN, Sample.AES_KEY));
    }

    @ParameterizedTest
    @CsvSource({
        "beian.wechat.app-id, ' '",
        "beian.wechat.secret, ' '",
        "beian.wechat.token, ' '",
        "beian.wechat.aes-key, short",
        "beian.wechat.aes-key, abcdefghijklmnopqrstuvwxyz0123456789ABCDE-_",
        "beian.wechat.previous-aes-key, short",
        "beian.wechat.api-base-url, http://api.example.com",
        "beian.wechat.mode, compatible",
        "beian.wechat.timestamp-window, 8m"
    })
    void refusesSettingsThatCannotWork(String name, String value) {
        account.withPropertyValues(name + "=" + value)
                .run(context -> assertThat(context).hasFailed());
    }

    @Test
    void refusesAnAccountWithoutItsSecrets() {
        bare.withPropertyValues("beian.wechat.app-id=" + Sample.APP_ID)
                .run(context -> assertThat(context).hasFailed());
    }

    @Test
    void takesAnApiOnThisMachine() {
        account.withPropertyValues("beian.wechat.api-base-url=http://127.0.0.1:8080/sandbox/api/")
                .run(context -> assertThat(context).hasNotFailed());
    }
}
