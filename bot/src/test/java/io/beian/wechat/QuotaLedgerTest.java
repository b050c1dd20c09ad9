package io.beian.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.conversation.Contact;
import io.beian.conversation.Conversations;
import io.beian.conversation.Conversations.Stored;
import io.beian.conversation.TestConversations;
import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Input;
import io.beian.redis.RedisServerExtension;
import io.beian.redis.Replication;
import io.beian.redis.TestRedis;
import io.beian.wechat.QuotaLedger.Correction;
import io.beian.wechat.QuotaLedger.Reserved;
import io.beian.wechat.QuotaLedger.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;

class QuotaLedgerTest {

    @RegisterExtension
    static final RedisServerExtension SERVER = new RedisServerExtension(TestRedis.installed());

    private final ConversationId id;
    private Instant now = Instant.parse("2026-11-26T04:00:00Z");
    private final Conversations conversations = TestConversations.inRedis(SERVER.redis(), "a");
    private final QuotaLedger ledger =
            new QuotaLedger(
                    new Claims(
                            SERVER.redis().connections(),
                            Replication.none(SERVER.redis().connections()),
                            TestConversations.KEYS,
                            System::nanoTime),
                    () -> now);

    QuotaLedgerTest(TestInfo test) {
        this.id = new ConversationId("o-" + test.getDisplayName());
    }

    @Test
    void knowsNobodyWhoNeverCame() {
        assertThat(send("tell:1")).isEqualTo(Verdict.NEVER);
    }

    @Test
    void tellsCountFromTime() {
        write();
        for (int i = 0; i < 5; i++) {
            assertThat(send("tell:" + i)).isEqualTo(Verdict.OK);
        }
        assertThat(send("tell:9")).isEqualTo(Verdict.COUNT_USED);

        now = now.plus(Duration.ofDays(2));
        assertThat(send("tell:9")).isEqualTo(Verdict.TIME_OVER);
    }

    @Test
    void claimsAMessageForOneAtATime() {
        write();

        assertThat(send("tell:1")).isEqualTo(Verdict.OK);
        assertThat(send("tell:1")).isEqualTo(Verdict.UNDER_WAY);
        assertThat(left()).isEqualTo(4);
    }

    @Test
    void letsAMessageLeaveOnce() throws IOException {
        write();
        Reserved reserved = ledger.reserve(id, Optional.of("tell:1"));

        assertThat(reserved.door().pass(() -> {})).isTrue();

        assertThat(send("tell:1")).isEqualTo(Verdict.LEFT_BEFORE);
        assertThat(left()).isEqualTo(4);
    }

    @Test
    void letsWhatLeftAndWasRefusedBeginAgain() throws IOException {
        write();
        Reserved reserved = ledger.reserve(id, Optional.of("tell:1"));
        reserved.door().pass(() -> {});

        ledger.correct(reserved, Correction.GIVE);

        assertThat(left()).isEqualTo(5);
        assertThat(send("tell:1")).isEqualTo(Verdict.OK);
    }

    @Test
    void letsWhatNeverLeftBeginAgain() {
        write();
        Reserved reserved = ledger.reserve(id, Optional.of("tell:1"));

        ledger.correct(reserved, Correction.GIVE);

        assertThat(left()).isEqualTo(5);
        assertThat(send("tell:1")).isEqualTo(Verdict.OK);
    }

    @Test
    void doesNotKnowMessagesWithoutAName() {
        write();

        assertThat(ledger.reserve(id, Optional.empty()).verdict()).isEqualTo(Verdict.OK);
        assertThat(ledger.reserve(id, Optional.empty()).verdict()).isEqualTo(Verdict.OK);
        assertThat(left()).isEqualTo(3);
    }

    @Test
    void believesWechat() {
        write();
        ledger.correct(ledger.reserve(id, Optional.of("tell:1")), Correction.COUNT);
        assertThat(send("tell:2")).isEqualTo(Verdict.COUNT_USED);

        write();
        ledger.correct(ledger.reserve(id, Optional.of("tell:3")), Correction.TIME);
        assertThat(send("tell:4")).isEqualTo(Verdict.TIME_OVER);

        write();
        ledger.correct(ledger.reserve(id, Optional.of("tell:5")), Correction.NEVER);
        assertThat(send("tell:6")).isEqualTo(Verdict.NEVER);
    }

    @Test
    void believesTheContactSinceMore() {
        write();
        Reserved reserved = ledger.reserve(id, Optional.of("tell:1"));
        now = now.plusSeconds(1);
        write();

        ledger.correct(reserved, Correction.COUNT);
        ledger.correct(reserved, Correction.GIVE);

        assertThat(left()).isEqualTo(5);
        assertThat(send("tell:1")).isEqualTo(Verdict.OK);
    }

    @Test
    void forgetsNamesAtLast() {
        for (int i = 0; i <= Claims.NAMES_KEPT; i++) {
            write();
            assertThat(send("tell:" + i)).isEqualTo(Verdict.OK);
        }

        assertThat(send("tell:1")).isEqualTo(Verdict.UNDER_WAY);
        assertThat(send("tell:0")).isEqualTo(Verdict.OK);
    }

    @Test
    void takesNoPartInAMessageThatWasTakenBefore() {
        Stored stored = conversations.load(id);
        commit(stored, "m1");
        for (int i = 0; i < 5; i++) {
            send("tell:" + i);
        }

        commit(stored, "m1");

        assertThat(send("tell:9")).isEqualTo(Verdict.COUNT_USED);
    }

    @Test
    void knowsWhichInputsAreContacts() {
        assertThat(kind(new Input.Said("好"))).contains(Contact.Kind.WROTE);
        assertThat(kind(new Input.Tapped(1, 1, "好", Optional.empty())))
                .contains(Contact.Kind.WROTE);
        assertThat(kind(new Input.SentPhoto("m"))).contains(Contact.Kind.WROTE);
        assertThat(kind(new Input.SentOther("voice"))).contains(Contact.Kind.WROTE);
        assertThat(kind(new Input.Pressed("进度"))).contains(Contact.Kind.TOUCHED);
        assertThat(kind(new Input.Followed(Optional.empty(), true))).contains(Contact.Kind.TOUCHED);
        assertThat(kind(new Input.Left())).contains(Contact.Kind.LEFT);
        assertThat(kind(new Input.AgentCame())).isEmpty();
    }

    private static Optional<Contact.Kind> kind(Input input) {
        return Contact.of(input, Instant.EPOCH).map(Contact::kind);
    }

    private Verdict send(String name) {
        return ledger.reserve(id, Optional.of(name)).verdict();
    }

    /** How often somebody without a name could still be sent something; all are given back. */
    private int left() {
        List<Reserved> taken = new java.util.ArrayList<>();
        for (Reserved one = next(); one.verdict() == Verdict.OK; one = next()) {
            taken.add(one);
        }
        taken.forEach(one -> ledger.correct(one, Correction.GIVE));
        return taken.size();
    }

    private Reserved next() {
        return ledger.reserve(id, Optional.empty());
    }

    private void write() {
        Stored stored = conversations.load(id);
        commit(stored, "m" + stored.version());
    }

    private void commit(Stored stored, String key) {
        conversations.commit(
                id,
                stored.version(),
                new Conversations.Write(
                        key,
                        Optional.empty(),
                        stored.conversation(),
                        "",
                        List.of(),
                        Optional.empty(),
                        "accepted",
                        Optional.of(new Contact(Contact.Kind.WROTE, now)),
                        false));
    }
}
