package io.beian.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.mock.env.MockEnvironment;

class SandboxEnvironmentTest {

    private final MockEnvironment environment =
            new MockEnvironment()
                    .withProperty("server.address", "127.0.0.1")
                    .withProperty("beian.wechat.api-base-url", "http://127.0.0.1:8080/api");

    @ParameterizedTest
    @CsvSource({
        "beian.wechat.api-base-url, https://api.weixin.qq.com",
        "beian.wechat.api-base-url, http://127.0.0.1.example.com/",
        "beian.wechat.api-base-url, http://127.0.0.1@example.com/",
        "beian.wechat.api-base-url, 'not a url'",
        "beian.wechat.open-base-url, https://open.weixin.qq.com",
        "beian.filing.base-url, https://filing.example.com",
        "beian.sandbox.wechat.bot-url, http://10.0.0.1/wechat",
        "beian.photos.s3.endpoint, https://s3.example.com",
        "server.address, 0.0.0.0",
        "server.address, ''"
    })
    void refusesAnythingBeyondThisMachine(String property, String value) {
        environment.setActiveProfiles("sandbox");
        environment.setProperty(property, value);

        assertThatThrownBy(this::initialize)
                .isInstanceOf(SandboxRefusedException.class)
                .hasMessageContaining(property);
    }

    @ParameterizedTest
    @CsvSource({
        "beian.wechat.api-base-url, http://localhost:9000",
        "beian.filing.base-url, http://[::1]:9000",
        "beian.sandbox.wechat.bot-url, http://127.0.0.1:9000/wechat"
    })
    void allowsOtherStandInsOnThisMachine(String property, String value) {
        environment.setActiveProfiles("sandbox");
        environment.setProperty(property, value);

        assertThatCode(this::initialize).doesNotThrowAnyException();
    }

    @Test
    void leavesARealApplicationAlone() {
        environment.setProperty("beian.wechat.api-base-url", "https://api.weixin.qq.com");
        environment.setProperty("server.port", "0");

        initialize();

        assertThat(environment.getProperty("server.port")).isEqualTo("0");
    }

    @Test
    void choosesAFreePortBeforeAddressesAreMadeOfIt() {
        environment.setActiveProfiles("sandbox");
        environment.setProperty("server.port", "0");
        environment.setProperty("self", "http://127.0.0.1:${server.port}/");

        initialize();

        assertThat(environment.getProperty("self")).matches("http://127\\.0\\.0\\.1:[1-9]\\d+/");
    }

    private void initialize() {
        try (StaticApplicationContext context = new StaticApplicationContext()) {
            context.setEnvironment(environment);
            new SandboxEnvironment().initialize(context);
        }
    }
}
