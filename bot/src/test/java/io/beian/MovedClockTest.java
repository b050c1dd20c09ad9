package io.beian;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.backend.FilingBackend;
import io.beian.backend.OrderForm;
import io.beian.backend.Submission;
import io.beian.dialogue.ConversationId;
import io.beian.filing.SampleFiling;
import io.beian.outbox.Channel;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole product goes on when the sandbox's clock is moved by a month. */
class MovedClockTest {

    @Test
    void keepsTalkingAndLetsTimeActByItself(@TempDir Path data) throws Exception {
        try (RunningBot bot = new RunningBot(data, Clock.systemUTC())) {
            String openid =
                    bot.post("/sandbox/wechat/api/users", Map.of()).path("openid").asString();
            assertThat(says(bot, openid)).isNotEmpty();
            assertThat(tell(bot, openid)).isEqualTo(Channel.Sent.DELIVERED);
            String order = submitted(bot);
            for (String event : new String[] {"PASS_PRE_REVIEW", "PASS_ADMIN", "INTERFACE_TAKES"}) {
                decide(bot, order, event);
            }
            Instant before = bot.bean(Clock.class).instant();

            bot.post("/sandbox/clock", Map.of("forward", "P30D"));

            RunningBot.await("the backend's timer", () -> state(bot, order).equals("SMS_TIMEOUT"));
            assertThat(tell(bot, openid)).isEqualTo(Channel.Sent.OUT_OF_QUOTA);
            assertThat(says(bot, openid)).isNotEmpty();
            assertThat(tell(bot, openid)).isEqualTo(Channel.Sent.DELIVERED);
            assertThat(bot.bean(InstantSource.class)).isSameAs(bot.bean(Clock.class));

            bot.restart();
            assertThat(bot.bean(Clock.class).instant()).isAfter(before.plus(Duration.ofDays(30)));
            assertThat(says(bot, openid)).isNotEmpty();
            assertThat(state(bot, order)).isEqualTo("SMS_TIMEOUT");
        }
    }

    private static String says(RunningBot bot, String openid) {
        String reply =
                bot.send(openid, Map.of("type", "text", "text", "帮助"))
                        .get(0)
                        .path("content")
                        .asString("");
        bot.settle();
        return reply;
    }

    private static Channel.Sent tell(RunningBot bot, String openid) {
        return bot.bean(Channel.class).sendText(new ConversationId(openid), "您好", Optional.empty());
    }

    private static String submitted(RunningBot bot) {
        OrderForm form = new OrderForm("filer-1", "c1", new SampleFiling().complete());
        Submission taken = bot.bean(FilingBackend.class).submit("key-1", form);
        return ((Submission.Taken) taken).order().number();
    }

    private static void decide(RunningBot bot, String order, String event) {
        bot.post("/sandbox/desk/api/orders/" + order + "/decisions", Map.of("event", event));
    }

    private static String state(RunningBot bot, String order) {
        return bot.bean(FilingBackend.class).order(order).orElseThrow().state();
    }
}
