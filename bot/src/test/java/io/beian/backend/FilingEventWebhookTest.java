package io.beian.backend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.beian.TestClock;
import io.beian.conversation.Incoming;
import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Input;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilingEventWebhookTest {

    private static final ConversationId FILER = new ConversationId("openid-1");
    private static final String BODY =
            """
            {"id":"evt_1","type":"order.moved","at":"2026-11-23T02:00:00Z","cursor":"1","later":1,
             "order":{"number":"TY1","caseId":"c1","version":1,"seq":4,"state":"SOMETHING_NEW",
             "errors":[{"field":"site.s9.new","code":"odd","text":"请修改","suggest":"b","x":1}],
             "allowed":["dance"],"numbers":{"sponsor":"京ICP备1号"},"colour":"red"}}
            """;

    private static SandboxProcess sandbox;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start(@TempDir Path data) {
        sandbox = SandboxProcess.start(data);
        sandbox.bean(OrderIndex.class).put("TY1", FILER);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void forget() {
        delivered().incoming().clear();
        delivered().failing().set(false);
    }

    @Test
    void deliversAnEventWithAllItDoesNotKnow() throws Exception {
        assertThat(push("evt_1", BODY)).isEqualTo(204);

        Incoming incoming = delivered().incoming().remove();
        assertThat(incoming.id()).isEqualTo(FILER);
        assertThat(incoming.messageKey()).isEqualTo("event:evt_1");
        Input.OrderMoved moved = (Input.OrderMoved) incoming.input();
        assertThat(moved.seq()).isEqualTo(4);
        assertThat(moved.state()).isEqualTo("SOMETHING_NEW");
        assertThat(moved.allowed()).containsExactly("dance");
        assertThat(moved.numbers()).isEqualTo(Map.of("sponsor", "京ICP备1号"));
        assertThat(moved.problems()).hasSize(1);
        assertThat(moved.problems().get(0).field()).isEqualTo("site.s9.new");
        assertThat(moved.problems().get(0).args()).isEqualTo(Map.of("suggest", "b"));
    }

    @Test
    void givesARepeatedEventTheSameMessageKey() throws Exception {
        push("evt_2", BODY);
        push("evt_2", BODY);

        assertThat(delivered().incoming())
                .extracting(Incoming::messageKey)
                .containsExactly("event:evt_2", "event:evt_2");
    }

    @Test
    void refusesForgedEvents() throws Exception {
        String now = now();
        String right = signature().sign("evt_3", now, BODY.getBytes(UTF_8));

        assertThat(push("evt_3", now, "v1,AAAA", BODY)).isEqualTo(401);
        assertThat(push("evt_4", now, right, BODY)).isEqualTo(401);
        assertThat(push("evt_3", now, right, BODY + " ")).isEqualTo(401);
        assertThat(push("evt/3", now, signature().sign("evt/3", now, BODY.getBytes(UTF_8)), BODY))
                .isEqualTo(401);
        assertThat(push("evt_3", "soon", right, BODY)).isEqualTo(401);
        assertThat(send(HttpRequest.newBuilder(sandbox.at("/filing/events")), BODY)).isEqualTo(401);
        assertThat(delivered().incoming()).isEmpty();
    }

    @Test
    void refusesStaleEvents() throws Exception {
        long now = sandbox.bean(TestClock.class).instant().getEpochSecond();

        for (long off : List.of(-301L, 301L)) {
            String then = Long.toString(now + off);
            String signed = signature().sign("evt_5", then, BODY.getBytes(UTF_8));
            assertThat(push("evt_5", then, signed, BODY)).isEqualTo(401);
        }
        assertThat(delivered().incoming()).isEmpty();
    }

    @Test
    void refusesWhatIsTooLargeOrNoJson() throws Exception {
        assertThat(push("evt_6", " ".repeat((64 << 10) + 1))).isEqualTo(413);
        assertThat(push("evt_6", "not json")).isEqualTo(400);
        assertThat(push("evt_6", "[]")).isEqualTo(400);
        assertThat(push("evt_6", "{\"a\":" + "[".repeat(40) + "]".repeat(40) + "}")).isEqualTo(400);
        assertThat(push("evt_6", "{\"a\":" + "1".repeat(65) + "}")).isEqualTo(400);
        assertThat(push("evt_6", "{\"" + "a".repeat(300) + "\":1}")).isEqualTo(400);
        assertThat(delivered().incoming()).isEmpty();
    }

    @Test
    void passesOverOrdersAndTypesItDoesNotKnow() throws Exception {
        assertThat(push("evt_7", BODY.replace("TY1", "TY999"))).isEqualTo(204);
        assertThat(push("evt_7", BODY.replace("order.moved", "order.\\npainted"))).isEqualTo(204);
        assertThat(delivered().incoming()).isEmpty();
    }

    @Test
    void asksForTheEventAgainIfItIsNotCommitted() throws Exception {
        delivered().failing().set(true);

        assertThat(push("evt_8", BODY)).isEqualTo(503);
    }

    @Test
    void admitsAnEventAtTheEdgeOfTheWindow() throws Exception {
        String signedAt = now();
        sandbox.bean(TestClock.class).pass(Duration.ofMinutes(5));

        String signed = signature().sign("evt_9", signedAt, BODY.getBytes(UTF_8));
        assertThat(push("evt_9", signedAt, signed, BODY)).isEqualTo(204);
    }

    private int push(String id, String body) throws Exception {
        String now = now();
        return push(id, now, signature().sign(id, now, body.getBytes(UTF_8)), body);
    }

    private int push(String id, String time, String signed, String body) throws Exception {
        return send(
                HttpRequest.newBuilder(sandbox.at("/filing/events"))
                        .header("webhook-id", id)
                        .header("webhook-timestamp", time)
                        .header("webhook-signature", signed),
                body);
    }

    private int send(HttpRequest.Builder request, String body)
            throws IOException, InterruptedException {
        return http.send(
                        request.header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static EventSignature signature() {
        return new EventSignature(sandbox.bean(FilingSettings.class).webhookSecret());
    }

    private static String now() {
        return Long.toString(sandbox.bean(TestClock.class).instant().getEpochSecond());
    }

    private static SandboxProcess.Delivered delivered() {
        return sandbox.bean(SandboxProcess.Delivered.class);
    }
}
