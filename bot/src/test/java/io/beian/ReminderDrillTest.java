package io.beian;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The process is killed around a reminder that is due. {@code -Dbeian.kills=50} kills it so often
 * at times spread over the first half second and prints the figures.
 */
class ReminderDrillTest {

    private static final String REMINDER = "还差";
    private static final long SPREAD = 500_000_000L;

    private final BotProcess bot;

    ReminderDrillTest(@TempDir Path data) throws IOException {
        this.bot = new BotProcess(data);
    }

    @BeforeEach
    void start() throws IOException {
        bot.start();
    }

    @AfterEach
    void stop() {
        bot.close();
    }

    private void begin(String openid) {
        for (String text : List.of("备案", "同意", "北京")) {
            assertThat(bot.say(openid, text)).isNotEmpty();
        }
    }

    private long reminders(String openid) {
        return bot.served(openid).stream().filter(text -> text.contains(REMINDER)).count();
    }

    @Test
    void remindsOnceIfKilledBeforeItIsTaken() throws Exception {
        begin("oDrillBefore");
        bot.forward("PT36H");
        bot.kill();
        bot.start();

        BotProcess.await("the reminder", () -> reminders("oDrillBefore") > 0);
        afterwardsNothingMore("oDrillBefore");
    }

    @Test
    void remindsOnceIfKilledWhileWechatIsBusy() throws Exception {
        begin("oDrillBusy");
        bot.post("/sandbox/wechat/api/faults", Map.of("-1", true));
        bot.forward("PT36H");
        BotProcess.await(
                "the reminder to wait in the outbox",
                () -> bot.get("/sandbox/conversations/oDrillBusy").path("effects").size() > 0);
        bot.kill();
        bot.start();
        bot.post("/sandbox/wechat/api/faults", Map.of("-1", false));

        BotProcess.await("the reminder", () -> reminders("oDrillBusy") > 0);
        afterwardsNothingMore("oDrillBusy");
    }

    @Test
    void remindsOnceIfKilledAfterItArrived() throws Exception {
        begin("oDrillAfter");
        bot.forward("PT36H");
        BotProcess.await("the reminder", () -> reminders("oDrillAfter") > 0);
        bot.kill();
        bot.start();

        afterwardsNothingMore("oDrillAfter");
    }

    @Test
    void sendsNoFloodWhenTheClockJumpsByAMonth() {
        begin("oDrillMonth");
        bot.forward("P31D");
        // The 48 hours are over, so the one message waits for the next contact.
        BotProcess.await(
                "the reminder's turn",
                () ->
                        bot.get("/sandbox/conversations/oDrillMonth")
                                .path("log")
                                .toString()
                                .contains("reminder:1"));
        String reply = bot.say("oDrillMonth", "继续").get(0).path("content").asString("");

        assertThat(reminders("oDrillMonth")).isZero();
        assertThat(reply.split(REMINDER, -1)).as("reminders in " + reply).hasSize(2);
    }

    /** Whatever could still come has come once a later turn has gone through the outbox. */
    private void afterwardsNothingMore(String openid) {
        BotProcess.await(
                "the outbox to empty",
                () -> bot.get("/sandbox/conversations/" + openid).path("effects").isEmpty());
        assertThat(reminders(openid)).isEqualTo(1);
    }

    @Test
    void drill() throws Exception {
        int kills = Integer.getInteger("beian.kills", 0);
        int once = 0;
        int twice = 0;
        for (int n = 0; n < kills; n++) {
            String openid = "oDrill" + n;
            begin(openid);
            bot.forward("PT36H");
            LockSupport.parkNanos(SPREAD * n / kills);
            bot.kill();
            bot.start();
            BotProcess.await(
                    "the outbox to empty",
                    () -> bot.get("/sandbox/conversations/" + openid).path("effects").isEmpty());
            LockSupport.parkNanos(2 * SPREAD);
            long came = reminders(openid);
            once += came == 1 ? 1 : 0;
            twice += came > 1 ? 1 : 0;
        }
        if (kills > 0) {
            System.out.printf(
                    "killed %d times: %d reminders came once, %d more than once, %d not%n",
                    kills, once, twice, kills - once - twice);
        }
        assertThat(twice).isZero();
    }
}
