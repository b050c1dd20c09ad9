package io.beian.sandbox.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.sandbox.Browser;
import io.beian.sandbox.PhonePage;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WebElement;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** The phone in a real browser, talking to the stub account. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PhonePageTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Path data = Path.of("");
    private ConfigurableApplicationContext context;
    private Script script;
    private Browser browser;

    @BeforeAll
    void start(@TempDir Path directory) {
        data = directory;
        browser = Browser.open().resize(390, 844);
        context = Sandbox.start(directory);
        script = new Script(Sandbox.port(context));
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            browser.close();
        }
        if (context != null) {
            context.close();
        }
    }

    @Test
    void followsTalksAndTaps() throws Exception {
        PhonePage phone = phone(newcomer());
        assertThat(phone.isShown("follow")).isTrue();

        assertThat(phone.answerTo(phone::follow)).isEqualTo("subscribe");
        assertThat(phone.answerTo(() -> phone.say("你好\n🀄"))).isEqualTo("echo: 你好\n🀄");
        phone.answerTo(() -> phone.say("choices"));
        assertThat(phone.choices()).containsExactly("企业", "个体工商户", "个人 & 其他+");
        assertThat(phone.answerTo(() -> phone.tap("个人 & 其他+"))).isEqualTo("tapped 7.3: 个人 & 其他+");
    }

    @Test
    void showsHtmlAsTextAndLinksAsLinks() throws Exception {
        PhonePage phone = follower();

        String answer = phone.answerTo(() -> phone.say("choices"));

        assertThat(answer).endsWith("<b>not bold</b>");
        WebElement link = phone.all("[data-testid=link]").get(0);
        assertThat(link.getText()).isEqualTo("说明");
        assertThat(link.getDomAttribute("href")).isEqualTo("https://example.com/help");
        assertThat(link.getDomAttribute("target")).isEqualTo("_blank");
        phone.answerTo(() -> phone.say("<a href=\"javascript:alert(1)\">x</a><img src=x>"));
        assertThat(phone.all(".bubble a[href^=javascript], .bubble:not(.picture) img")).isEmpty();
    }

    @Test
    void sendsSamplesAndSeveralPhotos(@TempDir Path pictures) throws Exception {
        PhonePage phone = follower();

        assertThat(phone.answerTo(() -> phone.sendSample("id-front"))).isEqualTo("got image");
        int heard = phone.heard();
        Path one = picture(pictures, "id-back");
        Path two = picture(pictures, "licence");
        phone.sendPhotos(one, two).await(p -> p.heard() == heard + 2);

        assertThat(phone.all("[data-side=user][data-type=image] img")).hasSize(3);
        phone.await(p -> showsTheEnd());
        assertThat(phone.all("[data-pending]")).isEmpty();
    }

    @Test
    void opensAPictureOfTheAccountLarge() throws Exception {
        PhonePage phone = follower();
        phone.answerTo(() -> phone.say("picture"));

        phone.all("[data-side=account] .picture img").get(0).click();

        assertThat(phone.isShown("viewer")).isTrue();
        phone.all("[data-testid=viewer]").get(0).click();
        assertThat(phone.isShown("viewer")).isFalse();
    }

    @Test
    void showsTheFaultNoticeInTheChat() throws Exception {
        PhonePage phone = follower();

        phone.say("json").await(p -> p.isShown("fault"));

        assertThat(phone.all("[data-testid=fault]").get(0).getText())
                .isEqualTo("该公众号提供的服务出现故障，请稍后再试");
    }

    @Test
    void showsServiceMessagesTypingAndTheMenuAsTheyCome() throws Exception {
        String openid = newcomer();
        PhonePage phone = phone(openid);
        phone.answerTo(phone::follow);

        JsonNode typing =
                script.call(
                        "/message/custom/typing", Map.of("touser", openid, "command", "Typing"));
        assertThat(typing.path("errcode").asInt(-1)).isZero();
        phone.await(p -> p.all("h1.typing").size() == 1);
        assertThat(phone.answerTo(() -> serve(openid))).isEqualTo("审核通过");
        assertThat(phone.all("h1.typing")).isEmpty();

        createMenu();
        phone.await(p -> p.isShown("to-menu"));
        assertThat(phone.answerTo(() -> phone.press("更多", "进度"))).isEqualTo("CLICK progress");
    }

    @Test
    void keepsEverybodysChatApart() throws Exception {
        PhonePage first = follower();
        first.answerTo(() -> first.say("mine"));

        PhonePage second = follower();

        assertThat(second.all("[data-side=user]")).isEmpty();
        second.answerTo(() -> second.say("hers"));
        assertThat(second.last()).isEqualTo("echo: hers");
    }

    @Test
    void goesOnAfterARestart() throws Exception {
        PhonePage phone = follower();
        phone.answerTo(() -> phone.say("before"));
        int port = Sandbox.port(context);
        int heard = phone.heard();

        context.close();
        phone.await(p -> p.isShown("offline"));
        context = Sandbox.start(data, "server.port=" + port);
        phone.await(p -> !p.isShown("offline") && p.heard() == heard);

        assertThat(phone.answerTo(() -> phone.say("after"))).isEqualTo("echo: after");
    }

    @Test
    void marksWhatCouldNotBeSentAndSendsItAgain() throws Exception {
        PhonePage phone = follower();
        int port = Sandbox.port(context);
        context.close();
        phone.say("lost?").await(p -> p.all(".failed").size() == 1);

        context = Sandbox.start(data, "server.port=" + port);
        phone.await(p -> !p.isShown("offline"));
        phone.all(".failed").get(0).click();
        phone.await(p -> p.last().equals("echo: lost?"));

        assertThat(phone.all("[data-side=user]")).hasSize(1);
    }

    private boolean showsTheEnd() {
        return Boolean.TRUE.equals(
                browser.driver()
                        .executeScript(
                                """
                                const chat = document.getElementById("chat");
                                const loaded = [...chat.querySelectorAll("img")].every(i => i.complete);
                                const below = chat.scrollHeight - chat.scrollTop - chat.clientHeight;
                                return loaded && below < 2;
                                """));
    }

    private PhonePage follower() throws Exception {
        PhonePage phone = phone(newcomer());
        phone.answerTo(phone::follow);
        return phone;
    }

    private PhonePage phone(String openid) {
        return PhonePage.open(browser, URI.create(script.base()), openid, PATIENCE);
    }

    private String newcomer() throws Exception {
        JsonNode person = Sandbox.json(script.post("/sandbox/wechat/api/users", Map.of()));
        return person.path("openid").asString();
    }

    private void serve(String openid) {
        try {
            script.serve(openid, "审核通过");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void createMenu() throws Exception {
        Map<String, Object> progress = Map.of("type", "click", "name", "进度", "key", "progress");
        Map<String, Object> more = Map.of("name", "更多", "sub_button", List.of(progress));
        script.call("/menu/create", Map.of("button", List.of(more)));
    }

    private Path picture(Path directory, String sample) throws Exception {
        byte[] content = script.fetch("/sandbox/wechat/samples/" + sample).body();
        return Files.write(directory.resolve(sample + ".jpg"), content);
    }
}
