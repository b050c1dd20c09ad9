package io.beian.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.filing.IcpFiling;
import io.beian.order.OrderState;
import io.beian.talk.News;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Whatever way events come, they count once, in their order, and nothing is told twice. */
class OrderNewsTest {

    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
    private static final List<String> STATES =
            List.of(
                    "PRE_REVIEW",
                    "ADMIN_REVIEW",
                    "SUBMITTING",
                    "SMS_PENDING",
                    "SMS_PENDING",
                    "BUREAU_REVIEW",
                    "APPROVED");

    private final Dialogue dialogue = new Dialogue(new IcpFiling());
    private final List<String> told = new ArrayList<>();
    private Conversation now = tracking();

    private static Conversation tracking() {
        Phase phase = new Phase.Tracking("TY1", 1, "PRE_REVIEW", NOON, List.of("withdraw"));
        Case of =
                new Case(
                        "c1",
                        phase,
                        new IcpFiling().known(List.of("a.cn"), 1),
                        List.of(),
                        List.of(),
                        NOON);
        return Conversation.start(new ConversationId("x"))
                .put(of)
                .active(Optional.of("c1"))
                .heard(NOON);
    }

    /**
     * The n-th event of the order, as it is pushed: what came before it is not known to be there.
     */
    private static Input.OrderMoved event(int seq) {
        String state = STATES.get(seq - 1);
        Instant at = NOON.plus(Duration.ofHours(seq));
        List<Verifier> people =
                state.equals("SMS_PENDING")
                        ? List.of(
                                new Verifier("sponsor.person", "张*", "138****1234", seq > 4),
                                new Verifier("site.s1.person", "李*", "139****5678", false))
                        : List.of();
        return new Input.OrderMoved(
                "TY1",
                seq,
                state,
                at,
                List.of(),
                List.of(),
                state.equals("APPROVED") ? Map.of("site.s1", "京ICP备2026000001号-1") : Map.of(),
                Optional.empty(),
                Optional.empty(),
                people,
                false);
    }

    private void deliver(Input in) {
        Turn turn = dialogue.decide(now, in, NOON.plus(Duration.ofDays(1)));
        now = turn.next();
        turn.reply().lines().stream()
                .map(Line::key)
                .filter(key -> key.startsWith("state.") || key.equals("sms.left"))
                .forEach(told::add);
        for (Effect effect : turn.effects()) {
            if (effect instanceof Effect.CatchUp missed) {
                deliver(new Input.OrderCaughtUp("TY1", after(missed.after())));
            }
        }
    }

    private static List<Input.OrderMoved> after(long seq) {
        List<Input.OrderMoved> rest = new ArrayList<>();
        for (int n = (int) seq + 1; n <= STATES.size(); n++) {
            rest.add(event(n));
        }
        return rest;
    }

    private Phase phase() {
        return now.cases().get(0).phase();
    }

    @Test
    void tellsEachStepOnceWhenEventsComeInOrder() {
        for (int n = 2; n <= STATES.size(); n++) {
            deliver(event(n));
        }

        assertThat(told)
                .containsExactly(
                        "state.ADMIN_REVIEW",
                        "state.SUBMITTING",
                        "state.SMS_PENDING",
                        "sms.left",
                        "state.BUREAU_REVIEW",
                        "state.APPROVED");
        assertThat(phase()).isInstanceOf(Phase.Filed.class);
    }

    @Test
    void tellsNothingOfAnEventThatComesAgainOrLate() {
        deliver(event(2));
        deliver(event(2));
        deliver(event(1));

        assertThat(told).containsExactly("state.ADMIN_REVIEW");
    }

    @Test
    void fetchesWhatIsMissingInsteadOfPassingItOver() {
        Turn turn = dialogue.decide(now, event(4), NOON);

        assertThat(turn.effects()).containsExactly(new Effect.CatchUp("TY1", 1));
        assertThat(turn.reply().silent()).isTrue();
        assertThat(turn.next().cases()).isEqualTo(now.cases());
    }

    @Test
    void tellsOfWhatWasMissedOnlyTheLatest() {
        deliver(event(4));

        assertThat(told).containsExactly("state.APPROVED");
        assertThat(phase().seen()).isEqualTo(STATES.size());
    }

    @Test
    void takesAGapTheBackendHasItself() {
        deliver(event(4).inFull());

        assertThat(told).containsExactly("state.SMS_PENDING");
    }

    @Test
    void survivesStatesAndFieldsItDoesNotKnow() {
        Problem odd = new Problem("no.such.field", "Z9", "?", true, Map.of("x", "y"));
        deliver(News.of("TY1", 2, "ON_THE_MOON", NOON, List.of(odd), List.of("dance"), Map.of()));
        assertThat(phase()).isInstanceOf(Phase.Tracking.class);

        deliver(new Input.OrderCaughtUp("TY1", List.of(event(3))));
        assertThat(phase().orderState()).contains("SUBMITTING");
    }

    @Test
    void keepsTheTimeItAllBeganWhileOneOfTwoVerifies() {
        deliver(event(2));
        deliver(event(3));
        deliver(event(4));
        Optional<Instant> began = phase().began();
        deliver(event(5));

        assertThat(phase().began()).isEqualTo(began);
        assertThat(Verification.waiting((Phase.Tracking) phase()))
                .extracting(Verifier::person)
                .containsExactly("site.s1.person");
    }

    @Property
    void endsTheSameWhateverTheOrderOfArrival(@ForAll long seed) {
        now = tracking();
        told.clear();
        List<Integer> arrivals = new ArrayList<>();
        Random random = new Random(seed);
        for (int seq = 1; seq <= STATES.size(); seq++) {
            int times = seq == STATES.size() ? 1 + random.nextInt(2) : random.nextInt(3);
            arrivals.addAll(Collections.nCopies(times, seq));
        }
        Collections.shuffle(arrivals, random);
        arrivals.forEach(seq -> deliver(event(seq)));

        assertThat(phase())
                .isEqualTo(
                        new Phase.Filed(
                                "TY1",
                                STATES.size(),
                                event(STATES.size()).at(),
                                Map.of("site.s1", "京ICP备2026000001号-1")));
        assertThat(told).doesNotHaveDuplicates().contains("state." + OrderState.APPROVED);
    }
}
