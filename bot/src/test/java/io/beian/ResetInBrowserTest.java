package io.beian;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.sandbox.Browser;
import io.beian.sandbox.PhonePage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;

/** The phone goes by the sandbox's clock, and begins anew by a tap. */
class ResetInBrowserTest {

    /** Nine o'clock in China, whatever the browser's own zone. */
    private static final String MONDAY_MORNING = "2026-11-23T01:00:00Z";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Path PICTURES = Path.of("target", "screenshots");

    @Test
    void tellsTheSandboxsTimeAndIsResetOnThePage(@TempDir Path data) throws Exception {
        try (Browser browser = Browser.open().resize(1280, 950);
                RunningBot bot = new RunningBot(data, TestClock.running(MONDAY_MORNING))) {
            String openid =
                    bot.post("/sandbox/wechat/api/users", Map.of()).path("openid").asString();
            PhonePage phone = PhonePage.open(browser, bot.base(), openid, PATIENCE);
            phone.answerTo(phone::follow);
            phone.answerTo(() -> phone.say("备案"));
            phone.await(p -> texts(p, "#clock").startsWith("09:"));
            assertThat(texts(phone, "#chat .time")).startsWith("09:");

            bot.post("/sandbox/clock", Map.of("forward", "P2D"));
            phone.await(p -> texts(p, "#chat .time").startsWith("星期一 09:"));
            phone.screenshot(PICTURES.resolve("stamps.png"));

            tap(phone, "tile-hints", "plus");
            phone.await(p -> !p.all("[data-testid=hint]").isEmpty());
            phone.screenshot(PICTURES.resolve("hints.png"));
            phone.all("[data-testid=hint]").get(0).click();
            assertThat(phone.all("#input").get(0).getDomProperty("value")).startsWith("91110108MA");

            reset(phone, "reset-phone");
            phone.await(p -> shows(p, "follow"));
            assertThat(phone.all("#chat [data-testid=message]")).isEmpty();
            assertThat(bot.get("/sandbox/conversations")).isEmpty();
            phone.screenshot(PICTURES.resolve("reset.png"));

            phone.all("[data-testid=close-sheet]").get(0).click();
            reset(phone, "reset-clock");
            RunningBot.await(
                    "the present",
                    () -> bot.get("/sandbox/clock").path("offset").asString().equals("PT0S"));
        }
    }

    private static void reset(PhonePage phone, String what) {
        tap(phone, what, "reset");
        tap(phone, "sure", "");
    }

    /** Opens something first, if there is something to open. */
    private static void tap(PhonePage phone, String testId, String opener) {
        if (!opener.isEmpty()) {
            phone.all("[data-testid=" + opener + "]").get(0).click();
        }
        phone.await(p -> shows(p, testId));
        phone.all("[data-testid=" + testId + "]").get(0).click();
    }

    private static boolean shows(PhonePage phone, String testId) {
        return phone.all("[data-testid=" + testId + "]").stream().anyMatch(WebElement::isDisplayed);
    }

    private static String texts(PhonePage phone, String selector) {
        try {
            List<WebElement> all = phone.all(selector);
            return String.join("\n", all.stream().map(WebElement::getText).toList());
        } catch (StaleElementReferenceException drawnAnew) {
            return "";
        }
    }
}
