package io.beian;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.redis.TestReplicas;
import io.beian.wording.Wording;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole product where a replica has to have an answer before it is acknowledged. */
class ConfirmedAnswersTest {

    private static final String OPENID = "oConfirmed";
    private static final Wording WORDING = new Wording();

    @Test
    void asksToComeAgainWhileTheReplicaHangs(@TempDir Path data) throws Exception {
        TestClock clock = TestClock.running("2026-11-23T02:00:00Z");
        try (TestReplicas redis = TestReplicas.start(data.resolve("redis"))) {
            List<String> settings = new ArrayList<>(redis.springSettings());
            settings.add("--beian.redis.wait-replicas=1");
            settings.add("--beian.redis.wait-timeout=1s");
            try (RunningBot bot =
                            new RunningBot(
                                    data.resolve("bot"), clock, settings.toArray(String[]::new));
                    WebhookStage stage = new WebhookStage(bot, clock::pass, OPENID)) {
                stage.say("备案");

                redis.pauseReplica();
                assertThat(stage.say("同意并开始")).isEqualTo(WORDING.plain("unsure"));
                assertThat(stage.resend()).isEqualTo(WORDING.plain("unsure"));
                redis.resumeReplica();
                assertThat(stage.resend()).contains(WORDING.plain("sponsor.province.ask"));
                long version = stage.view().version();

                redis.pauseReplica();
                assertThat(stage.say("北京")).isEqualTo(WORDING.plain("unsure"));
                redis.resumeReplica();
                assertThat(stage.say("北京")).contains(WORDING.plain("sponsor.nature.ask"));
                assertThat(stage.view().version()).isEqualTo(version + 1);
            }
        }
    }
}
