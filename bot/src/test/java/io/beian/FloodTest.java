package io.beian;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Many more people at once than are taken: with WeChat's deliveries everybody is answered. */
class FloodTest {

    private static final int PEOPLE = 40;

    @Test
    void answersEverybodyInTheEndAndTakesEveryMessageOnce(@TempDir Path data) throws Exception {
        try (RunningBot bot =
                new RunningBot(
                        data,
                        Clock.systemUTC(),
                        "--beian.wechat.at-once=1",
                        "--beian.wechat.waiting=4")) {
            List<JsonNode> replies = flood(bot);

            for (int i = 0; i < PEOPLE; i++) {
                String text = replies.get(i).path("content").asString("");
                long version = bot.conversation("oFlood" + i).path("version").asLong();
                assertThat(text).containsAnyOf("同意", "系统有点忙");
                assertThat(version).as(text).isEqualTo(text.contains("同意") ? 1 : 0);
            }
            assertThat(replies).filteredOn(r -> r.path("attempts").asInt() > 1).isNotEmpty();
            assertThat(bot.metrics()).containsPattern("beian_turns_shed_total [1-9]");
        }
    }

    private static List<JsonNode> flood(RunningBot bot) {
        ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
        try {
            return IntStream.range(0, PEOPLE)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> says(bot, i), people))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        } finally {
            people.shutdown();
        }
    }

    private static JsonNode says(RunningBot bot, int person) {
        return bot.send("oFlood" + person, Map.of("type", "text", "text", "备案")).get(0);
    }
}
