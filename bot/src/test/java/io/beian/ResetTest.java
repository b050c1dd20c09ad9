package io.beian;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.talk.Stage;
import io.beian.talk.Talk;
import io.beian.talk.TalkPlayer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The sandbox begins anew while it runs: nothing has to be stopped or deleted by hand. */
class ResetTest {

    private static final String ANNA = "oAnna";
    private static final String BERT = "oBert";
    private static final String ORDERS = "/sandbox/desk/api/orders";

    @TempDir Path data = Path.of("");

    private final TestClock clock = TestClock.running("2026-11-23T02:00:00Z");
    private final List<Talk> all = Talk.all();
    private RunningBot bot;

    @BeforeEach
    void start() throws IOException {
        bot = new RunningBot(data, clock);
    }

    @AfterEach
    void stop() {
        bot.close();
    }

    private void play(String openid, String... lines) {
        try (Stage stage = new WebhookStage(bot, clock::pass, openid)) {
            TalkPlayer player = new TalkPlayer(stage, all);
            player.play(new Talk("reset.talk", Stream.of(lines).map(ResetTest::line).toList()));
        }
    }

    private static Talk.Line line(String text) {
        String[] parts = text.split(": ", 2);
        return new Talk.Line(0, parts[0], parts.length > 1 ? parts[1] : "");
    }

    private JsonNode reset(Map<String, Object> wish) {
        JsonNode done = bot.post("/sandbox/reset", wish);
        assertThat(done.has("now")).as(done.toString()).isTrue();
        return done;
    }

    /** The first row of the README, twice over: with an approval and a reset in between. */
    @Test
    void aPhoneFilesTheSameAgainAfterItsReset() throws IOException {
        play(ANNA, "引用: 公司首次备案到订单号", "审核: 一路通过", "阶段: Filed");
        assertThat(bot.get(ORDERS)).hasSize(1);
        assertThat(photos()).isNotEmpty();

        reset(Map.of("phone", ANNA));

        assertThat(bot.get(ORDERS)).isEmpty();
        assertThat(bot.get("/sandbox/conversations")).isEmpty();
        assertThat(bot.entries(ANNA, 0)).hasSize(1);
        assertThat(photos()).isEmpty();
        play(ANNA, "引用: 公司首次备案到订单号", "审核: 一路通过", "阶段: Filed");
        assertThat(bot.get(ORDERS).get(0).path("number").asString()).endsWith("000002");
    }

    /** What others have stays, and so does the place in the feed of events. */
    @Test
    void leavesOtherPhonesAlone() {
        play(ANNA, "引用: 公司首次备案到订单号");
        play(BERT, "用户: 备案", "用户: 同意");
        JsonNode before = bot.conversation(BERT);

        reset(Map.of("phone", BERT));
        assertThat(bot.get("/sandbox/conversations/" + BERT).path("status").asInt()).isEqualTo(404);
        play(ANNA, "审核: 通过预审核", "订单状态: ADMIN_REVIEW");
        play(BERT, "用户: 备案", "用户: 同意");

        assertThat(bot.conversation(BERT).path("asks")).isEqualTo(before.path("asks"));
    }

    @Test
    void everythingIsAsAfterTheFirstStartAndStaysSo() throws IOException {
        play(ANNA, "引用: 公司首次备案到订单号");
        bot.post("/sandbox/clock", Map.of("forward", "P53D"));
        play(BERT, "用户: 备案", "用户: 同意");

        reset(Map.of("everything", true));

        assertThat(bot.get(ORDERS)).isEmpty();
        assertThat(bot.get("/sandbox/conversations")).isEmpty();
        assertThat(bot.get("/sandbox/clock").path("offset").asString()).isEqualTo("PT0S");
        assertThat(photos()).isEmpty();
        bot.restart();
        assertThat(bot.get(ORDERS)).isEmpty();
        assertThat(bot.entries(ANNA, 0)).isEmpty();
        play(BERT, "引用: 公司首次备案到订单号", "审核: 通过预审核", "订单状态: ADMIN_REVIEW");
    }

    @Test
    void theClockGoesBackAndTheTalkGoesOn() {
        play(ANNA, "用户: 备案", "用户: 同意");
        bot.post("/sandbox/clock", Map.of("forward", "P53D"));
        play(ANNA, "用户: 北京");

        reset(Map.of("clock", true));

        assertThat(bot.get("/sandbox/clock").path("offset").asString()).isEqualTo("PT0S");
        play(ANNA, "用户: 企业", "应问: sponsor.certNo");
    }

    @Test
    void asksForOneOfThem() {
        assertThat(bot.post("/sandbox/reset", Map.of()).path("status").asInt()).isEqualTo(422);
        assertThat(bot.post("/sandbox/reset", Map.of("phone", " ")).path("status").asInt())
                .isEqualTo(422);
    }

    /** A phone has data of its own, which an order uses up and the next ones replace. */
    @Test
    void aFreshPhoneHasFreshData() {
        String annas = bot.get("/sandbox/personas/" + ANNA).toString();
        assertThat(annas).isNotEqualTo(bot.get("/sandbox/personas/" + BERT).toString());
        assertThat(annas).isEqualTo(bot.get("/sandbox/personas/" + ANNA).toString());
        JsonNode lines = bot.get("/sandbox/personas/" + ANNA).path(0).path("lines");

        play(
                ANNA,
                "用户: 备案",
                "用户: 同意",
                "用户: 北京",
                "用户: 企业",
                "用户: " + lines.path(0).path("says").asString(),
                "没拒绝",
                "用户: " + lines.path(1).path("says").asString(),
                "应有: match.type = FIRST");
    }

    @Test
    void leadsWhoeverComesInToThePhone() {
        HttpResponse<byte[]> root = bot.fetch(bot.base() + "/");

        assertThat(root.statusCode()).isEqualTo(302);
        assertThat(root.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/sandbox"));
        assertThat(bot.fetch(bot.base() + "/favicon.ico").statusCode()).isEqualTo(204);
    }

    private List<Path> photos() throws IOException {
        Path folder = data.resolve("photos");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
