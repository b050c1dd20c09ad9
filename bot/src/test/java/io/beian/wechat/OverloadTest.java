package io.beian.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.beian.TestClock;
import io.beian.conversation.Conversations;
import io.beian.conversation.EffectQueue;
import io.beian.conversation.MemoryConversations;
import io.beian.conversation.TurnHandler;
import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Dialogue;
import io.beian.dialogue.Effect;
import io.beian.filing.IcpFiling;
import io.beian.redis.Keys;
import io.beian.redis.Replication;
import io.beian.wording.Wording;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.async.DeferredResult;

/** More messages than can be answered: what is not taken changes nothing and is taken later. */
class OverloadTest {

    private static final int AT_ONCE = 2;
    private static final int WAITING = 3;
    private static final int PEOPLE = 12;
    private static final Duration LONG = Duration.ofMinutes(5);

    private final TestClock clock = TestClock.standing(Sample.NOW.toString());
    private final WechatCrypto crypto = Sample.crypto();
    private final Conversations memory = new MemoryConversations();
    private final Semaphore commits = new Semaphore(0);
    private final TurnQueue queue =
            new TurnQueue(AT_ONCE, WAITING, LONG, new SimpleMeterRegistry());
    private final WechatWebhook webhook = webhook();

    @AfterEach
    void end() {
        commits.release(1_000);
        queue.close();
    }

    @Test
    void losesAndDoublesNothing() throws Exception {
        List<CompletableFuture<String>> first = delivered(0);
        untilBothThreadsAreHeld();

        assertThat(first).filteredOn(CompletableFuture::isDone).isEmpty();
        assertThat(IntStream.range(0, PEOPLE)).allMatch(person -> version(person) == 0);

        commits.release(1_000);
        List<String> taken =
                first.stream().limit(AT_ONCE + WAITING).map(CompletableFuture::join).toList();
        assertThat(taken).allMatch(text -> text.contains("同意"));
        assertThat(first.stream().skip(AT_ONCE + WAITING)).noneMatch(CompletableFuture::isDone);

        for (int person = 0; person < PEOPLE; person++) {
            String again = delivered(person, 5).join();
            assertThat(again).contains("同意");
            assertThat(version(person)).isEqualTo(1);
        }
    }

    /** Where no further delivery comes, a sentence takes the place of WeChat's fault notice. */
    @Test
    void saysSoOnTheLastDelivery() throws Exception {
        delivered(0);
        untilBothThreadsAreHeld();

        assertThat(delivered(PEOPLE, 10).join()).contains("系统有点忙");
        assertThat(delivered(PEOPLE + 1, 5)).isNotDone();
        assertThat(version(PEOPLE)).isZero();
    }

    private void untilBothThreadsAreHeld() {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (commits.getQueueLength() < AT_ONCE) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private long version(int person) {
        return memory.load(new ConversationId("o" + person)).version();
    }

    private List<CompletableFuture<String>> delivered(int late) throws IOException {
        List<CompletableFuture<String>> answers = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            answers.add(delivered(person, late));
        }
        return answers;
    }

    /** The text that is answered, once it is. */
    private CompletableFuture<String> delivered(int person, int late) throws IOException {
        String message = Sample.textMessage("备案").replace(Sample.OPENID, "o" + person);
        String encrypted = crypto.encrypt(message);
        String timestamp = Long.toString(Sample.NOW.getEpochSecond() + late);
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/wechat");
        request.addParameters(
                Map.of(
                        "timestamp",
                        timestamp,
                        "nonce",
                        "n" + late,
                        "openid",
                        "o" + person,
                        "encrypt_type",
                        "aes",
                        "msg_signature",
                        crypto.signature(timestamp, "n" + late, encrypted)));
        request.setContent(Sample.envelope(encrypted).getBytes(UTF_8));
        DeferredResult<ResponseEntity<String>> result = webhook.message(request);
        CompletableFuture<String> text = new CompletableFuture<>();
        result.setResultHandler(answer -> text.complete(content(answer)));
        return text;
    }

    private String content(@Nullable Object answer) {
        ResponseEntity<?> response = (ResponseEntity<?>) Objects.requireNonNull(answer);
        try {
            String body = String.valueOf(response.getBody());
            return Sample.openReply(crypto, body).getOrDefault("Content", "");
        } catch (CodecException e) {
            throw new AssertionError(e);
        }
    }

    private WechatWebhook webhook() {
        LettuceConnectionFactory nowhere = new LettuceConnectionFactory();
        Claims claims =
                new Claims(nowhere, Replication.none(nowhere), new Keys(4), System::nanoTime);
        Wording wording = new Wording();
        return new WechatWebhook(
                new WechatGate(Sample.settings(), crypto),
                new ReplyWriter(crypto, new Random(8)),
                new TurnHandler(
                        new Held(),
                        new Dialogue(new IcpFiling()),
                        wording,
                        new Nothing(),
                        clock,
                        Duration.ZERO),
                queue,
                new NoticeEvents(
                        new Permissions(claims),
                        new SentNotices(new StringRedisTemplate()),
                        () -> null),
                wording,
                new Pace(1_000, 1_000),
                clock,
                Sample.settings(),
                Duration.ofSeconds(4));
    }

    /** Writes only as often as it is allowed to. */
    private final class Held implements Conversations {

        @Override
        public Stored load(ConversationId id) {
            return memory.load(id);
        }

        @Override
        public Stored fresh(ConversationId id) {
            return memory.fresh(id);
        }

        @Override
        public Committed commit(ConversationId id, long expectedVersion, Write write) {
            commits.acquireUninterruptibly();
            return memory.commit(id, expectedVersion, write);
        }
    }

    private static final class Nothing implements EffectQueue {
        @Override
        public void start(
                ConversationId id, List<String> entries, List<Effect> effects, String cause) {}

        @Override
        public void done(ConversationId id, String entry) {}
    }
}
