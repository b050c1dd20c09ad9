package io.beian.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.conversation.TestConversations;
import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Effect;
import io.beian.dialogue.Input;
import io.beian.dialogue.Line;
import io.beian.dialogue.Notice;
import io.beian.dialogue.Reply;
import io.beian.outbox.Channel;
import io.beian.outbox.Channel.Sent;
import io.beian.outbox.EffectHandler.Result;
import io.beian.outbox.NoticeChannel;
import io.beian.outbox.NoticeChannel.Way;
import io.beian.outbox.TextMessages;
import io.beian.redis.RedisServerExtension;
import io.beian.redis.TestRedis;
import io.beian.wording.Wording;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.data.redis.core.StringRedisTemplate;

class TellingTest {

    @RegisterExtension
    static final RedisServerExtension SERVER = new RedisServerExtension(TestRedis.SETTINGS);

    private static final Instant NOW = Instant.parse("2026-11-26T11:05:00Z");

    private final ConversationId id;
    private final Ways ways = new Ways();
    private final List<Effect> requeued = new ArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ToldNotices told =
            new ToldNotices(
                    new StringRedisTemplate(SERVER.redis().connections()),
                    TestConversations.SEALED);
    private @Nullable TextMessages textMessages = ways;

    TellingTest(TestInfo test) {
        this.id = new ConversationId("o-" + test.getDisplayName());
    }

    @Test
    void saysTheWholeTextIfItMay() {
        assertThat(tell(result(), 1)).isEqualTo(new Result.Done());
        assertThat(ways.tried).containsExactly("text tell:7 系统有点忙，这条没有记下。请过一会儿再发一次。");
    }

    @Test
    void keepsTheTextOfWhatWentOutAsFields() {
        ways.answers.put(Rung.SERVICE, Sent.OUT_OF_QUOTA);
        Effect.Tell tell = result();

        assertThat(tell(tell, 1)).isEqualTo(kept(tell));
        assertThat(ways.tried.get(1))
                .isEqualTo(
                        "SUBSCRIPTION tell:7 S-result {phrase3=已备案, thing1=样张科技, time4=2026年11月26日 19:05}");
        assertThat(ways.tried).hasSize(2);
        assertThat(
                        meters.counter(
                                        "beian.notify.sent",
                                        "rung",
                                        "subscription",
                                        "outcome",
                                        "delivered")
                                .count())
                .isEqualTo(1);
    }

    @Test
    void waitsWhileWechatIsBusyAndThenGoesOn() {
        ways.answers.put(Rung.SERVICE, Sent.TRY_LATER);
        Effect.Tell tell = result();

        assertThat(tell(tell, 1)).isEqualTo(new Result.Later(Optional.empty()));
        assertThat(tell(tell, Ladder.TRIES)).isEqualTo(kept(tell));
        assertThat(ways.tried.get(2)).startsWith("SUBSCRIPTION");
    }

    @Test
    void sendsATextMessageOnlyForADeadline() {
        ways.answers.put(Rung.SERVICE, Sent.UNREACHABLE);
        tell(verification(Optional.of(NOW.plus(Duration.ofDays(1)))), 1);
        assertThat(ways.tried.get(1)).matches("SMS [0-9a-f]{32}:tell:7 BA1 \\[sponsor.person]");

        ways.tried.clear();
        tell(verification(Optional.empty()), 1);
        assertThat(ways.tried).noneMatch(way -> way.startsWith("SMS"));
    }

    @Test
    void goesWithoutTextMessagesWhereThereAreNone() {
        textMessages = null;
        ways.answers.put(Rung.SERVICE, Sent.UNREACHABLE);
        Effect.Tell tell = verification(Optional.of(NOW));

        assertThat(tell(tell, 1)).isEqualTo(kept(tell));
        assertThat(ways.tried).hasSize(1);
    }

    @Test
    void keepsWhatHasNoNoticeForTheNextContact() {
        ways.answers.put(Rung.SERVICE, Sent.OUT_OF_QUOTA);
        Effect.Tell plain = new Effect.Tell(reply(Optional.empty()), 7);

        assertThat(tell(plain, 1)).isEqualTo(kept(plain));
        assertThat(ways.tried).hasSize(1);
    }

    @Test
    void sendsWhatAnEarlierReleaseStoredWithoutAName() {
        Effect.Tell old = new Effect.Tell(result().reply(), 0);
        ways.answers.put(Rung.SERVICE, Sent.OUT_OF_QUOTA);

        assertThat(tell(old, 1)).isEqualTo(kept(old));
        assertThat(ways.tried).hasSize(1).allMatch(way -> way.startsWith("text  "));
    }

    @Test
    void goesOnBelowTheWayThatFailedLater() {
        ways.answers.put(Rung.SERVICE, Sent.OUT_OF_QUOTA);
        tell(result(), 1);
        FailedNotices failed =
                new FailedNotices(told, (to, effect) -> requeued.add(effect), new Sends(meters));
        ways.tried.clear();

        failed.failed(id, "tell:7", Way.SUBSCRIPTION);
        Effect.Tell again = (Effect.Tell) requeued.get(0);
        assertThat(again.reply().silent()).isTrue();
        assertThat(tell(again, 1)).isEqualTo(new Result.Done());
        assertThat(ways.tried).hasSize(1).allMatch(way -> way.startsWith("TEMPLATE tell:7"));

        ways.tried.clear();
        failed.failed(id, "tell:7", Way.TEMPLATE);
        assertThat(tell((Effect.Tell) requeued.get(1), 1)).isEqualTo(new Result.Done());
        assertThat(ways.tried).isEmpty();
    }

    @Test
    void doesNotGoOnWithWhatItNeverSent() {
        new FailedNotices(told, (to, effect) -> requeued.add(effect), new Sends(meters))
                .failed(id, "tell:8", Way.TEMPLATE);

        assertThat(requeued).isEmpty();
    }

    private Result tell(Effect.Tell tell, int attempt) {
        return new Telling(
                        ways,
                        ways,
                        () -> textMessages,
                        new Cards(settings(), new Wording(), () -> NOW),
                        told,
                        new Sends(meters),
                        new Wording())
                .tell(id, tell, attempt);
    }

    private static NotifySettings settings() {
        Map<String, String> fields =
                Map.of("thing1", "title|what", "phrase3", "state", "time4", "when|now");
        NotifySettings.Template result =
                new NotifySettings.Template(
                        Optional.of("T-result"),
                        Optional.of("S-result"),
                        fields,
                        Map.of(),
                        Map.of());
        return new NotifySettings(Map.of(Notice.Kind.RESULT, result), Duration.ofDays(1));
    }

    private static Result kept(Effect.Tell tell) {
        return new Result.Done(new Input.Undelivered(tell.reply()));
    }

    private static Effect.Tell result() {
        return new Effect.Tell(
                reply(
                        Optional.of(
                                new Notice(
                                        Notice.Kind.RESULT,
                                        "BA1",
                                        Map.of("title", "样张科技", "state", "APPROVED"),
                                        Optional.empty(),
                                        List.of()))),
                7);
    }

    private static Effect.Tell verification(Optional<Instant> deadline) {
        return new Effect.Tell(
                reply(
                        Optional.of(
                                new Notice(
                                        Notice.Kind.VERIFICATION,
                                        "BA1",
                                        Map.of(),
                                        deadline,
                                        List.of("sponsor.person")))),
                7);
    }

    private static Reply reply(Optional<Notice> notice) {
        return new Reply(7, List.of(Line.of("busy")), List.of(), Optional.empty(), notice);
    }

    /** All ways at once; each delivers unless told otherwise. */
    private static final class Ways implements Channel, NoticeChannel, TextMessages {

        private final Map<Rung, Sent> answers = new EnumMap<>(Rung.class);
        private final List<String> tried = new ArrayList<>();

        @Override
        public Sent sendText(ConversationId to, String text, Optional<String> name) {
            return went(Rung.SERVICE, "text " + name.orElse("") + " " + text);
        }

        @Override
        public Sent sendImage(ConversationId to, byte[] jpeg) {
            throw new AssertionError("no pictures here");
        }

        @Override
        public Sent send(ConversationId to, Way way, Card card) {
            String fields = new java.util.TreeMap<>(card.fields()).toString();
            return went(
                    Rung.of(way), way + " " + card.name() + " " + card.templateId() + " " + fields);
        }

        @Override
        public Sent remind(
                ConversationId of, String key, String orderNumber, List<String> persons) {
            return went(Rung.TEXT_MESSAGE, "SMS " + key + " " + orderNumber + " " + persons);
        }

        private Sent went(Rung rung, String how) {
            tried.add(how);
            return answers.getOrDefault(rung, Sent.DELIVERED);
        }
    }
}
