package io.beian;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.order.OrderEvent;
import io.beian.talk.Talk;
import io.beian.talk.TalkPlayer;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The 24 hours of the SMS verification reach people on whichever way is left, rung by rung. */
class SmsDeadlineTest {

    private static final String OPENID = "oDeadline";
    private static final String ALLOWED = "SUverification0000000000000000000000000000";

    private final Path data;
    private final TestClock clock = TestClock.running("2026-11-23T02:00:00Z");
    private RunningBot bot;
    private WebhookStage stage;

    SmsDeadlineTest(@TempDir Path data) throws Exception {
        this.data = data;
        this.bot = new RunningBot(this.data, clock);
        this.stage = new WebhookStage(bot, clock::pass, OPENID);
    }

    @BeforeEach
    void submitted() {
        new TalkPlayer(stage, Talk.all()).play(Talk.named("两位负责人到订单号.talk"));
    }

    @AfterEach
    void stop() {
        MeterRegistry meters = bot.bean(MeterRegistry.class);
        meters.find("beian.notify.sent").counters().stream()
                .filter(each -> each.count() > 0)
                .map(SmsDeadlineTest::row)
                .sorted()
                .forEach(System.out::println);
        stage.close();
        bot.close();
    }

    private static String row(Counter counter) {
        return "%s %s: %.0f"
                .formatted(
                        counter.getId().getTag("rung"),
                        counter.getId().getTag("outcome"),
                        counter.count());
    }

    @Test
    void goesDownTheLadderAsTheQuotaIsUsedUp() {
        stage.review(OrderEvent.PASS_PRE_REVIEW, "", List.of());
        stage.review(OrderEvent.PASS_ADMIN, "", List.of());
        stage.review(OrderEvent.INTERFACE_TAKES, "", List.of());
        stage.advance(Duration.ofHours(3));
        stage.review(OrderEvent.PERSON_VERIFIES, "sponsor.person", List.of());
        assertThat(kinds("SERVED")).as("all five sends").isGreaterThanOrEqualTo(5);

        long before = kinds("NOTICED");
        stage.advance(Duration.ofHours(10));
        assertThat(notices()).hasSize((int) before + 1).last().isEqualTo("template");

        bot.post(
                "/sandbox/wechat/api/users/" + OPENID + "/subscriptions",
                Map.of(ALLOWED, "accept"));
        stage.advance(Duration.ofHours(9));
        assertThat(notices()).last().isEqualTo("subscription");

        bot.post("/sandbox/wechat/api/faults", Map.of("40037", true));
        stage.advance(Duration.ofMinutes(80));
        assertThat(texts()).containsExactly("site.s1.person");
        assertThat(stage.say("进度")).contains("您不在时", "短信核验还剩", "李*");
    }

    @Test
    void reachesBothPeopleByTextMessageWhenFortyEightHoursAreOver() {
        stage.advance(Duration.ofDays(3));
        bot.post("/sandbox/wechat/api/faults", Map.of("40037", true));
        long served = kinds("SERVED");

        stage.review(OrderEvent.PASS_PRE_REVIEW, "", List.of());
        stage.review(OrderEvent.PASS_ADMIN, "", List.of());
        stage.review(OrderEvent.INTERFACE_TAKES, "", List.of());

        assertThat(kinds("SERVED")).isEqualTo(served);
        assertThat(kinds("NOTICED")).isZero();
        assertThat(texts()).containsExactlyInAnyOrder("sponsor.person", "site.s1.person");
    }

    private long kinds(String kind) {
        return bot.entries(OPENID, 0).stream()
                .filter(entry -> entry.path("kind").asString().equals(kind))
                .count();
    }

    private List<String> notices() {
        return bot.entries(OPENID, 0).stream()
                .filter(entry -> entry.path("kind").asString().equals("NOTICED"))
                .map(entry -> entry.path("type").asString())
                .toList();
    }

    /** To whom the backend has sent text messages. */
    private List<String> texts() {
        String order = stage.view().orderNumber().orElseThrow();
        return bot.get("/sandbox/desk/api/orders/" + order).path("texts").values().stream()
                .map((JsonNode text) -> text.path("person").asString())
                .toList();
    }
}
