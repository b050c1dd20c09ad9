package io.beian;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The bot is killed around a reminder that is due, while WeChat, in another process, goes on: what
 * was on its way when the bot died arrives or does not, as it would in the world. {@code
 * -Dbeian.kills=50} kills it so often at times spread over the first half second, or over {@code
 * -Dbeian.kills.spread} milliseconds, and prints the figures.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReminderDrillTest {

    private static final String REMINDER = "还差";
    private static final Duration SPREAD =
            Duration.ofMillis(Long.getLong("beian.kills.spread", 500));

    private final BotProcess wechat;
    private final BotProcess bot;

    ReminderDrillTest(@TempDir Path data) throws IOException {
        int wechatPort = BotProcess.freePort();
        int botPort = BotProcess.freePort();
        this.wechat =
                new BotProcess(
                        data.resolve("wechat"),
                        wechatPort,
                        "--beian.sandbox.wechat.bot-url=http://127.0.0.1:" + botPort + "/wechat");
        this.bot =
                new BotProcess(
                        data.resolve("bot"),
                        botPort,
                        "--beian.wechat.api-base-url=http://127.0.0.1:"
                                + wechatPort
                                + "/sandbox/wechat/api.weixin.qq.com");
    }

    @BeforeAll
    void start() throws IOException {
        BotProcess.startAll(List.of(wechat, bot));
    }

    @AfterAll
    void stop() {
        bot.close();
        wechat.close();
    }

    private void begin(String openid) {
        for (String text : List.of("备案", "同意", "北京")) {
            assertThat(wechat.say(openid, text)).isNotEmpty();
        }
        assertThat(asks(openid)).isEqualTo("sponsor.nature");
    }

    private String asks(String openid) {
        return conversation(openid).path("asks").asString("");
    }

    private JsonNode conversation(String openid) {
        return bot.get("/sandbox/conversations/" + openid);
    }

    /** WeChat's clock first: a message from the bot's future would be turned away. */
    private void forward(String duration) {
        wechat.forward(duration);
        bot.forward(duration);
    }

    private long reminders(String openid) {
        return wechat.served(openid).stream().filter(text -> text.contains(REMINDER)).count();
    }

    private void killAndStart() throws Exception {
        bot.kill();
        bot.start();
    }

    /** The reminder has been decided on, and nothing of it is left to be carried out. */
    private void settle(String openid) {
        BotProcess.await(
                "the reminder's turn",
                () -> conversation(openid).path("log").toString().contains("reminder:1"));
        BotProcess.await(
                "the outbox to empty", () -> conversation(openid).path("effects").isEmpty());
    }

    @Test
    void remindsOnceIfKilledBeforeItIsTaken() throws Exception {
        begin("oDrillBefore");
        forward("PT36H");
        killAndStart();

        settle("oDrillBefore");
        assertThat(reminders("oDrillBefore")).isEqualTo(1);
    }

    @Test
    void remindsOnceIfKilledWhileWechatIsBusy() throws Exception {
        begin("oDrillBusy");
        wechat.post("/sandbox/wechat/api/faults", Map.of("-1", true));
        forward("PT36H");
        BotProcess.await(
                "the reminder to wait in the outbox",
                () -> !conversation("oDrillBusy").path("effects").isEmpty());
        bot.kill();
        wechat.post("/sandbox/wechat/api/faults", Map.of("-1", false));
        bot.start();

        settle("oDrillBusy");
        assertThat(reminders("oDrillBusy")).isEqualTo(1);
    }

    @Test
    void remindsOnceIfKilledAfterItArrived() throws Exception {
        begin("oDrillAfter");
        forward("PT36H");
        BotProcess.await("the reminder", () -> reminders("oDrillAfter") > 0);
        killAndStart();

        settle("oDrillAfter");
        assertThat(reminders("oDrillAfter")).isEqualTo(1);
    }

    @Test
    void sendsNoFloodWhenTheClockJumpsByAMonth() {
        begin("oDrillMonth");
        forward("P31D");
        // The 48 hours are over, so the one message waits for the next contact.
        settle("oDrillMonth");
        String reply = wechat.say("oDrillMonth", "继续").get(0).path("content").asString("");

        assertThat(reminders("oDrillMonth")).isZero();
        assertThat(reply.split(REMINDER, -1)).as("reminders in " + reply).hasSize(2);
    }

    @Test
    @EnabledIfSystemProperty(named = "beian.kills", matches = "[1-9]\\d*")
    void drill() throws Exception {
        int kills = Integer.getInteger("beian.kills", 0);
        List<Long> came = new ArrayList<>();
        for (int n = 0; n < kills; n++) {
            String openid = "oDrill" + n;
            begin(openid);
            forward("PT36H");
            LockSupport.parkNanos(SPREAD.toNanos() * n / kills);
            killAndStart();
            settle(openid);
            came.add(reminders(openid));
        }
        System.out.println("killed " + kills + " times; reminders that came each time: " + came);
        assertThat(came).allMatch(times -> times == 1);
    }
}
