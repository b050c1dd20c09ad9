package io.beian.sandbox.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.TestClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** Notices and customer service of the simulated WeChat, over HTTP, with a clock that is moved. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoticesTest {

    private static final String TEMPLATE = "TMresult0000000000000000000000000000000000";
    private static final String SUBSCRIPTION = "SUresult0000000000000000000000000000000000";
    private static final String AGENT = "kf2001@sandbox";

    private final TestClock clock = TestClock.standing("2026-11-23T08:00:00Z");
    private ConfigurableApplicationContext context;
    private Script script;
    private StubBot bot;

    @BeforeAll
    void start(@TempDir Path data) {
        context = Sandbox.start(clock, data);
        script = new Script(Sandbox.port(context));
        bot = context.getBean(StubBot.class);
    }

    @AfterAll
    void stop() {
        context.close();
    }

    @AfterEach
    void noFaults() throws Exception {
        for (JsonNode fault : script.get("/sandbox/wechat/api/faults").values()) {
            fault(fault.asString(), false);
        }
    }

    @Test
    void showsATemplateMessageAndReportsIt() throws Exception {
        follow("oTemplate");

        JsonNode sent = template("oTemplate", "a", Map.of());

        assertThat(code(sent)).isZero();
        JsonNode entry = last("oTemplate");
        assertThat(entry.path("kind").asString()).isEqualTo("NOTICED");
        assertThat(entry.at("/fields/Rows").asString()).contains("[\"审核状态\",\"审核通过\"]");
        Fields report = event("oTemplate", "TEMPLATESENDJOBFINISH");
        assertThat(report.get("MsgID")).isEqualTo(sent.path("msgid").asString());
        assertThat(report.get("Status")).isEqualTo("success");
    }

    @Test
    void sendsTheSameClientIdOnce() throws Exception {
        follow("oTwice");

        JsonNode first = template("oTwice", "same", Map.of());
        JsonNode second = template("oTwice", "same", Map.of());
        clock.pass(Duration.ofMinutes(10));
        JsonNode third = template("oTwice", "same", Map.of());

        assertThat(second).isEqualTo(first);
        assertThat(third.path("msgid")).isNotEqualTo(first.path("msgid"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    thing2            | 一二三四五六七八九十一二三四五六七八九十一
                    thing2            | ' '
                    character_string1 | 订单1
                    phrase3           | 13笔
                    phrase3           | 审核已经通过
                    time4             | 2026-11-26 19:05
                    time4             | 2026年11月26日 25:05
                    """)
    void refusesWhatViolatesAFieldsType(String field, String value) throws Exception {
        follow("oStrict");

        JsonNode answer = template("oStrict", "x", Map.of(field, value));

        assertThat(code(answer)).isEqualTo(47003);
        assertThat(answer.path("errmsg").asString()).contains(field);
    }

    @Test
    void tellsTheTwoKindsOfTemplatesApart() throws Exception {
        follow("oKinds");

        assertThat(code(send("/message/template/send", "oKinds", SUBSCRIPTION, "x", Map.of())))
                .isEqualTo(40037);
        assertThat(code(send("/message/subscribe/bizsend", "oKinds", TEMPLATE, "x", Map.of())))
                .isEqualTo(40037);
    }

    @Test
    void sendsTemplatesToFollowersOnly() throws Exception {
        follow("oLeft");
        script.send("oLeft", Map.of("type", "unsubscribe"));

        assertThat(code(template("oLeft", "x", Map.of()))).isEqualTo(43004);
        assertThat(code(template("oNobody", "x", Map.of()))).isEqualTo(40003);
    }

    @Test
    void usesUpOnePermissionForEachNotice() throws Exception {
        follow("oSub");
        assertThat(code(subscription("oSub"))).isEqualTo(43101);

        choose("oSub", "accept");
        Fields chosen = event("oSub", "subscribe_msg_popup_event");
        assertThat(chosen.get("SubscribeMsgPopupEvent/List/TemplateId")).isEqualTo(SUBSCRIPTION);
        assertThat(chosen.get("SubscribeMsgPopupEvent/List/SubscribeStatusString"))
                .isEqualTo("accept");
        JsonNode sent = subscription("oSub");
        assertThat(code(sent)).isZero();
        Fields report = event("oSub", "subscribe_msg_sent_event");
        assertThat(report.get("SubscribeMsgSentEvent/List/MsgID"))
                .isEqualTo(sent.path("msgid").asString());
        assertThat(report.get("SubscribeMsgSentEvent/List/ErrorCode")).isEqualTo("0");
        assertThat(code(subscription("oSub"))).isEqualTo(43101);

        choose("oSub", "accept");
        choose("oSub", "reject");
        assertThat(code(subscription("oSub"))).isEqualTo(43101);
    }

    @Test
    void failsAsToldTo() throws Exception {
        follow("oFault");
        script.say("oFault", "hello");

        fault("48004", true);
        assertThat(code(script.serve("oFault", "n"))).isEqualTo(48004);
        assertThat(code(template("oFault", "x", Map.of()))).isEqualTo(48004);
        fault("48004", false);
        fault("45015", true);
        assertThat(code(script.serve("oFault", "n"))).isEqualTo(45015);
        assertThat(code(template("oFault", "y", Map.of()))).isZero();
        fault("user block", true);
        template("oFault", "z", Map.of());
        await("oFault", "TEMPLATESENDJOBFINISH", "Status", "failed:user block");
        assertThat(script.post("/sandbox/wechat/api/faults", Map.of("12345", true)).statusCode())
                .isEqualTo(400);
    }

    @Test
    void givesMessagesToTheAgentWhoHasTheSession() throws Exception {
        follow("oAgent");
        assertThat(script.call("/customservice/getonlinekflist", Map.of()).path("errcode").asInt())
                .isNotZero();
        assertThat(code(session("create", "oAgent"))).isEqualTo(65415);
        presence(true);
        assertThat(online()).hasSize(1);

        assertThat(code(session("create", "oAgent"))).isZero();
        assertThat(code(session("create", "oAgent"))).isEqualTo(65414);
        assertThat(event("oAgent", "kf_create_session").get("KfAccount")).isEqualTo(AGENT);
        assertThat(online().get(0).path("accepted_case").asInt()).isEqualTo(1);
        bot.forget();
        script.say("oAgent", "有人吗");
        script.post(path("oAgent", "/messages"), Map.of("text", "您好"));

        assertThat(bot.received()).isEmpty();
        assertThat(last("oAgent").at("/fields/Content").asString()).isEqualTo("您好");
        JsonNode desk = script.get("/sandbox/wechat/api/agents").path(0);
        assertThat(desk.at("/sessions/0/summary").asString()).isEqualTo("案情");
        assertThat(desk.at("/sessions/0/lines/0/fields/Content").asString()).isEqualTo("有人吗");

        script.post(path("oAgent", "/close"), Map.of());
        event("oAgent", "kf_close_session");
        assertThat(script.say("oAgent", "回来了").path("type").asString()).isEqualTo("text");
        presence(false);
        assertThat(online()).isEmpty();
    }

    @Test
    void givesAPersonBackWhomTheAgentForgot() throws Exception {
        follow("oForgotten");
        presence(true);
        session("create", "oForgotten");

        clock.pass(Duration.ofMinutes(30));

        assertThat(script.say("oForgotten", "还在吗").path("type").asString()).isEqualTo("text");
        event("oForgotten", "kf_close_session");
        presence(false);
    }

    @Test
    void checksHowAPageIsSigned() throws Exception {
        String ticket =
                script.get(
                                FakeApi.PATH
                                        + "/ticket/getticket?type=jsapi&access_token="
                                        + script.token())
                        .path("ticket")
                        .asString();
        Map<String, Object> page = new HashMap<>();
        page.put("url", "http://127.0.0.1/notices/x");
        page.put("timestamp", "1");
        page.put("nonceStr", "n");
        page.put(
                "signature",
                sha1(
                        "jsapi_ticket="
                                + ticket
                                + "&noncestr=n&timestamp=1&url=http://127.0.0.1/notices/x"));

        assertThat(signed(page)).isTrue();
        page.put("url", "http://127.0.0.1/notices/y");
        assertThat(signed(page)).isFalse();
    }

    private static String sha1(String text) throws Exception {
        return java.util.HexFormat.of()
                .formatHex(
                        java.security.MessageDigest.getInstance("SHA-1")
                                .digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    private boolean signed(Map<String, Object> page) throws Exception {
        return Sandbox.json(script.post("/sandbox/wechat/api/jsconfig", page))
                .path("ok")
                .asBoolean();
    }

    private void follow(String openid) throws Exception {
        script.send(openid, Map.of("type", "subscribe"));
    }

    private void choose(String openid, String status) throws Exception {
        script.post(
                "/sandbox/wechat/api/users/" + openid + "/subscriptions",
                Map.of(SUBSCRIPTION, status));
    }

    private void fault(String fault, boolean on) throws Exception {
        script.post("/sandbox/wechat/api/faults", Map.of(fault, on));
    }

    private void presence(boolean online) throws Exception {
        script.post("/sandbox/wechat/api/agents/" + AGENT, Map.of("online", online));
    }

    private JsonNode session(String what, String openid) throws Exception {
        return Sandbox.json(
                script.post(
                        FakeApi.HOST
                                + "/customservice/kfsession/"
                                + what
                                + "?access_token="
                                + script.token(),
                        Map.of("kf_account", AGENT, "openid", openid, "text", "案情")));
    }

    private JsonNode online() throws Exception {
        return script.get(
                        FakeApi.PATH
                                + "/customservice/getonlinekflist?access_token="
                                + script.token())
                .path("kf_online_list");
    }

    private static String path(String openid, String act) {
        return "/sandbox/wechat/api/agents/" + AGENT + "/sessions/" + openid + act;
    }

    private JsonNode template(String openid, String clientId, Map<String, String> changes)
            throws Exception {
        return send("/message/template/send", openid, TEMPLATE, clientId, changes);
    }

    private JsonNode subscription(String openid) throws Exception {
        return send("/message/subscribe/bizsend", openid, SUBSCRIPTION, "", Map.of());
    }

    private JsonNode send(
            String path, String openid, String id, String clientId, Map<String, String> changes)
            throws Exception {
        Map<String, String> values = new HashMap<>();
        values.put("character_string1", "BA20260001");
        values.put("thing2", "样张科技");
        values.put("phrase3", "审核通过");
        values.put("time4", "2026年11月26日 19:05");
        values.putAll(changes);
        Map<String, Object> data = new HashMap<>();
        values.forEach((name, value) -> data.put(name, Map.of("value", value)));
        return script.call(
                path,
                Map.of(
                        "touser",
                        openid,
                        "template_id",
                        id,
                        "client_msg_id",
                        clientId,
                        "data",
                        data));
    }

    private JsonNode last(String openid) throws Exception {
        JsonNode entries = script.entries(openid);
        return entries.path(entries.size() - 1);
    }

    private Fields event(String openid, String name) {
        return await(openid, name, "Event", name);
    }

    /** The event of this person the account has got, once it is there. */
    private Fields await(String openid, String name, String field, String value) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (System.nanoTime() < end) {
            List<Fields> found =
                    bot.received().stream()
                            .flatMap(received -> received.message().stream())
                            .filter(m -> m.get("FromUserName").equals(openid))
                            .filter(m -> m.get("Event").equals(name))
                            .filter(m -> m.get(field).equals(value))
                            .toList();
            if (!found.isEmpty()) {
                return found.get(found.size() - 1);
            }
            LockSupport.parkNanos(5_000_000);
        }
        throw new AssertionError("no event " + name);
    }

    private static int code(JsonNode answer) {
        return answer.path("errcode").asInt(0);
    }
}
