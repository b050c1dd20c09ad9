package io.beian;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.conversation.Conversations;
import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Effect;
import io.beian.dialogue.Line;
import io.beian.dialogue.Notice;
import io.beian.dialogue.Reply;
import io.beian.outbox.Agents;
import io.beian.outbox.NoticeLinks;
import io.beian.outbox.Outbox;
import io.beian.sandbox.Browser;
import io.beian.sandbox.PhonePage;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchShadowRootException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.SearchContext;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.WebDriverWait;
import tools.jackson.databind.JsonNode;

/** The whole product brings messages to people whom it may not simply write to. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReachTest {

    private static final String RESULT = "SUresult0000000000000000000000000000000000";
    private static final String VERIFICATION = "SUverification0000000000000000000000000000";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Path PICTURES = Path.of("target", "screenshots");

    private final TestClock clock = TestClock.standing("2026-11-26T11:05:00Z");
    private RunningBot bot;
    private long turn = 1000;

    @BeforeAll
    void start(@TempDir Path data) throws Exception {
        bot = new RunningBot(data, clock);
    }

    @AfterAll
    void stop() {
        bot.close();
    }

    @AfterEach
    void noFaults() {
        bot.get("/sandbox/wechat/api/faults").values().forEach(f -> fault(f.asString(), false));
    }

    @Test
    void writesWhileItMay() {
        ConversationId id = somebody("oReachService");

        tell(id, Notice.Kind.RESULT);

        assertThat(awaited(id, "SERVED").path("type").asString()).isEqualTo("text");
    }

    @Test
    void sendsTheTemplateWhenItMayNotWriteAndTheTextAtTheNextContact() {
        ConversationId id = somebody("oReachTemplate");
        clock.pass(Duration.ofDays(2));

        tell(id, Notice.Kind.RESULT);

        JsonNode card = awaited(id, "NOTICED");
        assertThat(card.path("type").asString()).isEqualTo("template");
        String now =
                DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm")
                        .format(clock.instant().atZone(ZoneId.of("Asia/Shanghai")));
        assertThat(card.at("/fields/Rows").asString()).contains("BA20260001", "样张科技", "已备案", now);
        assertThat(missed(id)).isEqualTo(1);
    }

    @Test
    void asksForPermissionAndUsesIt() {
        ConversationId id = somebody("oReachSubscription");
        String link = bot.bean(NoticeLinks.class).linkFor(id).orElseThrow();
        HttpResponse<byte[]> page = Visitor.onThePhoneOf(id.value(), bot).open(link);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(new String(page.body(), StandardCharsets.UTF_8))
                .contains("wx-open-subscribe template=\"" + VERIFICATION + "," + RESULT)
                .contains("短信核验提醒", "审核结果", "待办提醒")
                .doesNotContain("办理进度", "{{", id.value());
        bot.post(
                "/sandbox/wechat/api/users/" + id.value() + "/subscriptions",
                Map.of(RESULT, "accept", VERIFICATION, "accept"));
        clock.pass(Duration.ofDays(2));

        tell(id, Notice.Kind.RESULT);
        assertThat(awaited(id, "NOTICED").path("type").asString()).isEqualTo("subscription");
        tell(id, Notice.Kind.VERIFICATION);
        assertThat(awaited(id, "NOTICED", 2).at("/fields/Title").asString()).isEqualTo("短信核验提醒");
        tell(id, Notice.Kind.RESULT);
        assertThat(awaited(id, "NOTICED", 3).path("type").asString()).isEqualTo("template");
    }

    @Test
    void goesOnWhenWechatReportsThatANoticeDidNotArrive() {
        ConversationId id = somebody("oReachFailed");
        bot.post(
                "/sandbox/wechat/api/users/" + id.value() + "/subscriptions",
                Map.of(RESULT, "accept"));
        clock.pass(Duration.ofDays(2));
        fault("system failed", true);

        tell(id, Notice.Kind.RESULT);

        assertThat(awaited(id, "NOTICED").path("type").asString()).isEqualTo("subscription");
        assertThat(awaited(id, "NOTICED", 2).path("type").asString()).isEqualTo("template");
        bot.settle();
        assertThat(missed(id)).isEqualTo(1);
    }

    @Test
    void sendsNothingMoreOnceTheAccountIsBanned() {
        ConversationId id = somebody("oReachBanned");
        fault("48004", true);

        tell(id, Notice.Kind.RESULT);
        bot.settle();
        fault("48004", false);
        tell(id, Notice.Kind.RESULT);
        bot.settle();

        assertThat(entries(id, "SERVED")).isEmpty();
        assertThat(entries(id, "NOTICED")).isEmpty();
        assertThat(missed(id)).isEqualTo(2);
        bot.bean(org.springframework.data.redis.core.StringRedisTemplate.class)
                .delete("wechat:sending-stopped");
    }

    @Test
    void asksInTheBrowserAndShowsWhatComes() throws Exception {
        ConversationId id = somebody("oReachBrowser");
        try (Browser browser = Browser.open().resize(430, 930)) {
            PhonePage phone = PhonePage.open(browser, bot.base(), id.value(), PATIENCE);
            allowNotices(browser.driver(), id);
            clock.pass(Duration.ofDays(2));
            tell(id, Notice.Kind.RESULT);
            tell(id, Notice.Kind.PROGRESS);
            awaited(id, "NOTICED", 2);

            PhonePage.open(browser, bot.base(), id.value(), PATIENCE);

            phone.await(p -> p.all("[data-testid=message][data-type=template]").size() == 1);
            assertThat(phone.all("[data-testid=message][data-type=subscription]"))
                    .singleElement()
                    .satisfies(card -> assertThat(card.getText()).contains("服务通知", "已备案"));
            picture(browser.driver(), "notices-on-the-phone");
        }
    }

    private void allowNotices(ChromeDriver driver, ConversationId id) throws Exception {
        driver.get(bot.bean(NoticeLinks.class).linkFor(id).orElseThrow());
        WebDriverWait wait = new WebDriverWait(driver, PATIENCE);
        SearchContext element =
                wait.until(
                        d -> {
                            try {
                                return d.findElement(By.id("subscribe")).getShadowRoot();
                            } catch (NoSuchShadowRootException notYet) {
                                return null;
                            }
                        });
        element.findElement(By.cssSelector("button")).click();
        WebElement allow = wait.until(d -> d.findElement(By.cssSelector("[data-testid=allow]")));
        picture(driver, "notices-sheet");
        allow.click();
        wait.until(d -> d.findElement(By.id("said")).getText().contains("好了"));
        picture(driver, "notices-allowed");
    }

    @Test
    void letsAnAgentTalkOnTheirOwnPage() throws Exception {
        ConversationId id = somebody("oReachAgent");
        try (Browser browser = Browser.open().resize(900, 700)) {
            ChromeDriver driver = browser.driver();
            driver.get(bot.base().resolve("/sandbox/agents").toString());
            WebDriverWait wait = new WebDriverWait(driver, PATIENCE);
            wait.until(d -> d.findElement(By.cssSelector("[data-testid=toggle]"))).click();
            wait.until(d -> d.findElement(By.cssSelector(".state.on")));

            assertThat(bot.bean(Agents.class).call(id, "王样张的订单 BA1，待核验。"))
                    .isEqualTo(Agents.Called.CAME);
            bot.send(id.value(), Map.of("type", "text", "text", "有人吗"));
            // The page draws itself anew when a message comes, under a hand that types too.
            wait.until(d -> d.findElements(By.cssSelector(".line")).size() == 1);
            WebElement say = wait.until(d -> d.findElement(By.cssSelector("[data-testid=say]")));
            say.sendKeys("您好，我来看看。", Keys.ENTER);
            awaited(id, "AGENT", 2);
            wait.until(d -> d.findElements(By.cssSelector(".line")).size() == 2);
            picture(driver, "agents");

            wait.ignoring(StaleElementReferenceException.class)
                    .until(
                            d ->
                                    d.findElement(By.cssSelector("[data-testid=summary]"))
                                            .getText()
                                            .contains("待核验"));
            assertThat(awaited(id, "AGENT", 2).at("/fields/Content").asString())
                    .isEqualTo("您好，我来看看。");
            wait.ignoring(StaleElementReferenceException.class)
                    .until(
                            d -> {
                                d.findElement(By.cssSelector("[data-testid=end]")).click();
                                return true;
                            });
            awaited(id, "AGENT", 3);
            wait.ignoring(StaleElementReferenceException.class)
                    .until(
                            d -> {
                                d.findElement(By.cssSelector("[data-testid=toggle]")).click();
                                return true;
                            });
        }
    }

    private static void picture(ChromeDriver driver, String name) throws Exception {
        Files.createDirectories(PICTURES);
        Files.write(PICTURES.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    }

    @Test
    void opensNoOtherLink() {
        HttpResponse<byte[]> page = bot.fetch(bot.base() + "/notices/" + "A".repeat(32));

        assertThat(page.statusCode()).isEqualTo(410);
        assertThat(new String(page.body(), StandardCharsets.UTF_8))
                .contains("链接已经过期")
                .doesNotContain("有点忙");
    }

    private ConversationId somebody(String openid) {
        bot.send(openid, Map.of("type", "subscribe"));
        bot.send(openid, Map.of("type", "text", "text", "你好"));
        bot.settle();
        return new ConversationId(openid);
    }

    private void tell(ConversationId id, Notice.Kind kind) {
        Notice notice =
                new Notice(
                        kind,
                        "BA20260001",
                        Map.of("order", "BA20260001", "title", "样张科技", "state", "APPROVED"),
                        Optional.of(clock.instant().plus(Duration.ofDays(1))),
                        List.of());
        Reply reply =
                new Reply(
                        1,
                        List.of(Line.of("busy")),
                        List.of(),
                        Optional.empty(),
                        Optional.of(notice));
        bot.bean(Outbox.class).put(id, new Effect.Tell(reply, turn++));
    }

    private void fault(String fault, boolean on) {
        bot.post("/sandbox/wechat/api/faults", Map.of(fault, on));
    }

    private long missed(ConversationId id) {
        bot.settle();
        return bot.bean(Conversations.class).fresh(id).conversation().missed().size();
    }

    private JsonNode awaited(ConversationId id, String kind) {
        return awaited(id, kind, 1);
    }

    private JsonNode awaited(ConversationId id, String kind, int nth) {
        RunningBot.await(kind + " " + nth, () -> entries(id, kind).size() >= nth);
        return entries(id, kind).get(nth - 1);
    }

    private List<JsonNode> entries(ConversationId id, String kind) {
        return bot.entries(id.value(), 0).stream()
                .filter(entry -> entry.path("kind").asString().equals(kind))
                .toList();
    }
}
