package io.beian;

import io.beian.talk.Stage;
import io.beian.talk.Talk;
import io.beian.talk.TalkPlayer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The same talks once more: encrypted, over HTTP, with everything the README starts. */
class WebhookTalksTest {

    private static final Instant MORNING = Instant.parse("2026-11-23T02:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    @TempDir Path data = Path.of("");
    private final TestClock clock = TestClock.running(MORNING.toString());
    private final List<Talk> all = Talk.all();
    private final AtomicReference<@Nullable RunningBot> bot = new AtomicReference<>();
    private int started;

    @TestFactory
    Stream<DynamicTest> playsOverTheWebhook() {
        return all.stream()
                .map(talk -> DynamicTest.dynamicTest(talk.file(), () -> play(talk)))
                .onClose(this::stop);
    }

    private void play(Talk talk) throws IOException {
        String openid = "o" + Integer.toHexString(talk.file().hashCode());
        nextMorning();
        try (Stage stage = new WebhookStage(running(), clock::pass, openid)) {
            new TalkPlayer(stage, all).play(talk);
            if (!running().get("/sandbox/desk/api/orders").isEmpty()) {
                stop();
            }
        } catch (AssertionError | RuntimeException e) {
            stop();
            throw e;
        }
    }

    /** A sponsor has one open order at a time, so after an order the backend begins anew. */
    private RunningBot running() throws IOException {
        RunningBot now = bot.get();
        if (now == null) {
            now = new RunningBot(data.resolve("run" + started++), clock);
            bot.set(now);
        }
        return now;
    }

    private void stop() {
        RunningBot now = bot.getAndSet(null);
        if (now != null) {
            now.close();
        }
    }

    /** Another talk begins at the same time of another day. */
    private void nextMorning() {
        Duration since = Duration.between(MORNING, clock.instant());
        clock.pass(DAY.minusMillis(since.toMillis() % DAY.toMillis()));
    }
}
