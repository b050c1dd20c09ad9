package io.beian.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.conversation.Conversations.Committed;
import io.beian.conversation.Conversations.Stored;
import io.beian.dialogue.ConversationId;
import io.beian.redis.Node;
import io.beian.redis.Replication;
import io.beian.redis.TestRedis;
import io.beian.redis.TestSentinel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/**
 * Turns are committed while one replica after the other takes over from a master that is well, and
 * does not ask it first what it has. What was acknowledged has to be there at the end, once. {@code
 * -Dbeian.failovers=30} lets so many happen; {@code -Dbeian.wait=1} waits for one replica of two,
 * and 0 for none: then something is lost.
 */
class FailoverDrillTest {

    private static final int FAILOVERS = Integer.getInteger("beian.failovers", 2);
    private static final int WAIT = Integer.getInteger("beian.wait", 2);
    private static final int WRITERS = 4;

    private final AtomicBoolean calm = new AtomicBoolean();
    private final Path data;

    FailoverDrillTest(@TempDir Path data) {
        this.data = data;
    }

    /** One conversation, and how many of its turns were acknowledged. */
    private record Written(ConversationId id, long acknowledged, long unsure) {}

    @Test
    void keepsWhatAReplicaHasConfirmed() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try (TestSentinel redis = TestSentinel.start(data)) {
            RedisConnectionFactory shared = redis.connections();
            Replication replication = WAIT > 0 ? redis.replication(WAIT) : Replication.none(shared);
            List<Future<Written>> all = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                ConversationId id = new ConversationId("o" + i);
                all.add(writers.submit(() -> write(node(shared, replication), id)));
            }
            for (int i = 0; i < FAILOVERS; i++) {
                redis.awaitReplicas(2);
                redis.failOver();
            }
            redis.awaitReplicas(2);
            calm.set(true);

            List<Written> written = new ArrayList<>();
            for (Future<Written> each : all) {
                written.add(each.get());
            }
            report(written, node(redis.connections(), Replication.none(shared)));
        } finally {
            writers.shutdownNow();
        }
    }

    /** Each turn is repeated under its key until it is acknowledged, as a filer's message is. */
    private Written write(Conversations conversations, ConversationId id) {
        long acknowledged = 0;
        long unsure = 0;
        while (!calm.get()) {
            try {
                Stored now = conversations.load(id);
                Committed committed =
                        conversations.commit(
                                id,
                                now.version(),
                                Samples.write("m" + acknowledged, now.conversation()));
                if (!(committed instanceof Committed.Conflict)) {
                    acknowledged++;
                }
            } catch (StorageException e) {
                unsure++;
            }
        }
        return new Written(id, acknowledged, unsure);
    }

    private static void report(List<Written> written, Conversations kept) {
        List<Long> off =
                written.stream()
                        .map(each -> kept.fresh(each.id()).version() - each.acknowledged())
                        .toList();
        System.out.printf(
                "%d failovers, wait for %d replicas: %d turns acknowledged, %d asked to come again, lost %d,"
                        + " doubled %d%n",
                FAILOVERS,
                WAIT,
                written.stream().mapToLong(Written::acknowledged).sum(),
                written.stream().mapToLong(Written::unsure).sum(),
                -off.stream().mapToLong(each -> Math.min(each, 0)).sum(),
                off.stream().mapToLong(each -> Math.max(each - 1, 0)).sum());
        // The last turn of each may have been written without having been acknowledged.
        assertThat(off).allMatch(each -> each == 0 || each == 1);
    }

    private static RedisConversations node(RedisConnectionFactory shared, Replication replication) {
        return new RedisConversations(
                shared,
                replication,
                TestConversations.KEYS,
                new Node("a"),
                TestConversations.SEALED,
                TestRedis.SETTINGS,
                Duration.ofDays(90));
    }
}
