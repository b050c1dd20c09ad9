package io.beian.sandbox.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.TestClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class AccessTokensTest {

    private final TestClock clock = TestClock.standing("2026-11-23T08:00:00Z");
    private final Random random = new Random(1);

    @Test
    void renewsFiveMinutesBeforeTheEndAndLetsTheOldOneLiveOn(@TempDir Path data) {
        AccessTokens tokens = tokens(data);
        String first = tokens.issue(false).token();

        clock.pass(Duration.ofMinutes(115).minusSeconds(1));
        assertThat(tokens.issue(false).token()).isEqualTo(first);
        clock.pass(Duration.ofSeconds(1));
        String second = tokens.issue(false).token();

        assertThat(second).isNotEqualTo(first);
        assertThat(tokens.check(first)).isEqualTo(ApiCode.OK);
        assertThat(tokens.check(second)).isEqualTo(ApiCode.OK);
        clock.pass(Duration.ofMinutes(5));
        assertThat(tokens.check(first)).isEqualTo(ApiCode.INVALID_CREDENTIAL);
        assertThat(tokens.check(second)).isEqualTo(ApiCode.OK);
    }

    @Test
    void expires(@TempDir Path data) {
        AccessTokens tokens = tokens(data);
        String token = tokens.issue(false).token();

        clock.pass(Duration.ofHours(2));

        assertThat(tokens.check(token)).isEqualTo(ApiCode.TOKEN_EXPIRED);
    }

    @Test
    void forcesARenewalAtMostEveryThirtySecondsAndTwentyTimesADay(@TempDir Path data) {
        AccessTokens tokens = tokens(data);
        String first = tokens.issue(true).token();

        assertThat(tokens.issue(true).code()).isEqualTo(ApiCode.API_MINUTE_QUOTA);
        for (int i = 1; i < 20; i++) {
            clock.pass(Duration.ofSeconds(30));
            assertThat(tokens.issue(true).token()).isNotIn(first, "");
        }
        clock.pass(Duration.ofSeconds(30));
        assertThat(tokens.issue(true).code()).isEqualTo(ApiCode.API_FREQUENCY);
        clock.pass(Duration.ofDays(1));
        assertThat(tokens.issue(true).code()).isEqualTo(ApiCode.OK);
    }

    @Test
    void outlivesTheProcess(@TempDir Path data) {
        String token = tokens(data).issue(false).token();

        assertThat(tokens(data).issue(false).token()).isEqualTo(token);
    }

    private AccessTokens tokens(Path data) {
        return new AccessTokens(data, JsonMapper.shared(), clock, random);
    }
}
