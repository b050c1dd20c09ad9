package io.beian;

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

/** A filer's whole way on the phone page, in a real browser, through a restart in the middle. */
class FilingInBrowserTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Path PICTURES = Path.of("target", "screenshots");

    private static final List<String> SPONSOR =
            List.of(
                    "北京样张科技有限公司",
                    "北京市海淀区样张路1号2层201室",
                    "同证件住所",
                    "长期",
                    "王样张",
                    "王样张",
                    "110101199003070011",
                    "2039-11-30",
                    "13800138000",
                    "010-87654321",
                    "010-12345678",
                    "wang@example.com");

    @Test
    void filesACompanysWebsite(@TempDir Path data) throws Exception {
        try (Browser browser = Browser.open().resize(430, 930);
                RunningBot bot = new RunningBot(data, Clock.systemUTC())) {
            String openid =
                    bot.post("/sandbox/wechat/api/users", Map.of()).path("openid").asString();
            PhonePage phone = PhonePage.open(browser, bot.base(), openid, PATIENCE);

            match(phone);
            phone.answerTo(() -> phone.say(SPONSOR.get(0)));
            bot.restart();
            phone.await(p -> !p.isShown("offline"));
            assertThat(bot.conversation(openid).path("asks").asString())
                    .isEqualTo("sponsor.certAddress");
            SPONSOR.subList(1, SPONSOR.size()).forEach(text -> answer(phone, text));
            site(phone);
            photos(phone);
            phone.await(p -> p.last().contains("预览好了"));
            assertThat(phone.all("[data-side=account][data-type=image] img")).isNotEmpty();

            String submitted = phone.answerTo(() -> phone.tap("提交"));

            assertThat(submitted).contains("提交成功").containsPattern("TY\\d{14}");
            assertThat(phone.answerTo(() -> phone.say("进度"))).contains("预审核");
            phone.screenshot(picture("order.png"));
        }
    }

    private static void match(PhonePage phone) throws Exception {
        assertThat(phone.answerTo(phone::follow)).contains("备案");
        phone.answerTo(() -> phone.tap("备案"));
        phone.answerTo(() -> phone.tap("同意并开始"));
        phone.answerTo(() -> phone.tap("北京"));
        phone.answerTo(() -> phone.tap("企业"));
        String refused = phone.answerTo(() -> phone.say("91110108MAO1ABCD5T"));
        assertThat(refused).contains("O");
        phone.answerTo(() -> phone.tap("91110108MA01ABCD5T"));
        phone.answerTo(() -> phone.say("www.example.com"));
        assertThat(phone.answerTo(() -> phone.tap("example.com"))).contains("首次备案");
        phone.screenshot(picture("matching.png"));
    }

    private static void answer(PhonePage phone, String text) {
        assertThat(phone.answerTo(() -> phone.say(text))).contains("已记下");
    }

    private static void site(PhonePage phone) {
        answer(phone, "样张科技官方网站");
        phone.answerTo(() -> phone.tap("www.example.com"));
        phone.answerTo(() -> phone.tap("单位门户网站"));
        phone.answerTo(() -> phone.tap("以上都不涉及"));
        phone.answerTo(() -> phone.tap("中文简体"));
        phone.answerTo(() -> phone.tap("跳过"));
        phone.answerTo(() -> phone.tap("同主体负责人"));
    }

    private static void photos(PhonePage phone) throws Exception {
        phone.answerTo(() -> phone.sendSample("licence"));
        phone.answerTo(() -> phone.sendSample("id-front"));
        phone.answerTo(() -> phone.sendSample("id-back"));
        phone.screenshot(picture("photos.png"));
        phone.answerTo(() -> phone.sendSample("verification"));
    }

    private static Path picture(String name) throws Exception {
        return Files.createDirectories(PICTURES).resolve(name);
    }
}
