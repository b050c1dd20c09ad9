package io.beian.sandbox.wechat;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** The simulated server's sending side, against an account that answers rightly and wrongly. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimulatorTest {

    private static final String CHEN = "oSandbox000000000000000chen";

    private ConfigurableApplicationContext context;
    private StubBot bot;
    private Script script;

    @BeforeAll
    void start(@TempDir Path data) {
        context = Sandbox.start(data, "beian.sandbox.wechat.patience=400ms");
        bot = context.getBean(StubBot.class);
        script = new Script(Sandbox.port(context));
    }

    @AfterAll
    void stop() {
        bot.end();
        context.close();
    }

    @BeforeEach
    void forget() {
        bot.forget();
    }

    @Test
    void provesTheAddressOfTheAccount() throws Exception {
        JsonNode verification =
                Sandbox.json(script.post("/sandbox/wechat/api/verification", Map.of()));

        assertThat(verification.path("verified").asBoolean()).isTrue();
    }

    @Test
    void bringsATextAndItsAnswer() throws Exception {
        JsonNode sent = script.send(CHEN, Map.of("text", "你好 🀄 <b>&amp;"));

        assertThat(sent.path("msgId").asString()).matches("\\d{16,20}");
        assertThat(sent.at("/replies/0/content").asString()).isEqualTo("echo: 你好 🀄 <b>&amp;");
        assertThat(sent.at("/replies/0/attempts").asInt()).isEqualTo(1);
    }

    @Test
    void signsEveryDeliveryAnew() throws Exception {
        script.say(CHEN, "slow");

        List<StubBot.Received> deliveries = bot.received();
        assertThat(deliveries).hasSize(2);
        assertThat(deliveries.stream().map(r -> r.message().orElseThrow().get("MsgId")))
                .containsOnly(deliveries.get(0).message().orElseThrow().get("MsgId"));
        assertThat(deliveries.stream().map(r -> r.query().get("nonce")).collect(toSet()))
                .hasSize(2);
        assertThat(deliveries.stream().map(r -> r.query().get("msg_signature")).collect(toSet()))
                .hasSize(2);
    }

    @Test
    void showsTheAnswerToALaterDelivery() throws Exception {
        JsonNode reply = script.say(CHEN, "slow");

        assertThat(reply.path("content").asString()).isEqualTo("echo: slow");
        assertThat(reply.path("attempts").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"silent", "broken"})
    void givesUpAfterThreeDeliveries(String command) throws Exception {
        JsonNode reply = script.say(CHEN, command);

        assertThat(reply.path("type").asString()).isEqualTo("silence");
        assertThat(reply.path("attempts").asInt()).isEqualTo(3);
        assertThat(bot.received()).hasSize(3);
        assertThat(last(CHEN).path("kind").asString()).isEqualTo("FAULT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "json",
                "plain",
                "other appid",
                "bad signature",
                "not xml",
                "twice",
                "stranger",
                "long",
                "unknown picture"
            })
    void showsTheFaultNoticeAtOnceAfterABadReply(String command) throws Exception {
        JsonNode reply = script.say(CHEN, command);

        assertThat(reply.path("type").asString()).isEqualTo("bad");
        assertThat(reply.path("reason").asString()).isNotEmpty();
        assertThat(bot.received()).hasSize(1);
        assertThat(last(CHEN).path("kind").asString()).isEqualTo("FAULT");
    }

    @ParameterizedTest
    @CsvSource({"empty, none", "success, none", "just fits, text", "picture, image"})
    void takesWhatWechatTakes(String command, String type) throws Exception {
        assertThat(script.say(CHEN, command).path("type").asString()).isEqualTo(type);
        assertThat(last(CHEN).path("kind").asString()).isIn("SAID", "REPLIED");
    }

    @Test
    void tapsAChoice() throws Exception {
        JsonNode choice = script.say(CHEN, "choices").at("/choices/2");

        assertThat(choice.path("label").asString()).isEqualTo("个人 & 其他+");
        assertThat(choice.path("text").asString()).isEqualTo("个人 & 其他+");
        JsonNode reply =
                script.reply(
                        CHEN, Map.of("text", choice.path("text"), "menuId", choice.path("menuId")));
        assertThat(reply.path("content").asString()).isEqualTo("tapped 7.3: 个人 & 其他+");
    }

    @ParameterizedTest
    @CsvSource({
        "image, got image",
        "voice, got voice",
        "video, got video",
        "location, got location",
        "link, got link",
        "sticker, echo: [收到不支持的消息类型，暂无法显示]"
    })
    void sendsEveryKindOfMessage(String type, String answer) throws Exception {
        JsonNode reply = script.reply(CHEN, Map.of("type", type, "sample", "licence"));

        assertThat(reply.path("content").asString()).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({
        "subscribe, shop, subscribe qrscene_shop",
        "subscribe, '', subscribe",
        "SCAN, shop, SCAN shop",
        "CLICK, '', CLICK status"
    })
    void sendsEvents(String type, String scene, String answer) throws Exception {
        JsonNode sent =
                script.send("oVisitor", Map.of("type", type, "scene", scene, "key", "status"));

        assertThat(sent.at("/replies/0/content").asString()).isEqualTo(answer);
        assertThat(sent.path("msgId").asString()).isEmpty();
    }

    @Test
    void deliversTheSameMessageAtOnce() throws Exception {
        JsonNode sent = script.send(CHEN, Map.of("text", "at once", "deliver", 3));

        assertThat(sent.path("replies")).hasSize(3);
        assertThat(bot.received().stream().map(r -> r.query().get("nonce")).collect(toSet()))
                .hasSize(3);
        assertThat(bot.received().stream().map(r -> r.message().orElseThrow().get("MsgId")))
                .containsOnly(sent.path("msgId").asString());
    }

    @Test
    void replaysTheVerySameRequest() throws Exception {
        JsonNode sent = script.send(CHEN, Map.of("text", "again", "replay", true));

        assertThat(sent.path("replies")).hasSize(2);
        assertThat(bot.received().get(1)).isEqualTo(bot.received().get(0));
    }

    @Test
    void deliversAnEarlierMessageOnceMore() throws Exception {
        String msgId = script.send(CHEN, Map.of("text", "once")).path("msgId").asString();
        int before = script.entries(CHEN).size();

        script.send(CHEN, Map.of("text", "once", "msgId", msgId));

        assertThat(bot.received()).hasSize(2);
        assertThat(script.entries(CHEN)).hasSize(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"signature", "appid", "plain"})
    void forgesRequests(String fault) throws Exception {
        int before = script.entries(CHEN).size();

        JsonNode reply = script.reply(CHEN, Map.of("text", "forged", "fault", fault));

        assertThat(reply.path("status").asInt()).isEqualTo(403);
        assertThat(bot.received()).hasSize(1);
        assertThat(script.entries(CHEN)).hasSize(before);
    }

    @Test
    void dropsTheChatWhenSomebodyLeaves() throws Exception {
        script.say("oLeaver", "hello");

        script.send("oLeaver", Map.of("type", "unsubscribe"));

        assertThat(script.entries("oLeaver")).isEmpty();
        assertThat(
                        script.post(
                                        "/sandbox/wechat/api/users/oLeaver/messages",
                                        Map.of("text", "still there?"))
                                .statusCode())
                .isEqualTo(409);
    }

    @Test
    void refusesWhatItDoesNotKnow() throws Exception {
        String path = "/sandbox/wechat/api/users/" + CHEN + "/messages";

        assertThat(script.post(path, Map.of("type", "smell")).statusCode()).isEqualTo(400);
        assertThat(script.post(path, Map.of("fault", "none")).statusCode()).isEqualTo(400);
        assertThat(bot.received()).isEmpty();
    }

    private JsonNode last(String openid) throws Exception {
        JsonNode entries = script.entries(openid);
        return entries.path(entries.size() - 1);
    }
}
