package io.beian.sandbox.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.beian.backend.FilingBackend;
import io.beian.backend.OrderForm;
import io.beian.backend.SandboxProcess;
import io.beian.backend.Sha256;
import io.beian.backend.Submission;
import io.beian.filing.SampleFiling;
import java.net.URI;
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
                .containsExactly("PASS_PRE_REVIEW", "ASK_VERIFICATION", "REJECT_PRE_REVIEW");
        assertThat(get("/api/materials/" + picture).body()).isEqualTo(JPEG);
        assertThat(get("/api/materials/..%2Forders%2F" + number).statusCode()).isNotEqualTo(200);
    }

    @Test
    void playsAnOrderToItsNumbers() throws Exception {
        String number = submit();
        assertThat(decide(number, "ASK_VERIFICATION", "[]").statusCode()).isEqualTo(200);
        verifyOnThePage(number);
        assertThat(decide(number, "PASS_ADMIN", "[]").statusCode()).isEqualTo(200);
        JsonNode sms = json(decide(number, "INTERFACE_TAKES", "[]"));
        JsonNode bureau = json(verifies(number, "sponsor.person"));

        assertThat(sms.path("decisions"))
                .extracting(
                        each -> each.path("event").asString(),
                        each -> each.path("name").asString(""))
                .containsExactly(tuple("PERSON_VERIFIES", "赵*"), tuple("SMS_RUNS_OUT", ""));
        assertThat(bureau.at("/row/state").asString()).isEqualTo("BUREAU_REVIEW");
        assertThat(bureau.at("/row/acts").asString()).isEqualTo("BUREAU");
        assertThat(verifies(number, "sponsor.person").statusCode()).isEqualTo(409);

        JsonNode approved = json(decide(number, "BUREAU_APPROVES", "[]"));

        assertThat(approved.at("/row/state").asString()).isEqualTo("APPROVED");
        assertThat(approved.path("numbers").path("site.s1").asString())
                .isEqualTo("京ICP备2026000001号-1");
        assertThat(decisions(approved)).isEmpty();
    }

    @Test
    void sendsBackOnlyWithReasons() throws Exception {
        String number = submit();

        assertThat(decide(number, "REJECT_PRE_REVIEW", "[]").statusCode()).isEqualTo(422);
        JsonNode back =
                json(
                        decide(
                                number,
                                "REJECT_PRE_REVIEW",
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
        assertThat(decide("TY20261123000099", "PASS_ADMIN", "[]").statusCode()).isEqualTo(404);
        assertThat(get("/api/orders/TY20261123000099").statusCode()).isEqualTo(404);
        assertThat(decide(number, "DANCE", "[]").statusCode()).isEqualTo(400);
    }

    @Test
    void isAPageThatNeedsNothingFromElsewhere() throws Exception {
        Pattern elsewhere = Pattern.compile("https?://|//[a-z]|style=|onclick=|<script>");

        for (String file : List.of("", "/desk.css", "/desk.js", "/words.js", "/verification.css")) {
            HttpResponse<byte[]> page = get(file);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("default-src 'none'");
            assertThat(new String(page.body(), UTF_8)).doesNotContainPattern(elsewhere);
        }
        assertThat(new String(get("").body(), UTF_8)).contains("审核台");
    }

    /** The link leads to one button, which may be pressed twice and works once. */
    private void verifyOnThePage(String number) throws Exception {
        String link =
                sandbox.bean(FilingBackend.class).order(number).orElseThrow().link().orElseThrow();
        HttpResponse<byte[]> page = open(link);

        assertThat(new String(page.body(), UTF_8)).contains("完成核验");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'");
        assertThat(press(link).statusCode()).isEqualTo(303);
        assertThat(press(link).statusCode()).isEqualTo(303);
        assertThat(new String(open(link).body(), UTF_8)).contains("核验已完成");
        assertThat(open(link + "x").statusCode()).isEqualTo(410);
        assertThat(sandbox.bean(FilingBackend.class).order(number).orElseThrow().state())
                .isEqualTo("ADMIN_REVIEW");
    }

    private HttpResponse<byte[]> open(String link) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(link)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpResponse<byte[]> press(String link) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(link))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    @Test
    void wantsTheReasonsThatBelongToTheDecision() throws Exception {
        String number = submit();
        decide(number, "PASS_PRE_REVIEW", "[]");

        assertThat(
                        decide(number, "REJECT_VERIFICATION", reason("site.s1.name", "", "x"))
                                .statusCode())
                .isEqualTo(422);
        assertThat(decide(number, "PASS_ADMIN", reason("site.s1.name", "", "x")).statusCode())
                .isEqualTo(422);
        assertThat(decide(number, "REJECT_ADMIN", reason("", "", "长".repeat(1025))).statusCode())
                .isEqualTo(422);
        decide(number, "PASS_ADMIN", "[]");
        assertThat(decide(number, "INTERFACE_REJECTS", reason("", "", "域名冲突")).statusCode())
                .isEqualTo(422);
        JsonNode busy = json(decide(number, "INTERFACE_BUSY", "[]"));
        JsonNode back = json(decide(number, "INTERFACE_REJECTS", reason("", "1005", "域名冲突")));

        assertThat(busy.at("/row/state").asString()).isEqualTo("SUBMITTING");
        assertThat(back.at("/row/state").asString()).isEqualTo("IFACE_REJECTED");
        assertThat(sandbox.bean(FilingBackend.class).order(number).orElseThrow().problems())
                .singleElement()
                .hasToString("Problem[ 1005]");
    }

    @Test
    void leavesTheFilersPartToTheFiler() throws Exception {
        String number = submit();

        assertThat(decide(number, "WITHDRAW", "[]").statusCode()).isEqualTo(409);
        decide(number, "ASK_VERIFICATION", "[]");
        assertThat(decide(number, "GIVE_VERIFICATION", "[]").statusCode()).isEqualTo(409);
    }

    private static String reason(String field, String code, String text) {
        return "[{\"field\":\"%s\",\"code\":\"%s\",\"text\":\"%s\"}]".formatted(field, code, text);
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
        return post(number, "{\"event\":\"%s\",\"errors\":%s}".formatted(decision, errors));
    }

    private HttpResponse<byte[]> verifies(String number, String person) throws Exception {
        return post(number, "{\"event\":\"PERSON_VERIFIES\",\"person\":\"%s\"}".formatted(person));
    }

    private HttpResponse<byte[]> post(String number, String body) throws Exception {
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
        return details.path("decisions").findValuesAsString("event");
    }
}
