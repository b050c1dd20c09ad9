package io.beian;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.order.OrderEvent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What earlier builds kept when they were killed, one that sealed nothing and one that sealed
 * everything: whoever had begun with them goes on where they were.
 */
class OlderDataTest {

    /** A day after the data were made. */
    private final TestClock clock = TestClock.running("2026-11-29T02:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"unsealed", "sealed"})
    void goesOnWhereAnEarlierBuildStopped(String build, @TempDir Path data) throws Exception {
        unpack(build, data);
        try (RunningBot bot = new RunningBot(data, clock)) {
            answersTheNextQuestion(bot);
            sendsTheRestOfThePictures(bot);
            hearsOfTheOrder(bot);
        }
    }

    private void answersTheNextQuestion(RunningBot bot) {
        try (WebhookStage stage = new WebhookStage(bot, clock::pass, "oOlderHalf")) {
            stage.say("继续");
            consent(stage);
            assertThat(stage.view().asks()).contains("sponsor.person.mobile");
            assertThat(stage.view().facts()).containsEntry("sponsor.investor", "王样张");

            stage.say("13800138000");

            assertThat(stage.view().asks()).contains("sponsor.person.emergency");
        }
    }

    private void sendsTheRestOfThePictures(RunningBot bot) {
        try (WebhookStage stage = new WebhookStage(bot, clock::pass, "oOlderPhotos")) {
            stage.say("继续");
            consent(stage);
            assertThat(stage.view().asks()).contains("photo.idBack");
            stage.photos(List.of("身份证国徽面"));
            stage.photos(List.of("核验照"));

            assertThat(stage.say("提交")).contains("TY");

            String order = stage.view().orderNumber().orElseThrow();
            assertThat(bot.get("/sandbox/desk/api/orders/" + order).path("materials").size())
                    .as("pictures of both builds")
                    .isEqualTo(4);
        }
    }

    private void hearsOfTheOrder(RunningBot bot) {
        try (WebhookStage stage = new WebhookStage(bot, clock::pass, "oOlderSent")) {
            assertThat(stage.say("进度")).contains("TY20261128000001");

            stage.review(OrderEvent.PASS_PRE_REVIEW, "", List.of());

            assertThat(stage.view().orderState()).isNotEqualTo(Optional.of("PRE_REVIEW"));
        }
    }

    /** A text that has changed since has to be agreed to once more. */
    private static void consent(WebhookStage stage) {
        if (stage.view().asks().filter("consent"::equals).isPresent()) {
            stage.say("同意");
        }
    }

    private static void unpack(String build, Path data) throws IOException {
        InputStream packed = OlderDataTest.class.getResourceAsStream("older/" + build + ".zip");
        try (ZipInputStream zip = new ZipInputStream(Objects.requireNonNull(packed))) {
            for (ZipEntry entry; (entry = zip.getNextEntry()) != null; ) {
                Path file = data.resolve(entry.getName());
                Files.createDirectories(Objects.requireNonNull(file.getParent()));
                Files.write(file, zip.readAllBytes());
            }
        }
    }
}
