package io.beian.sandbox.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.beian.TestClock;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** The faked API, over HTTP, with a clock that is moved. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FakeApiTest {

    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 7};

    private final TestClock clock = TestClock.standing("2026-11-23T08:00:00Z");
    private ConfigurableApplicationContext context;
    private Script script;

    @BeforeAll
    void start(@TempDir Path data) {
        context = Sandbox.start(clock, data);
        script = new Script(Sandbox.port(context));
    }

    @AfterAll
    void stop() {
        context.close();
    }

    @Test
    void givesTheSameTokenWhileItIsValid() throws Exception {
        JsonNode first = script.issue(Map.of());

        assertThat(first.path("expires_in").asInt()).isBetween(300, 7200);
        assertThat(script.token()).isEqualTo(first.path("access_token").asString());
    }

    @Test
    void givesATokenToNobodyElse() throws Exception {
        assertThat(code(script.issue(Map.of("appid", "wxother")))).isEqualTo(40013);
        assertThat(code(script.issue(Map.of("secret", "guess")))).isEqualTo(40125);
        assertThat(code(script.issue(Map.of("grant_type", "password")))).isEqualTo(40002);
    }

    @Test
    void refusesCallsWithoutAGoodToken() throws Exception {
        String path = FakeApi.PATH + "/getcallbackip";

        assertThat(code(script.get(path))).isEqualTo(41001);
        assertThat(code(script.get(path + "?access_token=stale"))).isEqualTo(40001);
        assertThat(script.get(path + "?access_token=" + script.token()).path("ip_list"))
                .isNotEmpty();
    }

    @Test
    void showsAServiceMessageOnThePhone() throws Exception {
        script.say("oServed", "hello");

        assertThat(code(script.serve("oServed", "审核通过"))).isZero();

        JsonNode entries = script.entries("oServed");
        JsonNode last = entries.path(entries.size() - 1);
        assertThat(last.path("kind").asString()).isEqualTo("SERVED");
        assertThat(last.at("/fields/Content").asString()).isEqualTo("审核通过");
    }

    @Test
    void takesFiveServiceMessagesForAMessage() throws Exception {
        script.say("oFive", "hello");
        for (int i = 0; i < 5; i++) {
            assertThat(code(script.serve("oFive", "n"))).isZero();
        }

        assertThat(code(script.serve("oFive", "n"))).isEqualTo(45047);
        script.say("oFive", "again");
        assertThat(code(script.serve("oFive", "n"))).isZero();
    }

    @Test
    void forgetsAMessageAfterTwoDays() throws Exception {
        script.say("oSlow", "hello");

        clock.pass(Duration.ofDays(2));

        assertThat(code(script.serve("oSlow", "n"))).isEqualTo(45015);
    }

    @Test
    void takesThreeServiceMessagesWithinAMinuteOfFollowing() throws Exception {
        script.send("oNew", Map.of("type", "subscribe"));
        assertThat(code(script.serve("oNew", "1"))).isZero();
        assertThat(code(script.serve("oNew", "2"))).isZero();
        assertThat(code(script.serve("oNew", "3"))).isZero();
        assertThat(code(script.serve("oNew", "4"))).isEqualTo(45047);

        clock.pass(Duration.ofMinutes(1));

        assertThat(code(script.serve("oNew", "5"))).isEqualTo(45015);
    }

    @Test
    void refusesMessagesToWhoDoesNotFollow() throws Exception {
        script.say("oGone", "hello");
        script.send("oGone", Map.of("type", "unsubscribe"));

        assertThat(code(script.serve("oGone", "n"))).isEqualTo(43004);
        assertThat(code(script.serve("oNobody", "n"))).isEqualTo(40003);
    }

    @Test
    void refusesTextsThatAreTooLongOrEmpty() throws Exception {
        script.say("oLong", "hello");

        assertThat(code(script.serve("oLong", "长".repeat(683)))).isEqualTo(45002);
        assertThat(code(script.serve("oLong", ""))).isEqualTo(44004);
        assertThat(code(script.serve("oLong", "长".repeat(682)))).isZero();
    }

    @Test
    void showsTyping() throws Exception {
        script.say("oTyping", "hello");

        assertThat(typing("Typing")).isZero();
        assertThat(typing("Typing")).isEqualTo(45081);
        assertThat(typing("CancelTyping")).isZero();
        assertThat(typing("Singing")).isEqualTo(45072);
        clock.pass(Duration.ofSeconds(31));
        assertThat(typing("Typing")).isEqualTo(45080);
    }

    @Test
    void servesAnUploadedPicture() throws Exception {
        script.say("oPicture", "hello");
        String mediaId = script.upload("image", "page.jpg", JPEG).path("media_id").asString();

        JsonNode sent =
                script.call(
                        "/message/custom/send",
                        Map.of(
                                "touser",
                                "oPicture",
                                "msgtype",
                                "image",
                                "image",
                                Map.of("media_id", mediaId)));

        assertThat(code(sent)).isZero();
        assertThat(script.fetch("/sandbox/wechat/media/" + mediaId).body()).isEqualTo(JPEG);
    }

    @Test
    void refusesUploadsWechatRefuses() throws Exception {
        assertThat(code(script.upload("image", "page.jpg", new byte[] {1, 2}))).isEqualTo(40005);
        assertThat(code(script.upload("smell", "page.jpg", JPEG))).isEqualTo(40004);
        assertThat(code(script.upload("image", "page.jpg", new byte[2 * 1024 * 1024 + 1])))
                .isEqualTo(40006);
    }

    @Test
    void handsOutAPictureForThreeDays() throws Exception {
        script.send("oSender", Map.of("type", "image", "sample", "licence"));
        JsonNode entries = script.entries("oSender");
        String mediaId = entries.at("/0/fields/MediaId").asString();

        HttpResponse<byte[]> fresh = media(mediaId);
        clock.pass(MediaShelf.LIFE);
        HttpResponse<byte[]> late = media(mediaId);

        assertThat(MediaFormat.of(fresh.body())).isEqualTo(MediaFormat.JPEG);
        assertThat(fresh.headers().firstValue("Content-disposition"))
                .hasValue("attachment; filename=\"" + mediaId + ".jpg\"");
        assertThat(late.statusCode()).isEqualTo(200);
        assertThat(late.headers().firstValue("Content-Type")).hasValue("text/plain");
        assertThat(code(Sandbox.json(late))).isEqualTo(40007);
        assertThat(script.fetch("/sandbox/wechat/media/" + mediaId).statusCode()).isEqualTo(200);
    }

    @Test
    void doesNotHandOutOtherFiles() throws Exception {
        assertThat(code(Sandbox.json(media("../token.json")))).isEqualTo(40007);
        assertThat(script.fetch("/sandbox/wechat/media/..%2Ftoken.json").statusCode())
                .isGreaterThanOrEqualTo(400);
    }

    @Test
    void keepsTheMenu() throws Exception {
        Map<String, Object> button = Map.of("type", "click", "name", "开始", "key", "start");
        String current = FakeApi.PATH + "/get_current_selfmenu_info?access_token=" + script.token();
        assertThat(script.get(current).path("is_menu_open").asInt()).isZero();

        assertThat(code(script.call("/menu/create", Map.of("button", List.of(button))))).isZero();

        String path = FakeApi.PATH + "/menu/get?access_token=" + script.token();
        assertThat(script.get(path).at("/menu/button/0/key").asString()).isEqualTo("start");
        assertThat(script.get("/sandbox/wechat/api/account").at("/menu/button/0/name").asString())
                .isEqualTo("开始");
        assertThat(script.get(current).path("is_menu_open").asInt()).isOne();
        assertThat(script.get(current).at("/selfmenu_info/button/0/key").asString())
                .isEqualTo("start");
        assertThat(
                        code(
                                script.call(
                                        "/menu/create",
                                        Map.of("button", List.of(button, button, button, button)))))
                .isEqualTo(40017);
    }

    @Test
    void answersNonsenseAsWechatDoes() throws Exception {
        HttpResponse<byte[]> notJson =
                script.postRaw(
                        FakeApi.PATH + "/message/custom/send?access_token=" + script.token(),
                        "application/x-www-form-urlencoded",
                        "{oops".getBytes(UTF_8));

        assertThat(notJson.statusCode()).isEqualTo(200);
        assertThat(code(Sandbox.json(notJson))).isEqualTo(47001);
        assertThat(code(script.call("/no/such/call", Map.of()))).isEqualTo(40066);
    }

    private int typing(String command) throws Exception {
        return code(
                script.call(
                        "/message/custom/typing", Map.of("touser", "oTyping", "command", command)));
    }

    private HttpResponse<byte[]> media(String mediaId) throws Exception {
        return script.fetch(
                FakeApi.PATH
                        + "/media/get?access_token="
                        + script.token()
                        + "&media_id="
                        + mediaId);
    }

    private static int code(JsonNode answer) {
        return answer.path("errcode").asInt(0);
    }
}
