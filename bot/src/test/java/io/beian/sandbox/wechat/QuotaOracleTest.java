package io.beian.sandbox.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.TestClock;
import io.beian.conversation.Contact;
import io.beian.conversation.Conversations;
import io.beian.conversation.Conversations.Stored;
import io.beian.conversation.TestConversations;
import io.beian.dialogue.ConversationId;
import io.beian.redis.TestRedis;
import io.beian.wechat.LedgerDesk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** The bot's ledger against the simulated WeChat's own count, over whatever people do. */
class QuotaOracleTest {

    private static @Nullable Path directory;
    private static @Nullable TestRedis redis;
    private static int people;

    private final TestClock clock = TestClock.standing("2026-11-23T08:00:00Z");

    @BeforeContainer
    static void start() throws Exception {
        directory = Files.createTempDirectory("quota");
        redis = TestRedis.start(directory);
    }

    @AfterContainer
    static void stop() throws Exception {
        Objects.requireNonNull(redis).close();
        FileSystemUtils.deleteRecursively(directory);
    }

    /** What happens, and how long after what happened before. */
    record Step(String what, Duration after) {}

    @Provide
    Arbitrary<List<Step>> life() {
        Arbitrary<String> acts =
                Arbitraries.frequency(
                        net.jqwik.api.Tuple.of(6, "send"),
                        net.jqwik.api.Tuple.of(2, "text"),
                        net.jqwik.api.Tuple.of(2, "CLICK"),
                        net.jqwik.api.Tuple.of(1, "subscribe"),
                        net.jqwik.api.Tuple.of(1, "SCAN"),
                        net.jqwik.api.Tuple.of(1, "unsubscribe"));
        Arbitrary<Duration> pauses =
                Arbitraries.of(0, 1, 30, 59, 60, 61, 86_400, 172_740, 172_800, 200_000)
                        .map(Duration::ofSeconds);
        return net.jqwik.api.Combinators.combine(acts, pauses).as(Step::new).list().ofMaxSize(40);
    }

    @Property(tries = 150)
    void ledgerSaysWhatWechatDoes(@ForAll("life") List<Step> life) {
        ConversationId id = new ConversationId("oQuota" + people++);
        TestRedis server = Objects.requireNonNull(redis);
        Conversations conversations = TestConversations.inRedis(server, "a");
        LedgerDesk ledger = new LedgerDesk(server, clock);
        List<Entry> chat = new ArrayList<>();
        for (Step step : life) {
            clock.pass(step.after());
            if (step.what().equals("send")) {
                ApiCode expected = Quota.after(chat).judge(clock.instant());
                assertThat(ledger.send(id))
                        .as("%s of %s", step, life)
                        .isEqualTo(expected.body().get("errcode"));
                if (expected == ApiCode.OK) {
                    chat.add(entry(chat, Entry.Kind.SERVED, "text"));
                }
            } else {
                boolean said = step.what().equals("text");
                chat.add(entry(chat, said ? Entry.Kind.SAID : Entry.Kind.DID, step.what()));
                commit(conversations, id, contact(step.what()));
            }
        }
    }

    private Entry entry(List<Entry> chat, Entry.Kind kind, String type) {
        return new Entry(chat.size(), clock.instant(), "o", kind, type, Map.of());
    }

    private Contact contact(String what) {
        Contact.Kind kind =
                switch (what) {
                    case "text" -> Contact.Kind.WROTE;
                    case "unsubscribe" -> Contact.Kind.LEFT;
                    default -> Contact.Kind.TOUCHED;
                };
        return new Contact(kind, clock.instant());
    }

    private static void commit(Conversations conversations, ConversationId id, Contact contact) {
        Stored now = conversations.load(id);
        conversations.commit(
                id,
                now.version(),
                new Conversations.Write(
                        "m" + now.version(),
                        Optional.empty(),
                        now.conversation(),
                        "",
                        List.of(),
                        Optional.empty(),
                        "accepted",
                        Optional.of(contact),
                        false));
    }
}
