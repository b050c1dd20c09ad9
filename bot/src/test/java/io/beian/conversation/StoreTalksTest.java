package io.beian.conversation;

import io.beian.redis.TestRedis;
import io.beian.talk.Stage;
import io.beian.talk.Talk;
import io.beian.talk.TalkPlayer;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The same talks as on the pure engine, with every turn committed to Redis. */
class StoreTalksTest {

    @TestFactory
    Stream<DynamicTest> playsOnTheRealStore(@TempDir Path directory) throws Exception {
        TestRedis redis = TestRedis.start(directory);
        List<Talk> all = Talk.all();
        return all.stream()
                .map(talk -> DynamicTest.dynamicTest(talk.file(), () -> play(redis, all, talk)))
                .onClose(() -> stop(redis));
    }

    private static void play(TestRedis redis, List<Talk> all, Talk talk) {
        try (Stage stage = new StoreStage(() -> newNode(redis), talk.file())) {
            new TalkPlayer(stage, all).play(talk);
        }
    }

    private static Conversations newNode(TestRedis redis) {
        return TestConversations.inRedis(redis, "talks");
    }

    private static void stop(TestRedis redis) {
        try {
            redis.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
