package io.beian;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class BeianBotTest {

    private static boolean knows(Map<String, String> environment, String... args) {
        return BeianBot.knowsWhatToBe(args, environment, new Properties());
    }

    @Test
    void isASandboxWhenNoAccountIsNamed() {
        assertThat(knows(Map.of(), "--server.port=9000")).isFalse();
    }

    @Test
    void isNoSandboxOnceAnAccountIsNamed() {
        assertThat(knows(Map.of("BEIAN_WECHAT_APP_ID", "wx1"))).isTrue();
        assertThat(knows(Map.of(), "--beian.wechat.app-id=wx1")).isTrue();
    }
}
