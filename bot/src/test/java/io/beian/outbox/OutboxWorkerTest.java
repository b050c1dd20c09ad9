package io.beian.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.util.concurrent.MoreExecutors;
import io.beian.conversation.Conversations;
import io.beian.conversation.Conversations.Committed;
import io.beian.conversation.Samples;
import io.beian.conversation.StorageException;
import io.beian.conversation.TestConversations;
import io.beian.dialogue.Conversation;
import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Effect;
import io.beian.dialogue.Input;
import io.beian.dialogue.Line;
import io.beian.dialogue.Reply;
import io.beian.outbox.EffectHandler.Result;
import io.beian.redis.LuaScript;
import io.beian.redis.Node;
import io.beian.redis.RedisServerExtension;
import io.beian.redis.Replication;
import io.beian.redis.TestRedis;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.domain.Range;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisStreamCommands.XClaimOptions;
import org.springframework.data.redis.core.StringRedisTemplate;

class OutboxWorkerTest {

    @RegisterExtension
    static final RedisServerExtension SERVER = new RedisServerExtension(TestRedis.SETTINGS);

    private static final ConversationId ID = new ConversationId("o-1");
    private static final String OUT =
            TestConversations.KEYS.out(TestConversations.KEYS.shardOf(ID.value()));
    private static final Result FOUND =
            new Result.Done(new Input.LookedUp("c1", Map.of()), new Input.Due("x"));

    private final TestRedis redis = SERVER.redis();
    private final StringRedisTemplate template = new StringRedisTemplate(redis.connections());
    private final RecordingInbox inbox = new RecordingInbox();
    private final List<Integer> attempts = Collections.synchronizedList(new ArrayList<>());
    private final Deque<Result> results = new ArrayDeque<>();
    private final Deque<Runnable> parkedTasks = new ArrayDeque<>();

    @BeforeEach
    void empty() {
        try (RedisConnection connection = redis.connections().getConnection()) {
            connection.serverCommands().flushAll();
        }
    }

    @Test
    void deliversResultsUnderKeysMadeOfTheEntry() {
        OutboxWorker worker = worker("a");

        List<String> entries = commit("a", new Effect.LookUp("c1"));
        worker.start(ID, entries, List.of(new Effect.LookUp("c1")), "m1");

        String entry = entries.get(0);
        assertThat(inbox.keys()).containsExactly("fx:" + entry + ":0", "fx:" + entry + ":1");
        assertThat(inbox.delivered())
                .allSatisfy(
                        incoming -> {
                            assertThat(incoming.id()).isEqualTo(ID);
                            assertThat(incoming.cause()).contains("m1");
                            assertThat(incoming.arrived()).isEqualTo(Samples.NOON);
                        });
        assertNothingLeft();
    }

    @Test
    void takesOverFromANodeThatIsGone() {
        List<String> entries = commit("gone", new Effect.LookUp("c1"));
        OutboxWorker worker = worker("b");

        worker.tick();
        assertThat(attempts).isEmpty();

        age(entries.get(0), "gone", Duration.ofSeconds(31));
        worker.tick();
        assertThat(attempts).containsExactly(2);
        assertThat(inbox.delivered().get(0).cause()).contains("m1");
        assertNothingLeft();
    }

    @Test
    void leavesToALivingNodeWhatItStillWorksAt() {
        OutboxWorker busy = worker("a", settings(8, 8), new Parked());
        OutboxWorker other = worker("b");
        String entry = startAt(busy, "a");
        age(entry, "a", Duration.ofSeconds(31));

        busy.tick();
        other.tick();
        assertThat(attempts).isEmpty();

        parkedTasks.remove().run();
        assertThat(attempts).containsExactly(1);
        assertNothingLeft();
    }

    @Test
    void triesAgainAfterGrowingPausesAndTellsOnce() {
        OutboxWorker worker = worker("a");
        Input.FromWorld delayed = new Input.SubmitDelayed("c1", "sub-1");
        Result later = new Result.Later(Optional.of(delayed));
        results.addAll(List.of(later, later, FOUND));

        String entry = startAt(worker, "a");
        worker.tick();
        assertThat(attempts).containsExactly(1);

        age(entry, "waiting-told", Duration.ofSeconds(6));
        worker.tick();
        assertThat(attempts).containsExactly(1, 2);

        age(entry, "waiting-told", Duration.ofSeconds(6));
        worker.tick();
        assertThat(attempts).containsExactly(1, 2);

        age(entry, "waiting-told", Duration.ofSeconds(16));
        worker.tick();
        assertThat(attempts).containsExactly(1, 2, 3);
        assertThat(inbox.keys())
                .containsExactly(
                        "fx:" + entry + ":later", "fx:" + entry + ":0", "fx:" + entry + ":1");
        assertNothingLeft();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void triesAgainWhatFailedAndDeliversUnderTheSameKeys(boolean tooDeep) {
        OutboxWorker worker = worker("a");
        inbox.fail(
                Optional.of(
                        () -> {
                            if (tooDeep) {
                                throw new StackOverflowError();
                            }
                            throw new StorageException("down", new IllegalStateException());
                        }));
        String entry = startAt(worker, "a");
        inbox.fail(Optional.empty());

        age(entry, "waiting", Duration.ofSeconds(6));
        worker.tick();

        assertThat(attempts).containsExactly(1, 2);
        assertThat(inbox.keys())
                .containsExactly("fx:" + entry + ":0", "fx:" + entry + ":0", "fx:" + entry + ":1");
        assertNothingLeft();
    }

    @Test
    void givesUpAfterTooManyAttempts() {
        OutboxWorker worker = worker("a");
        results.add(new Result.Later(Optional.empty()));
        String entry = startAt(worker, "a");
        for (int i = 0; i < 4; i++) {
            results.add(new Result.Later(Optional.empty()));
            age(entry, "waiting", Duration.ofHours(2));
            worker.tick();
        }

        assertThat(attempts).containsExactly(1, 2, 3);
        assertThat(inbox.delivered())
                .singleElement()
                .satisfies(
                        told -> {
                            assertThat(told.input()).isEqualTo(new Input.LookUpFailed("c1"));
                            assertThat(told.messageKey()).isEqualTo("fx:" + entry + ":givenUp0");
                        });
        assertNothingLeft();
        assertThat(template.opsForStream().range(OUT.replace("out", "dead"), Range.unbounded()))
                .singleElement()
                .satisfies(
                        record ->
                                assertThat(record.getValue())
                                        .containsEntry("entry", entry)
                                        .containsEntry("conv", ID.value())
                                        .containsKey("effect"));
    }

    @Test
    void leavesToOthersWhatFindsNoRoom() {
        OutboxWorker small = worker("a", settings(1, 1), new Parked());
        Effect[] three = {
            new Effect.LookUp("c1"), new Effect.LookUp("c2"), new Effect.LookUp("c3")
        };
        List<String> entries = commit("a", three);
        small.start(ID, entries, Arrays.asList(three), "m1");
        assertThat(parkedTasks).hasSize(2);

        entries.forEach(entry -> age(entry, "a", Duration.ofSeconds(31)));
        small.tick();
        worker("b").tick();

        assertThat(attempts).containsExactly(2);
        assertThat(inbox.keys()).allMatch(key -> key.startsWith("fx:" + entries.get(2)));
    }

    @Test
    void doesNothingForAnEntryThatNeedsNoDoingAnyMore() {
        OutboxWorker worker = worker("a", settings(8, 8), new Parked());
        String entry = startAt(worker, "a");

        worker.done(ID, entry);
        parkedTasks.remove().run();

        assertThat(attempts).isEmpty();
        assertNothingLeft();
    }

    @Test
    void handsOverAtOnceWhatItCannotFinish() throws InterruptedException {
        OutboxWorker stopping = worker("a", settings(8, 8), new Parked());
        startAt(stopping, "a");

        stopping.stop();
        worker("b").tick();

        assertThat(attempts).containsExactly(2);
        assertNothingLeft();
    }

    @Test
    void keepsWhatItCannotReadForANewerRelease() {
        commit("a", new Effect.LookUp("c1"));
        String entry =
                String.valueOf(
                        template.opsForStream()
                                .add(
                                        OUT,
                                        Map.of(
                                                "conv", ID.value(),
                                                "cause", "m1",
                                                "effect", "{\"type\":\"newer\"}")));
        age(entry, "gone", Duration.ofSeconds(31));

        worker("a").tick();

        assertThat(attempts).isEmpty();
        assertThat(owner(entry)).isEqualTo("waiting");
    }

    @Test
    void tellsOnePersonInOrder() throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        int many = 50;
        CountDownLatch all = new CountDownLatch(many);
        List<Long> told = Collections.synchronizedList(new ArrayList<>());
        EffectHandler<Effect.Tell> teller =
                handler(
                        Effect.Tell.class,
                        (effect, attempt) -> {
                            told.add(effect.reply().epoch());
                            all.countDown();
                            return new Result.Done();
                        });
        OutboxWorker worker = worker("a", settings(4, 100), threads, teller);
        Effect[] tells =
                IntStream.range(0, many).mapToObj(OutboxWorkerTest::tell).toArray(Effect[]::new);

        worker.start(ID, commit("a", tells), Arrays.asList(tells), "m1");

        assertThat(all.await(30, TimeUnit.SECONDS)).isTrue();
        worker.stop();
        assertThat(told).isSorted().hasSize(many);
    }

    /** Or one person's pictures could keep every thread from everybody else. */
    @Test
    void takesThePicturesOfOnePersonOneAfterTheOther() {
        EffectHandler<Effect.FetchPhoto> fetching =
                handler(
                        Effect.FetchPhoto.class,
                        (effect, attempt) -> {
                            attempts.add(attempt);
                            return new Result.Done();
                        });
        OutboxWorker worker = worker("a", settings(8, 8), new Parked(), fetching);
        Effect[] pictures = {
            new Effect.FetchPhoto("c1", "t1", "m1"), new Effect.FetchPhoto("c1", "t2", "m2")
        };

        worker.start(ID, commit("a", pictures), Arrays.asList(pictures), "m1");

        assertThat(parkedTasks).hasSize(1);
        parkedTasks.remove().run();
        assertThat(attempts).hasSize(1);
        assertThat(parkedTasks).hasSize(1);
        parkedTasks.remove().run();
        assertThat(attempts).hasSize(2);
        assertNothingLeft();
    }

    @Test
    void forgetsNodesThatOwnNothing() {
        String entry = commit("a", new Effect.LookUp("c1")).get(0);
        age(entry, "b", Duration.ZERO);

        new LuaScript(redis.connections(), "sweep").run(List.of(OUT), Node.GROUP, 0);

        assertThat(template.opsForStream().consumers(OUT, Node.GROUP))
                .extracting(consumer -> consumer.consumerName())
                .containsExactly("b");
    }

    private static Effect tell(int epoch) {
        return new Effect.Tell(
                new Reply(epoch, List.of(Line.of("x")), List.of(), Optional.empty()), epoch);
    }

    private String startAt(OutboxWorker worker, String node) {
        Effect effect = new Effect.LookUp("c1");
        List<String> entries = commit(node, effect);
        worker.start(ID, entries, List.of(effect), "m1");
        return entries.get(0);
    }

    private List<String> commit(String node, Effect... effects) {
        Conversations conversations = TestConversations.inRedis(redis, node);
        Committed committed =
                conversations.commit(ID, 0, Samples.write("m1", Conversation.start(ID), effects));
        return ((Committed.Done) committed).entries();
    }

    /** Lets an entry have been with its owner for so long. */
    private void age(String entry, String owner, Duration idle) {
        try (RedisConnection connection = redis.connections().getConnection()) {
            connection
                    .streamCommands()
                    .xClaimJustId(
                            OUT.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                            Node.GROUP,
                            owner,
                            XClaimOptions.minIdle(Duration.ZERO).ids(entry).idle(idle).force());
        }
    }

    private String owner(String entry) {
        return template.opsForStream()
                .pending(OUT, Node.GROUP, Range.closed(entry, entry), 1)
                .get(0)
                .getConsumerName();
    }

    private void assertNothingLeft() {
        assertThat(template.opsForStream().size(OUT)).isZero();
        assertThat(template.opsForStream().pending(OUT, Node.GROUP, Range.unbounded(), 10))
                .isEmpty();
    }

    private OutboxWorker worker(String node) {
        return worker(node, settings(8, 8), MoreExecutors.newDirectExecutorService());
    }

    private OutboxWorker worker(String node, OutboxSettings settings, ExecutorService executor) {
        return worker(
                node,
                settings,
                executor,
                handler(
                        Effect.LookUp.class,
                        (effect, attempt) -> {
                            attempts.add(attempt);
                            return results.isEmpty() ? FOUND : results.remove();
                        }));
    }

    private OutboxWorker worker(
            String node,
            OutboxSettings settings,
            ExecutorService executor,
            EffectHandler<?> handler) {
        return new OutboxWorker(
                new RedisOutbox(
                        redis.connections(),
                        Replication.none(redis.connections()),
                        TestConversations.KEYS,
                        new Node(node),
                        TestConversations.SEALED,
                        settings),
                new EffectHandlers(List.of(handler)),
                () -> inbox,
                settings,
                InstantSource.fixed(Samples.NOON),
                executor);
    }

    private static OutboxSettings settings(int threads, int queue) {
        return new OutboxSettings(
                threads,
                queue,
                Duration.ofSeconds(1),
                Duration.ofSeconds(30),
                List.of(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofHours(1)),
                3,
                Duration.ofDays(3),
                100,
                Duration.ofSeconds(60),
                Duration.ofMillis(100));
    }

    private interface Doing<E> {
        Result run(E effect, int attempt);
    }

    private static <E extends Effect> EffectHandler<E> handler(Class<E> type, Doing<E> doing) {
        return new EffectHandler<>() {
            @Override
            public Class<E> handles() {
                return type;
            }

            @Override
            public Result run(ConversationId id, E effect, int attempt) {
                return doing.run(effect, attempt);
            }

            @Override
            public List<Input.FromWorld> givenUp(E effect) {
                return effect instanceof Effect.LookUp lookUp
                        ? List.of(new Input.LookUpFailed(lookUp.caseId()))
                        : List.of();
            }
        };
    }

    /** Runs nothing by itself. */
    private final class Parked extends java.util.concurrent.AbstractExecutorService {

        private boolean shut;

        @Override
        public void execute(Runnable task) {
            parkedTasks.add(task);
        }

        @Override
        public void shutdown() {
            shut = true;
        }

        @Override
        public List<Runnable> shutdownNow() {
            shut = true;
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return shut;
        }

        @Override
        public boolean isTerminated() {
            return shut;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return false;
        }
    }
}
