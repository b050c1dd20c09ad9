package io.beian;

import static io.beian.CompanyOnThePhone.SPONSOR;
import static io.beian.CompanyOnThePhone.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.beian.sandbox.Browser;
import io.beian.sandbox.PhonePage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A filer's whole way on the phone page, in a real browser, through a restart in the middle. */
class FilingInBrowserTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Path PICTURES = Path.of("target", "screenshots");

    @Test
    void filesACompanysWebsite(@TempDir Path data) throws Exception {
        try (Browser browser = Browser.open().resize(430, 930);
                RunningBot bot = new RunningBot(data, Clock.systemUTC())) {
            String openid =
                    bot.post("/sandbox/wechat/api/users", Map.of()).path("openid").asString();
            PhonePage phone = PhonePage.open(browser, bot.base(), openid, PATIENCE);

            CompanyOnThePhone.match(phone);
            phone.screenshot(picture("matching.png"));
            phone.answerTo(() -> phone.say(SPONSOR.get(0)));
            bot.restart();
            phone.await(p -> !p.isShown("offline"));
            assertThat(bot.conversation(openid).path("asks").asString())
                    .isEqualTo("sponsor.certAddress");
            SPONSOR.subList(1, SPONSOR.size()).forEach(text -> answer(phone, text));
            CompanyOnThePhone.site(phone);
            phone.answerTo(() -> phone.tap("同主体负责人"));
            CompanyOnThePhone.photos(phone, "licence", "id-front", "id-back");
            phone.screenshot(picture("photos.png"));
            CompanyOnThePhone.photos(phone, "verification");
            phone.await(p -> p.last().contains("预览好了"));
            assertThat(phone.all("[data-side=account][data-type=image] img")).isNotEmpty();
            opensOnNoOtherPhone(browser, bot, phone, openid);

            String submitted = phone.answerTo(() -> phone.tap("提交"));

            assertThat(submitted).contains("提交成功").containsPattern("TY\\d{14}");
            assertThat(phone.answerTo(() -> phone.say("进度"))).contains("预审核");
            phone.screenshot(picture("order.png"));
        }
    }

    /** The link to the preview, tapped on the phone and then sent on to somebody else's. */
    private static void opensOnNoOtherPhone(
            Browser browser, RunningBot bot, PhonePage phone, String owner) throws Exception {
        ChromeDriver driver = browser.driver();
        String chat = driver.getWindowHandle();
        List<WebElement> links = phone.all("[data-side=account] [data-testid=link]");
        String link = String.valueOf(links.get(links.size() - 1).getDomProperty("href"));
        links.get(links.size() - 1).click();
        WebDriverWait wait = new WebDriverWait(driver, PATIENCE);
        wait.until(d -> d.getWindowHandles().size() == 2);
        driver.getWindowHandles().stream()
                .filter(w -> !w.equals(chat))
                .forEach(w -> show(driver, w));
        wait.until(d -> !d.findElements(By.cssSelector(".row")).isEmpty());
        // A browser takes along what followed the # of the address it was sent on from.
        assertThat(driver.getCurrentUrl()).isEqualTo(link + "#wechat_redirect");
        assertThat(driver.findElement(By.tagName("body")).getText()).contains("110101199003070011");
        assertThat(driver.findElements(By.cssSelector(".picture img")))
                .isNotEmpty()
                .allMatch(image -> !"0".equals(image.getDomProperty("naturalWidth")));

        PhonePage.open(browser, bot.base(), "oSandbox0000000000000000lin", PATIENCE);
        driver.get(link);
        assertThat(driver.findElement(By.tagName("body")).getText())
                .contains("另一位微信用户")
                .doesNotContain("110101199003070011");
        phone.screenshot(picture("refused.png"));
        driver.close();
        show(driver, chat);
        PhonePage.open(browser, bot.base(), owner, PATIENCE);
    }

    private static void show(ChromeDriver driver, String window) {
        driver.switchTo().window(window);
    }

    private static Path picture(String name) throws Exception {
        return Files.createDirectories(PICTURES).resolve(name);
    }
}
