package io.beian.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.core.StringRedisTemplate;

class RedisNotesTest {

    private TestRedis redis;
    private RedisNotes notes;

    @BeforeEach
    void start(@TempDir java.nio.file.Path directory) throws Exception {
        redis = TestRedis.start(directory);
        notes = new RedisNotes(redis.connections(), Duration.ofMillis(500));
    }

    @AfterEach
    void stop() throws IOException {
        redis.close();
    }

    @Test
    void setsAFieldBeforeWhatIsAskedLater() {
        notes.set("k", "f", "1");

        assertThat(field()).isEqualTo("1");
    }

    @Test
    void doesSomethingBetweenTwoValues() throws IOException {
        List<String> threads = new CopyOnWriteArrayList<>();

        notes.doAndSet("k", "f", "before", () -> threads.add(thread()), "after");

        assertThat(field()).isEqualTo("after");
        assertThat(threads).hasSize(1).doesNotContain(thread());
        assertThat(redis.commands()).containsSubsequence("HSET", "HSET");
    }

    @Test
    void leavesTheFieldIfItGoesWrong() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(
                        () ->
                                notes.doAndSet(
                                        "k",
                                        "f",
                                        "before",
                                        () -> {
                                            throw new IOException("no");
                                        },
                                        "after"));

        assertThat(field()).isEqualTo("before");
    }

    @Test
    void doesNothingWithoutRedis() throws IOException {
        notes.set("k", "f", "1");
        redis.stopServer();
        List<String> done = new ArrayList<>();

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> notes.doAndSet("k", "f", "before", () -> done.add("x"), "after"));

        assertThat(done).isEmpty();
    }

    @Test
    void neverDoesLateWhatItSaidWasNotDone() {
        try (RedisConnection connection = redis.connections().getConnection()) {
            connection.execute("CLIENT", "PAUSE".getBytes(UTF_8), "1500".getBytes(UTF_8));
        }
        List<String> done = new CopyOnWriteArrayList<>();

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> notes.doAndSet("k", "f", "before", () -> done.add("x"), "after"));

        assertThat(field()).as("Redis, awake again").isEqualTo("before");
        assertThat(done).isEmpty();
    }

    private static String thread() {
        return Thread.currentThread().getName();
    }

    private String field() {
        return String.valueOf(
                Objects.requireNonNull(
                        new StringRedisTemplate(redis.connections()).opsForHash().get("k", "f")));
    }
}
