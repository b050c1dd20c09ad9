package io.beian;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.redis.Keys;
import io.beian.redis.TestCluster;
import io.beian.talk.Talk;
import io.beian.talk.TalkPlayer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole product on a Redis Cluster: three masters with a replica each, one of them killed. */
class ClusterTest {

    private static final String OPENID = "oCluster";

    @Test
    void filesThroughTheLossOfAMaster(@TempDir Path data) throws Exception {
        TestClock clock = TestClock.running("2026-11-23T02:00:00Z");
        try (TestCluster cluster = TestCluster.start(data.resolve("cluster"));
                RunningBot bot =
                        new RunningBot(
                                data.resolve("bot"),
                                clock,
                                cluster.springSettings().toArray(String[]::new));
                WebhookStage stage = new WebhookStage(bot, clock::pass, OPENID)) {
            TalkPlayer player = new TalkPlayer(stage, Talk.all());
            player.play(Talk.named("公司首次备案填到照片.talk"));
            String before = bot.conversation(OPENID).path("facts").toString();

            cluster.killMasterOf(bot.bean(Keys.class).conversation(OPENID));

            RunningBot.await("the bot to find the new master", () -> stage.goesOn("营业执照"));
            assertThat(bot.conversation(OPENID).path("facts").toString()).isEqualTo(before);
            for (String photo : List.of("营业执照", "身份证人像面", "身份证国徽面", "核验照")) {
                stage.photos(List.of(photo));
            }
            stage.say("提交");
            assertThat(stage.view().orderNumber()).isPresent();
            assertThat(stage.say("我的备案")).contains("等预审核");
        }
    }
}
