package io.beian.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.dialogue.ConversationId;
import io.beian.outbox.Agents.Called;
import io.beian.outbox.JsSdk;
import io.beian.wechat.FakeWechat.Answer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgentRoomTest {

    private static final String ONLINE = "/cgi-bin/customservice/getonlinekflist";
    private static final String CREATE = "/customservice/kfsession/create";
    private static final String TICKET = "/cgi-bin/ticket/getticket";
    private static final ConversationId ID = new ConversationId("o-1");
    private static final Answer TWO =
            Answer.json(
                    "{\"kf_online_list\":[{\"kf_account\":\"busy@a\",\"status\":1,\"kf_id\":\"1\","
                            + "\"accepted_case\":3},{\"kf_account\":\"free@a\",\"status\":1,"
                            + "\"kf_id\":\"2\",\"accepted_case\":1}]}");

    @RegisterExtension static final ApiKit kit = new ApiKit();

    private FakeWechat wechat;
    private WechatApi api;

    @BeforeEach
    void start() {
        wechat = kit.wechat();
        api = kit.api();
    }

    @Test
    void callsWhoHasTheLeastToDo() {
        wechat.answer(ONLINE, TWO);

        assertThat(new AgentRoom(api).call(ID, "案情 \"一\"")).isEqualTo(Called.CAME);
        assertThat(wechat.only(CREATE).text())
                .isEqualTo(
                        "{\"kf_account\":\"free@a\",\"openid\":\"o-1\",\"text\":\"案情 \\\"一\\\"\"}");
    }

    @Test
    void saysSoWhenNobodyIsThere() {
        wechat.answer(ONLINE, Answer.json("{\"kf_online_list\":[]}"));

        assertThat(new AgentRoom(api).call(ID, "案情")).isEqualTo(Called.NOBODY);
        assertThat(wechat.requests(CREATE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "65414, CAME",
        "65415, TRY_LATER",
        "-1, TRY_LATER",
        "45009, TRY_LATER",
        "48001, MISCONFIGURED"
    })
    void heedsEachErrcode(int code, Called called) {
        wechat.answer(ONLINE, TWO).answer(CREATE, Answer.error(code));

        assertThat(new AgentRoom(api).call(ID, "案情")).isEqualTo(called);
    }

    @Test
    void signsPagesWithOneTicket() throws Exception {
        wechat.answer(
                TICKET, Answer.json("{\"errcode\":0,\"ticket\":\"tick3t\",\"expires_in\":7200}"));
        JsPages pages = new JsPages(api, "wx1", "https://example.com/sdk.js");

        JsSdk.Config config = pages.configFor("https://example.com/notices/x?a=1").orElseThrow();
        pages.configFor("https://example.com/notices/y");

        assertThat(config.appId()).isEqualTo("wx1");
        assertThat(config.signature())
                .isEqualTo(
                        sha1(
                                "jsapi_ticket=tick3t&noncestr=%s&timestamp=%d&url=https://example.com/notices/x?a=1"
                                        .formatted(config.nonce(), config.timestamp())));
        assertThat(wechat.requests(TICKET)).hasSize(1);
    }

    @Test
    void signsNothingWithoutATicket() {
        wechat.answer(TICKET, Answer.error(48001)).answer(TICKET, Answer.json("{}"));
        JsPages pages = new JsPages(api, "wx1", "https://example.com/sdk.js");

        assertThat(pages.configFor("https://example.com/")).isEmpty();
        assertThat(pages.configFor("https://example.com/")).isEmpty();
    }

    private static String sha1(String text) throws Exception {
        return HexFormat.of()
                .formatHex(
                        MessageDigest.getInstance("SHA-1")
                                .digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
