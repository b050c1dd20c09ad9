package io.beian.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.beian.TestClock;
import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Dialogue;
import io.beian.dialogue.Effect;
import io.beian.dialogue.Input;
import io.beian.filing.IcpFiling;
import io.beian.wording.Wording;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.ThrowingSupplier;

/** Which way the result of an effect takes: as the answer, or as a message of its own. */
class TurnHandlerTest {

    private static final ConversationId ID = new ConversationId("someone");

    private final TestClock clock = TestClock.standing();
    private final List<Effect> started = new ArrayList<>();
    private final Conversations conversations = new Unsure(new MemoryConversations());
    private final TurnHandler handler = handler(conversations);
    private Runnable onLookUp = () -> {};
    private Runnable onFetch = () -> {};
    private boolean unsure;
    private int messages;

    private final class Recording implements EffectQueue {
        @Override
        public void start(
                ConversationId id, List<String> entries, List<Effect> effects, String cause) {
            started.addAll(effects);
            effects.stream()
                    .filter(Effect.LookUp.class::isInstance)
                    .forEach(lookUp -> onLookUp.run());
            effects.stream()
                    .filter(Effect.FetchOrders.class::isInstance)
                    .forEach(fetch -> onFetch.run());
        }

        @Override
        public void done(ConversationId id, String entry) {}
    }

    private TurnHandler handler(Conversations store) {
        return new TurnHandler(
                store,
                new Dialogue(new IcpFiling()),
                new Wording(),
                new Recording(),
                clock,
                Duration.ofSeconds(1));
    }

    private String say(String text, Duration patience) {
        clock.pass(Duration.ofSeconds(5));
        return handler.answer(
                        new Incoming(
                                ID,
                                "m" + ++messages,
                                new Input.Said(text),
                                clock.instant(),
                                Optional.empty()),
                        patience)
                .join();
    }

    private void lookedUp() {
        Input found = new Input.LookedUp("c1", Map.of("match.domain.example.com.filed", "none"));
        handler.deliver(new Incoming(ID, "fx:1", found, clock.instant(), Optional.of("m6")));
    }

    private String sayAllThatIsLookedUp(Duration patience) {
        return sayAllThatIsLookedUp(patience, "example.com");
    }

    private String sayAllThatIsLookedUp(Duration patience, String domains) {
        for (String text : List.of("备案", "同意", "北京", "企业", "91110108MA01ABCD5T")) {
            say(text, patience);
        }
        return say(domains, patience);
    }

    @Test
    void answersWithTheResultOfAQuickEffect() {
        onLookUp = this::lookedUp;

        assertThat(sayAllThatIsLookedUp(Duration.ofSeconds(5))).contains("首次备案");
        assertThat(started).noneMatch(Effect.Tell.class::isInstance);
    }

    /** A refused domain among others must not be lost for the match being quick. */
    @Test
    void saysBeforeAQuickResultWhatTheResultDoesNotReplace() {
        onLookUp = this::lookedUp;
        String answer = sayAllThatIsLookedUp(Duration.ofSeconds(5), "example.com www.example.org");

        assertThat(answer).contains("✗ www.example.org").contains("首次备案");
        assertThat(answer).doesNotContain("请稍等几秒");
    }

    @Test
    void saysAListOnceThatTheResultSaysAgain() {
        say("备案", Duration.ZERO);
        say("同意", Duration.ZERO);
        onFetch =
                () ->
                        handler.deliver(
                                new Incoming(
                                        ID,
                                        "fx:2",
                                        new Input.OrdersKnown(List.of()),
                                        clock.instant(),
                                        Optional.of("m3")));

        assertThat(say("我的备案", Duration.ofSeconds(5))).containsOnlyOnce("您有 1 份备案");
    }

    @Test
    void sendsTheResultOfASlowEffectByItself() {
        String answer = sayAllThatIsLookedUp(Duration.ZERO);
        lookedUp();

        assertThat(answer).contains("正在核对");
        assertThat(started).hasAtLeastOneElementOfType(Effect.Tell.class);
    }

    @Test
    void repeatsTheLastWordToAMessageThatComesAgain() {
        onLookUp = this::lookedUp;
        String answer = sayAllThatIsLookedUp(Duration.ofSeconds(5));

        String again =
                handler.answer(
                                new Incoming(
                                        ID,
                                        "m6",
                                        new Input.Said("example.com"),
                                        clock.instant(),
                                        Optional.empty()),
                                Duration.ZERO)
                        .join();

        assertThat(again).isEqualTo(answer);
    }

    @Test
    void filesNoMessageUnderAQuestionThatWasAskedAfterItArrived() {
        onLookUp = this::lookedUp;
        sayAllThatIsLookedUp(Duration.ofSeconds(5));
        for (String text : List.of("北京样张科技有限公司", "北京市海淀区样张路1号2层201室", "同上", "长期")) {
            say(text, Duration.ZERO);
        }
        Incoming first = arrived("王样张");
        Incoming second = arrived("李样张");
        clock.pass(Duration.ofMillis(10));

        handler.answer(first, Duration.ZERO).join();
        handler.answer(second, Duration.ZERO).join();

        assertThat(answer("sponsor.investor")).contains("王样张");
        assertThat(answer("sponsor.person.name")).isEmpty();
    }

    @Test
    void waitsNoLongerThanANodeThatStopsMay() {
        handler.hurry(Duration.ZERO);

        assertThat(inTime(() -> sayAllThatIsLookedUp(Duration.ofDays(1)))).contains("正在核对");
    }

    @Test
    void letsGoOfWhoWaitsAlreadyWhenANodeStops() {
        onLookUp = () -> handler.hurry(Duration.ofMillis(200));

        assertThat(inTime(() -> sayAllThatIsLookedUp(Duration.ofDays(1)))).contains("正在核对");
    }

    private static String inTime(ThrowingSupplier<String> said) {
        return assertTimeoutPreemptively(Duration.ofSeconds(30), said);
    }

    /** Who is asked to come again sends the very same, under a new key. */
    @Test
    void takesWhatIsSentAgainForTheSameMessage() {
        for (String text : List.of("备案", "同意", "北京")) {
            say(text, Duration.ZERO);
        }
        unsure = true;
        assertThatThrownBy(() -> say("企业", Duration.ZERO)).isInstanceOf(StorageException.class);
        unsure = false;
        long version = conversations.fresh(ID).version();

        String again = say("企业", Duration.ZERO);
        Incoming delivered = arrived("企业");
        handler.answer(
                        new Incoming(
                                ID, "m5", delivered.input(), delivered.arrived(), Optional.empty()),
                        Duration.ZERO)
                .join();

        assertThat(conversations.fresh(ID).version()).isEqualTo(version);
        assertThat(again).contains("统一社会信用代码");
    }

    /** Writes, and then says that it does not know. */
    private final class Unsure implements Conversations {

        private final Conversations known;

        Unsure(Conversations known) {
            this.known = known;
        }

        @Override
        public Stored load(ConversationId id) {
            return known.load(id);
        }

        @Override
        public Stored fresh(ConversationId id) {
            return known.fresh(id);
        }

        @Override
        public Committed commit(ConversationId id, long expectedVersion, Write write) {
            Committed committed = known.commit(id, expectedVersion, write);
            if (unsure) {
                throw new StorageException("perhaps", new IllegalStateException());
            }
            return committed;
        }
    }

    /** A finger slips and sends twice; the first answer was long committed. */
    @Test
    void filesNoMessageUnderAQuestionThatNobodyCanHaveRead() {
        onLookUp = this::lookedUp;
        sayAllThatIsLookedUp(Duration.ofSeconds(5));
        for (String text : List.of("北京样张科技有限公司", "北京市海淀区样张路1号2层201室", "同上", "长期")) {
            say(text, Duration.ZERO);
        }
        say("王样张", Duration.ZERO);
        clock.pass(Duration.ofMillis(400));

        String answer = handler.answer(arrived("王样张"), Duration.ZERO).join();

        assertThat(answer).contains("几乎同时");
        assertThat(answer("sponsor.person.name")).isEmpty();
    }

    /** The other node learns of the first answer only after the question that followed. */
    @Test
    void filesNoMessageUnderAQuestionThatAnotherNodeAskedAMomentAgo() {
        onLookUp = this::lookedUp;
        sayAllThatIsLookedUp(Duration.ofSeconds(5));
        for (String text : List.of("北京样张科技有限公司", "北京市海淀区样张路1号2层201室", "同上", "长期")) {
            say(text, Duration.ZERO);
        }
        TurnHandler other = handler(new ReadElsewhere(conversations));

        handler.answer(arrived("王样张"), Duration.ZERO).join();
        clock.pass(Duration.ofMillis(10));
        other.answer(arrived("李样张"), Duration.ZERO).join();

        assertThat(answer("sponsor.investor")).contains("王样张");
        assertThat(answer("sponsor.person.name")).isEmpty();

        clock.pass(Duration.ofSeconds(2));
        other.answer(arrived("李样张"), Duration.ZERO).join();
        assertThat(answer("sponsor.person.name")).contains("李样张");
    }

    /** What another node sees of the same store. */
    private record ReadElsewhere(Conversations store) implements Conversations {
        @Override
        public Stored load(ConversationId id) {
            return fresh(id);
        }

        @Override
        public Stored fresh(ConversationId id) {
            Stored stored = store.fresh(id);
            return new Stored(stored.conversation(), stored.version(), false);
        }

        @Override
        public Committed commit(ConversationId id, long expectedVersion, Write write) {
            return store.commit(id, expectedVersion, write);
        }
    }

    private Incoming arrived(String text) {
        return new Incoming(
                ID, "m" + ++messages, new Input.Said(text), clock.instant(), Optional.empty());
    }

    private Optional<String> answer(String path) {
        return conversations
                .fresh(ID)
                .conversation()
                .current()
                .flatMap(of -> of.facts().text(path));
    }
}
