package io.beian.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.beian.wechat.FakeWechat.Answer;
import io.beian.wechat.FakeWechat.Request;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class WxJavaApiTest {

    private static final String SEND = "/cgi-bin/message/custom/send";
    private static final String UPLOAD = "/cgi-bin/media/upload";
    private static final String GET = "/cgi-bin/media/get";
    private static final String MENU = "/cgi-bin/menu/create";

    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    @RegisterExtension static final ApiKit kit = new ApiKit();

    private FakeWechat wechat;
    private WechatApi api;

    @BeforeEach
    void start() {
        wechat = kit.wechat();
        api = kit.api();
        logged.start();
        root().addAppender(logged);
    }

    @AfterEach
    void stop() {
        root().detachAppender(logged);
    }

    @Test
    void sendsText() {
        Sent sent = api.sendText("o-1", "好 😀 \"<a href=\"\n", Door.ALWAYS_OPEN);

        assertThat(sent).isEqualTo(new Sent.Delivered());
        Request request = wechat.only(SEND);
        assertThat(request.query()).isEqualTo("access_token=s3cr3t-token-1");
        assertThat(request.contentType()).isEqualTo("application/json; charset=UTF-8");
        assertThat(request.text())
                .isEqualTo(
                        "{\"touser\":\"o-1\",\"msgtype\":\"text\","
                                + "\"text\":{\"content\":\"好 😀 \\\"<a href=\\\"\\n\"}}");
    }

    @Test
    void asksForTheTokenByItsStableName() {
        api.sendText("o-1", "好", Door.ALWAYS_OPEN);

        Request request = wechat.only(FakeWechat.TOKEN_PATH);
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.text())
                .isEqualTo(
                        "{\"grant_type\":\"client_credential\",\"appid\":\"%s\",\"secret\":\"%s\",\"force_refresh\":false}"
                                .formatted(Sample.APP_ID, Sample.SECRET));
    }

    @Test
    void asksForOneTokenHoweverManyThreadsNeedIt() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<Sent> send = () -> api.sendText("o-1", "好", Door.ALWAYS_OPEN);
            for (Future<Sent> sent : threads.invokeAll(Collections.nCopies(40, send))) {
                assertThat(sent.get()).isEqualTo(new Sent.Delivered());
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(wechat.requests(SEND)).hasSize(40);
        assertThat(wechat.requests(FakeWechat.TOKEN_PATH)).hasSize(1);
    }

    @Test
    void sharesTheTokenWithOtherNodes() {
        WechatApi otherNode = kit.api(wechat.uri());

        api.sendText("o-1", "好", Door.ALWAYS_OPEN);
        otherNode.sendText("o-1", "好", Door.ALWAYS_OPEN);

        assertThat(wechat.requests(FakeWechat.TOKEN_PATH)).hasSize(1);
        assertThat(kit.redis().getExpire("wechat:access_token:" + Sample.APP_ID))
                .isBetween(1L, 7200L);
    }

    @ParameterizedTest
    @ValueSource(ints = {40001, 40014, 42001})
    void replacesATokenThatIsOutOfDate(int code) {
        wechat.answer(SEND, Answer.error(code));

        assertThat(api.sendText("o-1", "好", Door.ALWAYS_OPEN)).isEqualTo(new Sent.Delivered());
        assertThat(wechat.requests(SEND))
                .extracting(Request::query)
                .containsExactly("access_token=s3cr3t-token-1", "access_token=s3cr3t-token-2");
    }

    @Test
    void usesTheTokenAnotherNodeHasReplaced() {
        api.sendText("o-1", "好", Door.ALWAYS_OPEN);
        kit.redis().opsForValue().set("wechat:access_token:" + Sample.APP_ID, "theirs");
        wechat.answer(SEND, Answer.error(40001));

        api.sendText("o-1", "好", Door.ALWAYS_OPEN);

        assertThat(wechat.requests(FakeWechat.TOKEN_PATH)).hasSize(2);
    }

    @Test
    void givesUpOnATokenAfterTheSecond() {
        wechat.answer(SEND, Answer.error(40001)).answer(SEND, Answer.error(40001));

        assertThat(api.sendText("o-1", "好", Door.ALWAYS_OPEN))
                .isEqualTo(new Sent.TryLater(40001, false));
        assertThat(wechat.requests(SEND)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {45015, 45047})
    void knowsWhenTheQuotaIsUsedUp(int code) {
        assertThat(sentAfter(code)).isEqualTo(new Sent.OutOfQuota(code));
    }

    @ParameterizedTest
    @ValueSource(ints = {40003, 43004, 43019, 43101, 48002})
    void knowsWhomItCannotReach(int code) {
        assertThat(sentAfter(code)).isEqualTo(new Sent.Unreachable(code));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 45009, 45011})
    void leavesTryingAgainToOthers(int code) {
        assertThat(sentAfter(code)).isEqualTo(new Sent.TryLater(code, false));
        assertThat(wechat.requests(SEND)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {48001, 48004, 40164, 45002, 99999})
    void tellsWhatOnlyAnOperatorCanMend(int code) {
        assertThat(sentAfter(code)).isEqualTo(new Sent.Misconfigured(code));
        assertThat(logged.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("message/custom/send was refused by WeChat with errcode " + code);
    }

    @ParameterizedTest
    @ValueSource(ints = {40013, 40125, 40164})
    void tellsThatTheAccountIsNotOurs(int code) {
        wechat.answer(FakeWechat.TOKEN_PATH, Answer.error(code));

        assertThat(api.sendText("o-1", "好", Door.ALWAYS_OPEN))
                .isEqualTo(new Sent.Misconfigured(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>busy</html>", "[]", "null", "{\"errcode\":\"x\"}", "{"})
    void saysThatAMessageMayHaveArrivedAfterAnAnswerWithoutSense(String body) {
        wechat.answer(SEND, Answer.json(body));

        assertThat(api.sendText("o-1", "好", Door.ALWAYS_OPEN))
                .isEqualTo(new Sent.TryLater(Sent.TryLater.NO_ANSWER, true));
    }

    @Test
    void saysThatAMessageMayHaveArrivedAfterAServerError() {
        wechat.answer(SEND, new Answer(502, "text/html", new byte[0], true));

        assertThat(api.sendText("o-1", "好", Door.ALWAYS_OPEN))
                .isEqualTo(new Sent.TryLater(Sent.TryLater.NO_ANSWER, true));
        assertThat(wechat.requests(SEND)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>busy</html>", "[]", "{}", "{"})
    void saysThatNothingLeftWithoutAToken(String body) {
        wechat.answer(FakeWechat.TOKEN_PATH, Answer.json(body));

        assertThat(api.sendText("o-1", "好", Door.ALWAYS_OPEN))
                .isEqualTo(new Sent.TryLater(Sent.TryLater.NO_ANSWER, false));
        assertThat(wechat.requests(SEND)).isEmpty();
    }

    @Test
    void saysThatNothingLeftWhenNobodyListens() throws IOException {
        api.sendText("o-1", "好", Door.ALWAYS_OPEN);
        WechatApi nobody = kit.api(ApiKit.nobody());

        assertThat(nobody.sendText("o-1", "好", Door.ALWAYS_OPEN))
                .isEqualTo(new Sent.TryLater(Sent.TryLater.NO_ANSWER, false));
        assertThat(nobody.download("m-1")).isEqualTo(new Fetched.TryLater(Sent.TryLater.NO_ANSWER));
    }

    @Test
    void letsNothingLeaveThroughAClosedDoor() {
        assertThat(api.sendText("o-1", "好", new Watched(false))).isEqualTo(new Sent.HeldBack());

        assertThat(wechat.requests(SEND)).isEmpty();
        assertThat(api.sendText("o-1", "好", Door.ALWAYS_OPEN)).isEqualTo(new Sent.Delivered());
    }

    @Test
    void asksAtTheDoorOnlyWhenConnected() throws IOException {
        Watched door = new Watched(true);

        assertThat(kit.api(ApiKit.nobody()).sendText("o-1", "好", door))
                .isEqualTo(new Sent.TryLater(Sent.TryLater.NO_ANSWER, false));
        assertThat(door.seen).isEmpty();

        api.sendText("o-1", "好", door);
        assertThat(door.seen).containsExactly("asked", "passed");
    }

    @Test
    void tellsTheDoorWhatWechatRefused() {
        Watched door = new Watched(true);
        wechat.answer(SEND, Answer.error(40001));

        api.sendText("o-1", "好", door);

        assertThat(door.seen).containsExactly("asked", "passed", "came back", "asked", "passed");
    }

    @Test
    void usesNoTokenThatIsOutOfDateByItsClock() {
        api.sendText("o-1", "好", Door.ALWAYS_OPEN);
        kit.forward(Duration.ofHours(36));
        api.sendText("o-1", "好", Door.ALWAYS_OPEN);

        assertThat(wechat.requests(SEND))
                .extracting(Request::query)
                .containsExactly("access_token=s3cr3t-token-1", "access_token=s3cr3t-token-2");
    }

    @Test
    void createsTheMenu() {
        api.createMenu(
                List.of(
                        new MenuButton.Click("开始备案", "start"),
                        new MenuButton.Group(
                                "更多",
                                List.of(
                                        new MenuButton.Click("人工", "human"),
                                        new MenuButton.View("网站", "https://example.com/?a&b")))));

        assertThat(wechat.only(MENU).text())
                .isEqualTo(
                        "{\"button\":[{\"type\":\"click\",\"name\":\"开始备案\",\"key\":\"start\"},"
                                + "{\"name\":\"更多\",\"sub_button\":["
                                + "{\"type\":\"click\",\"name\":\"人工\",\"key\":\"human\"},"
                                + "{\"type\":\"view\",\"name\":\"网站\","
                                + "\"url\":\"https://example.com/?a&b\"}]}]}");
    }

    @Test
    void complainsAboutARefusedMenuWithNothingButTheCode() {
        wechat.answer(MENU, Answer.error(48001));

        assertThatExceptionOfType(WechatException.class)
                .isThrownBy(() -> api.createMenu(List.of(new MenuButton.Click("a", "b"))))
                .withMessage("menu/create was answered with errcode 48001")
                .withNoCause();
    }

    @Test
    void keepsSecretsAndWordsOutOfTheLogEvenWhenWxJavaMayTalk() {
        Logger wxJava = (Logger) LoggerFactory.getLogger("me.chanjar.weixin");
        wxJava.setLevel(Level.DEBUG);
        for (int code : new int[] {-1, 40001, 40003, 45015, 48001, 40007}) {
            wechat.answer(SEND, Answer.error(code));
            wechat.answer(GET, Answer.error(code));
            wechat.answer(UPLOAD, Answer.error(code));
        }

        for (int i = 0; i < 8; i++) {
            api.sendText("s3cr3t-openid", "s3cr3t-words", Door.ALWAYS_OPEN);
            api.sendImage("s3cr3t-openid", ApiKit.PICTURE, "p.jpg", Door.ALWAYS_OPEN);
            api.download("s3cr3t-media");
        }
        wxJava.setLevel(null);

        assertThat(logged.list)
                .isNotEmpty()
                .extracting(event -> event.getFormattedMessage() + event.getThrowableProxy())
                .noneMatch(line -> line.contains("s3cr3t") || line.contains(Sample.SECRET));
    }

    private static final class Watched implements Door {

        private final boolean open;
        private final List<String> seen = new ArrayList<>();

        Watched(boolean open) {
            this.open = open;
        }

        @Override
        public boolean pass(LastByte lastByte) throws IOException {
            seen.add("asked");
            if (open) {
                lastByte.write();
                seen.add("passed");
            }
            return open;
        }

        @Override
        public void cameBack() {
            seen.add("came back");
        }
    }

    private Sent sentAfter(int code) {
        wechat.answer(SEND, Answer.error(code));
        return api.sendText("o-1", "好", Door.ALWAYS_OPEN);
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }
}
