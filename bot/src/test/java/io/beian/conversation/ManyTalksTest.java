package io.beian.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.redis.TestRedis;
import io.beian.talk.Stage;
import io.beian.talk.Talk;
import io.beian.talk.TalkPlayer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The talks once more, many at a time on two nodes with a real Redis: every message is delivered
 * three times at once and taken by either node, every result and every piece of news comes three
 * times, and each talk has to go as it goes otherwise. {@code -Dbeian.conversations=10000} plays so
 * many, each person another; without it a few.
 */
class ManyTalksTest {

    private static final int CONVERSATIONS = Integer.getInteger("beian.conversations", 30);
    private static final int AT_A_TIME = 6;
    private static final int NODES = 2;
    private static final int COPIES = 3;

    /** Spreads a few over all talks. */
    private static final int STEP = 37;

    @Test
    void goTheSameWayHoweverOftenEachMessageComes(@TempDir Path directory) throws Exception {
        List<Talk> all = Talk.all();
        List<String> wrong = new ArrayList<>();
        ExecutorService people = Executors.newFixedThreadPool(AT_A_TIME);
        try (TestRedis redis = TestRedis.start(directory, TestRedis.installed())) {
            List<Future<?>> playing = new ArrayList<>();
            for (int i = 0; i < CONVERSATIONS; i++) {
                Talk talk = all.get(Math.floorMod(i * STEP, all.size()));
                String person = i + "-" + talk.file();
                playing.add(people.submit(() -> play(redis, all, talk, person)));
            }
            for (Future<?> each : playing) {
                try {
                    each.get();
                } catch (ExecutionException e) {
                    wrong.add(String.valueOf(e.getCause()));
                }
            }
        } finally {
            people.shutdownNow();
        }
        System.out.printf(
                "%d conversations, every message %d times at once; went otherwise: %d%n",
                CONVERSATIONS, COPIES, wrong.size());
        assertThat(wrong).isEmpty();
    }

    private static void play(TestRedis redis, List<Talk> all, Talk talk, String person) {
        try (Stage stage =
                new StoreStage(
                        () -> TestConversations.inRedis(redis, "talks"), person, NODES, COPIES)) {
            new TalkPlayer(stage, all).play(talk);
        }
    }
}
