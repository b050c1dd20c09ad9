package io.beian;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.redis.TestSentinel;
import io.beian.talk.Talk;
import io.beian.talk.TalkPlayer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole product on a master with two replicas that Sentinel watches. The first master is
 * killed; the second hangs, keeps the bot's connections, and comes back when another one has taken
 * its place.
 */
class SentinelTest {

    private static final String OPENID = "oSentinel";

    @Test
    void filesThroughTheLossOfTwoMasters(@TempDir Path data) throws Exception {
        TestClock clock = TestClock.running("2026-11-23T02:00:00Z");
        try (TestSentinel redis = TestSentinel.start(data.resolve("redis"));
                RunningBot bot =
                        new RunningBot(
                                data.resolve("bot"),
                                clock,
                                redis.springSettings().toArray(String[]::new));
                WebhookStage stage = new WebhookStage(bot, clock::pass, OPENID)) {
            new TalkPlayer(stage, Talk.all()).play(Talk.named("公司首次备案填到照片.talk"));
            String before = bot.conversation(OPENID).path("facts").toString();

            int first = redis.master();
            redis.kill(first);
            redis.awaitOtherMasterThan(first);
            RunningBot.await("the bot to find the second", () -> stage.goesOn("营业执照"));
            assertThat(bot.conversation(OPENID).path("facts").toString()).isEqualTo(before);
            stage.photos(List.of("营业执照"));

            int second = redis.master();
            redis.pause(second);
            redis.awaitOtherMasterThan(second);
            RunningBot.await("the bot to leave one that hangs", () -> stage.goesOn("人像面"));
            redis.resume(second);
            stage.photos(List.of("身份证人像面"));
            redis.awaitReplica(second);

            for (String photo : List.of("身份证国徽面", "核验照")) {
                stage.photos(List.of(photo));
            }
            stage.say("提交");
            assertThat(stage.view().orderNumber()).isPresent();
            assertThat(stage.say("我的备案")).contains("等预审核");
        }
    }
}
