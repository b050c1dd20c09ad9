package io.beian.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.conversation.Conversations.Committed;
import io.beian.conversation.Conversations.Stored;
import io.beian.conversation.Conversations.Write;
import io.beian.dialogue.Conversation;
import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** What every store of conversations does. */
abstract class ConversationsContract {

    final ConversationId id;

    /** Each test has a person of its own. */
    ConversationsContract(TestInfo test) {
        this.id = new ConversationId("o-" + test.getDisplayName());
    }

    abstract Conversations conversations();

    @Test
    void startsWithANewConversation() {
        assertIs(conversations().load(id), Conversation.start(id), 0);
    }

    @Test
    void givesBackWhatWasWritten() {
        Conversation full = Samples.full(id);

        Committed committed = commit(0, writeOf("m1", full));

        assertThat(committed).isEqualTo(new Committed.Done(1, List.of()));
        assertIs(conversations().load(id), full, 1);
        assertThat(conversations().load(id).ours()).as("written by this node").isTrue();
        assertIs(conversations().fresh(id), full, 1);
    }

    private static void assertIs(Stored stored, Conversation conversation, long version) {
        assertThat(stored.conversation()).isEqualTo(conversation);
        assertThat(stored.version()).isEqualTo(version);
    }

    @Test
    void answersAMessageItKnowsWithTheReplyOfThen() {
        commit(0, Samples.write("m1", Conversation.start(id)));

        Committed again = commit(0, Samples.write("m1", Conversation.start(id)));

        assertThat(again).isEqualTo(new Committed.Duplicate("reply to m1"));
        assertThat(conversations().fresh(id).version()).isEqualTo(1);
    }

    /** However many come in between: inside the time window a request can be replayed. */
    @Test
    void takesNoMessageTwiceAndRepeatsTheLastSixteenReplies() {
        for (int i = 0; i < 17; i++) {
            commit(i, Samples.write("m" + i, Conversation.start(id)));
        }

        assertThat(commit(17, Samples.write("m1", Conversation.start(id))))
                .isEqualTo(new Committed.Duplicate("reply to m1"));
        assertThat(commit(17, Samples.write("m0", Conversation.start(id))))
                .isEqualTo(new Committed.Duplicate(""));
        assertThat(conversations().fresh(id).version()).isEqualTo(17);
    }

    @Test
    void showsTheFreshStateOnAConflict() {
        commit(0, Samples.write("m1", Conversation.start(id)));

        Committed late = commit(0, Samples.write("m2", Conversation.start(id)));

        assertThat(late).isEqualTo(new Committed.Conflict(conversations().fresh(id)));
        assertThat(paths(conversations().fresh(id).conversation())).containsExactly("m1");
    }

    @Test
    void givesEveryEffectAnEntry() {
        Committed committed =
                commit(
                        0,
                        Samples.write(
                                "m1",
                                Conversation.start(id),
                                Samples.effects().toArray(Effect[]::new)));

        assertThat(committed).isInstanceOf(Committed.Done.class);
        assertThat(((Committed.Done) committed).entries())
                .doesNotHaveDuplicates()
                .hasSameSizeAs(Samples.effects());
    }

    @Test
    void replacesTheReplyOfAnEarlierMessage() {
        commit(0, Samples.write("m1", Conversation.start(id)));
        Conversation next = Samples.answered(Conversation.start(id), "fx");
        commit(
                1,
                new Write(
                        "fx:1-0:0",
                        Optional.of("m1"),
                        next,
                        "the real answer",
                        List.of(),
                        Optional.empty(),
                        "done"));

        assertThat(commit(0, Samples.write("m1", next)))
                .isEqualTo(new Committed.Duplicate("the real answer"));
    }

    @Test
    void takesOneMessageFromThreeThreadsOnce() throws Exception {
        List<Committed> outcomes =
                atOnce(3, n -> commit(0, Samples.write("m1", Conversation.start(id))));

        assertThat(outcomes).filteredOn(Committed.Done.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(Committed.Duplicate.class::isInstance)
                .containsExactly(
                        new Committed.Duplicate("reply to m1"),
                        new Committed.Duplicate("reply to m1"));
    }

    @Test
    void losesNoneOfTwoHundredRacingMessages() throws Exception {
        List<Long> versions = atOnce(200, n -> retried("m" + n));

        Stored end = conversations().fresh(id);
        assertThat(versions).doesNotHaveDuplicates();
        assertThat(end.version()).isEqualTo(200);
        assertThat(paths(end.conversation())).hasSize(200);
    }

    private long retried(String key) {
        Stored now = conversations().load(id);
        while (true) {
            Committed committed = commit(now.version(), Samples.write(key, now.conversation()));
            if (committed instanceof Committed.Done done) {
                return done.version();
            }
            now = ((Committed.Conflict) committed).fresh();
        }
    }

    private Committed commit(long version, Write write) {
        return conversations().commit(id, version, write);
    }

    private static Write writeOf(String key, Conversation next) {
        return new Write(key, Optional.empty(), next, "", List.of(), Optional.empty(), "accepted");
    }

    private static List<String> paths(Conversation conversation) {
        return List.copyOf(conversation.cases().get(0).facts().byPath().keySet());
    }

    private interface Numbered<T> {
        T run(int n) throws Exception;
    }

    private static <T> List<T> atOnce(int times, Numbered<T> task) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(times, 32));
        CountDownLatch go = new CountDownLatch(1);
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                int n = i;
                Callable<T> waiting =
                        () -> {
                            go.await();
                            return task.run(n);
                        };
                futures.add(threads.submit(waiting));
            }
            go.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
