package io.beian;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.beian.order.OrderEvent;
import io.beian.sandbox.Browser;
import io.beian.sandbox.Legibility;
import io.beian.sandbox.PhonePage;
import io.beian.talk.Talk;
import io.beian.talk.TalkPlayer;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Every page the product serves, in a real browser: by day, by night and by the keys alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesInBrowserTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String OPENID = "oPages000000000000000000001";
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"<>]+");

    private Browser browser;
    private RunningBot bot;
    private WebhookStage stage;
    private Legibility legibility;

    @BeforeAll
    void start(@TempDir Path data) throws IOException {
        browser = Browser.open().resize(390, 844);
        legibility = new Legibility(browser);
        TestClock clock = TestClock.running("2026-11-23T02:00:00Z");
        bot = new RunningBot(data, clock);
        stage = new WebhookStage(bot, clock::pass, OPENID);
        new TalkPlayer(stage, Talk.all()).play(Talk.named("公司首次备案到订单号.talk"));
        stage.review(OrderEvent.ASK_VERIFICATION, "", List.of());
        stage.say("预览");
        stage.say("导出我的资料");
        stage.tap("确认导出");
        PhonePage.open(browser, bot.base(), OPENID, PATIENCE);
    }

    @AfterAll
    void stop() {
        if (stage != null) {
            stage.close();
        }
        if (bot != null) {
            bot.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void areLegibleByDayAndByNight() throws IOException {
        open(link("/preview/"));
        look("preview");
        open(link("/mine/"));
        look("export");
        open(bot.base() + "/footer?n=" + URLEncoder.encode("京ICP备2026000001号-1", UTF_8));
        look("footer");
        open(link("/notices/"));
        look("notices");
        open(link("/sandbox/verification/"));
        look("verification");
        open(bot.base() + "/preview/" + "A".repeat(32));
        look("gone");
        open(bot.base() + "/sandbox/agents");
        look("agents");
        open(bot.base() + "/sandbox/inspector?user=" + OPENID);
        shows("#main table");
        look("inspector");
        open(bot.base() + "/sandbox/desk");
        shows("#order:not([hidden]) [data-event]");
        look("desk");
    }

    @Test
    void isLegibleInTheChatAndOnItsSheets() throws IOException {
        PhonePage phone = PhonePage.open(browser, bot.base(), OPENID, PATIENCE);
        look("phone");
        for (String sheet : List.of("people", "profile", "plus")) {
            phone.all("[data-testid=" + sheet + "]").get(0).click();
            look("phone-" + sheet);
            phone = PhonePage.open(browser, bot.base(), OPENID, PATIENCE);
        }
    }

    @Test
    void opensAPhotoLargeAndFoldsWhatIsEmpty() {
        open(link("/preview/"));

        WebElement large = browser.driver().findElement(By.id("large-1"));
        assertThat(large.isDisplayed()).isFalse();
        browser.driver().findElement(By.cssSelector("[href='#large-1']")).click();
        assertThat(large.isDisplayed()).isTrue();
        new WebDriverWait(browser.driver(), PATIENCE)
                .until(
                        d ->
                                !"0"
                                        .equals(
                                                d.findElement(By.cssSelector("#large-1 img"))
                                                        .getDomProperty("naturalWidth")));
        assertThat(large.findElement(By.tagName("img")).getRect().getWidth()).isEqualTo(390);
        large.click();
        assertThat(large.isDisplayed()).isFalse();

        WebElement empty = browser.driver().findElement(By.cssSelector("details.empty"));
        assertThat(empty.findElement(By.cssSelector(".row")).isDisplayed()).isFalse();
        empty.findElement(By.tagName("summary")).click();
        assertThat(empty.findElement(By.cssSelector(".row")).getText()).contains("未填写");
    }

    @Test
    void saysWhatCanBeDoneWithTheSheetNow() {
        open(link("/preview/"));

        assertThat(browser.driver().findElement(By.tagName("main")).getText())
                .contains("正在审核", "订单号 TY", "版本")
                .doesNotContain("提交前请");
    }

    @Test
    void isWrittenToWithTheKeysAlone() {
        PhonePage phone = PhonePage.open(browser, bot.base(), OPENID, PATIENCE);
        phone.await(p -> focused().equals("input"));
        int newest = phone.choices().size();
        assertThat(phone.all("#chat a").size()).isGreaterThan(newest + 10);
        assertThat(stops("#chat a"))
                .as("stops in the chat")
                .isLessThanOrEqualTo(Math.max(1, newest));

        // The first stop of the page leads past everything else.
        browser.driver().executeScript("document.getElementById('back').focus()");
        new Actions(browser.driver())
                .keyDown(Keys.SHIFT)
                .sendKeys(Keys.TAB)
                .keyUp(Keys.SHIFT)
                .perform();
        assertThat(focused()).isEqualTo("skip");
        press(Keys.ENTER);
        assertThat(focused()).isEqualTo("input");
        assertThat(phone.all("#input").get(0).getCssValue("outline-style")).isEqualTo("solid");
        phone.answerTo(() -> press("进度", Keys.ENTER));

        // The arrows lead to older choices.
        browser.driver().executeScript("[...document.querySelectorAll('#chat a')].at(-1).focus()");
        for (int i = 0; i < 12; i++) {
            press(Keys.ARROW_UP);
        }
        assertThat(browser.driver().switchTo().activeElement().getDomProperty("tabIndex"))
                .isEqualTo("-1");
    }

    private void press(CharSequence... keys) {
        new Actions(browser.driver()).sendKeys(keys).perform();
    }

    private String focused() {
        return String.valueOf(browser.driver().switchTo().activeElement().getDomProperty("id"));
    }

    private long stops(String selector) {
        return browser.driver().findElements(By.cssSelector(selector)).stream()
                .filter(link -> !"-1".equals(link.getDomProperty("tabIndex")))
                .count();
    }

    private void open(String address) {
        browser.driver().get(address);
    }

    private void shows(String selector) {
        new WebDriverWait(browser.driver(), PATIENCE)
                .until(d -> !d.findElements(By.cssSelector(selector)).isEmpty());
    }

    /** Keeps a picture of the page by day and by night before judging it. */
    private void look(String name) throws IOException {
        Files.createDirectories(PICTURES);
        for (String scheme : List.of("light", "dark")) {
            legibility.prefer(scheme);
            Files.write(
                    PICTURES.resolve("page-" + name + "-" + scheme + ".png"),
                    browser.driver().getScreenshotAs(OutputType.BYTES));
        }
        legibility.check(name);
    }

    private String link(String part) {
        List<String> links =
                bot.entries(OPENID, 0).stream()
                        .map(entry -> entry.path("fields").path("Content").asString(""))
                        .flatMap(text -> LINK.matcher(text).results().map(MatchResult::group))
                        .filter(link -> link.contains(part))
                        .toList();
        assertThat(links).as("links to " + part).isNotEmpty();
        return links.get(links.size() - 1);
    }
}
