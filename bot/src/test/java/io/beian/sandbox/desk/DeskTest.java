package io.beian.sandbox.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.beian.backend.FilingBackend;
import io.beian.backend.OrderForm;
import io.beian.backend.SandboxProcess;
import io.beian.backend.Sha256;
import io.beian.backend.Submission;
import io.beian.filing.SampleFiling;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DeskTest {

    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xd9};

    private final HttpClient http = HttpClient.newHttpClient();
    private final SandboxProcess sandbox;

    DeskTest(@TempDir Path data) {
        this.sandbox = SandboxProcess.start(data);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void listsOrdersAndShowsOneWithItsPictures() throws Exception {
        String number = submit();

        JsonNode row = json(get("/api/orders")).get(0);
        JsonNode details = json(get("/api/orders/" + number));
        String picture = details.at("/materials/0/pictures/0").asString();

        assertThat(row.path("number").asString()).isEqualTo(number);
        assertThat(row.path("sponsor").asString()).isEqualTo("北京样例科技有限公司");
        assertThat(details.path("fields").findValuesAsString("path"))
                .contains("sponsor.name", "site.s1.domain");
        assertThat(decisions(details))
                .containsExactly("PASS_PRE_REVIEW", "ASK_VERIFICATION", "SEND_BACK");
        assertThat(get("/api/materials/" + picture).body()).isEqualTo(JPEG);
        assertThat(get("/api/materials/..%2Forders%2F" + number).statusCode()).isNotEqualTo(200);
    }

    @Test
    void playsAnOrderToItsNumbers() throws Exception {
        String number = submit();
        for (String decision :
                List.of(
                        "ASK_VERIFICATION",
                        "VERIFIED",
                        "PASS_ADMIN",
                        "INTERFACE_TAKES",
                        "SMS_DONE")) {
            assertThat(decide(number, decision, "[]").statusCode()).isEqualTo(200);
        }

        JsonNode approved = json(decide(number, "BUREAU_APPROVES", "[]"));

        assertThat(approved.at("/row/state").asString()).isEqualTo("APPROVED");
        assertThat(approved.path("numbers").path("site.s1").asString())
                .isEqualTo("京ICP备2026000001号-1");
        assertThat(decisions(approved)).isEmpty();
    }

    @Test
    void sendsBackOnlyWithReasons() throws Exception {
        String number = submit();

        assertThat(decide(number, "SEND_BACK", "[]").statusCode()).isEqualTo(422);
        JsonNode back =
                json(
                        decide(
                                number,
                                "SEND_BACK",
                                "[{\"field\":\"site.s1.name\",\"text\":\"名称不规范\"}]"));

        assertThat(back.at("/row/state").asString()).isEqualTo("PRE_REVIEW_REJECTED");
        assertThat(sandbox.bean(FilingBackend.class).order(number).orElseThrow().problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.field()).isEqualTo("site.s1.name"))
                .satisfies(problem -> assertThat(problem.text()).isEqualTo("名称不规范"));
    }

    @Test
    void decidesOnlyWhatTheStateAllows() throws Exception {
        String number = submit();

        assertThat(decide(number, "BUREAU_APPROVES", "[]").statusCode()).isEqualTo(409);
        assertThat(decide("TY20261123000099", "SMS_DONE", "[]").statusCode()).isEqualTo(404);
        assertThat(get("/api/orders/TY20261123000099").statusCode()).isEqualTo(404);
        assertThat(decide(number, "DANCE", "[]").statusCode()).isEqualTo(400);
    }

    @Test
    void isAPageThatNeedsNothingFromElsewhere() throws Exception {
        Pattern elsewhere = Pattern.compile("https?://|//[a-z]|style=|onclick=|<script>");

        for (String file : List.of("", "/desk.css", "/desk.js")) {
            HttpResponse<byte[]> page = get(file);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("default-src 'none'");
            assertThat(new String(page.body(), UTF_8)).doesNotContainPattern(elsewhere);
        }
        assertThat(new String(get("").body(), UTF_8)).contains("审核台");
    }

    private String submit() {
        FilingBackend backend = sandbox.bean(FilingBackend.class);
        String hash = Sha256.of(JPEG);
        backend.putMaterial(hash, JPEG);
        SampleFiling filing = new SampleFiling().picture("photo.licence", hash);
        OrderForm form = new OrderForm("filer-1", "c1", filing.complete());
        return ((Submission.Taken) backend.submit("key-1", form)).order().number();
    }

    private HttpResponse<byte[]> decide(String number, String decision, String errors)
            throws Exception {
        String body = "{\"decision\":\"%s\",\"errors\":%s}".formatted(decision, errors);
        return http.send(
                HttpRequest.newBuilder(
                                sandbox.at("/sandbox/desk/api/orders/" + number + "/decisions"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(sandbox.at("/sandbox/desk" + path)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private static JsonNode json(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static List<String> decisions(JsonNode details) {
        return details.path("decisions").findValuesAsString("decision");
    }
}
