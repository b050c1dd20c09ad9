package io.beian;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.Meddler.Echo;
import io.beian.Meddler.Mood;
import io.beian.talk.Talk;
import io.beian.talk.TalkPlayer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/**
 * Whoever is called may answer with everything that was sent to them, and Redis may take nothing:
 * what is thrown then tells nothing of people either, and once all is well the order goes through.
 */
class PersonalDataInTroubleTest {

    private static final String PERSON = "oTrouble";
    private static final String FILING = "/sandbox/filing";
    private static final String WECHAT = "/sandbox/wechat/api.weixin.qq.com";

    @Test
    void staysOutOfWhatIsThrown(@TempDir Path data) throws IOException {
        TestClock clock = TestClock.running("2026-11-23T02:00:00Z");
        try (Meddler between = new Meddler();
                RunningBot bot = new RunningBot(data, clock, settings(between));
                LogLines lines = LogLines.listen();
                WebhookStage stage = new WebhookStage(bot, clock::pass, PERSON)) {
            between.before(bot.base().getPort());
            new TalkPlayer(stage, Talk.all()).play(readyToSubmit());
            Told told = Told.by(bot, PERSON);
            for (Mood mood : Mood.values()) {
                if (mood != Mood.HELPFUL) {
                    between.mood(mood);
                    callEverybody(bot);
                    RunningBot.await(mood + " calls", () -> heardBoth(between, mood));
                }
            }
            lockRedis(bot, true);
            assertThat(say(bot, "改 主体负责人手机号")).contains("系统有点忙");
            lockRedis(bot, false);
            between.mood(Mood.HELPFUL);
            RunningBot.await("the order", () -> submitted(bot));

            assertThat(told.in(between.echoes().stream().map(Echo::heard).toList()))
                    .contains("sponsor.person.certNo", "sponsor.person.mobile");
            assertThat(lines.all())
                    .anyMatch(line -> line.contains("order not forwarded"))
                    .anyMatch(line -> line.contains("answered with errcode 47001"))
                    .anyMatch(line -> line.contains("turn not stored"));
            assertThat(between.echoes())
                    .as("WeChat tells whom it was to reach")
                    .anyMatch(
                            echo ->
                                    echo.path().startsWith(WECHAT)
                                            && echo.heard().contains(PERSON));
            assertThat(told.in(lines.all())).as("in the log").isEmpty();
            assertThat(lines.all()).as("openids").noneMatch(line -> line.contains(PERSON));
            assertThat(told.in(List.of(bot.metrics()))).as("in the metrics").isEmpty();
        }
    }

    private static String[] settings(Meddler between) {
        return new String[] {
            "--beian.filing.base-url=" + between.address() + FILING,
            "--beian.wechat.api-base-url=" + between.address() + WECHAT,
            "--beian.wechat.passive-wait=2s",
            "--beian.filing.retry-wait=1ms",
            "--beian.filing.breaker-open=50ms",
            "--beian.outbox.pauses=100ms",
            "--beian.outbox.attempts=1000"
        };
    }

    private static Talk readyToSubmit() {
        Talk whole = Talk.named("公司首次备案到订单号.talk");
        Predicate<Talk.Line> submits = line -> line.rest().equals("提交");
        return new Talk(whole.file(), whole.lines().stream().takeWhile(submits.negate()).toList());
    }

    private static void callEverybody(RunningBot bot) {
        Stream<Runnable> calls =
                Stream.of(
                        () -> say(bot, "查询 北京样张科技有限公司"),
                        () -> say(bot, "预览"),
                        () -> say(bot, "人工"),
                        () -> bot.photo(PERSON, Specimen.of("营业执照")),
                        () -> say(bot, "提交"));
        CompletableFuture.allOf(
                        calls.map(CompletableFuture::runAsync).toArray(CompletableFuture[]::new))
                .join();
    }

    private static String say(RunningBot bot, String text) {
        return bot.send(PERSON, Map.of("type", "text", "text", text))
                .get(0)
                .path("content")
                .asString("");
    }

    private static boolean heardBoth(Meddler between, Mood mood) {
        return Stream.of(FILING, WECHAT)
                .allMatch(
                        path ->
                                between.echoes().stream()
                                        .filter(echo -> echo.mood() == mood)
                                        .anyMatch(echo -> echo.path().startsWith(path)));
    }

    /** Redis takes no write, as one that misses its replicas. */
    private static void lockRedis(RunningBot bot, boolean locked) {
        RedisConnectionFactory redis = bot.bean(RedisConnectionFactory.class);
        try (RedisConnection connection = redis.getConnection()) {
            connection.serverCommands().setConfig("min-replicas-to-write", locked ? "1" : "0");
        }
    }

    private static boolean submitted(RunningBot bot) {
        say(bot, "提交");
        return bot.conversation(PERSON).path("order").path("number").isString();
    }
}
