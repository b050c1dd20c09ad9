package io.beian.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.order.OrderLife.Move;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The life of an order against its documented table (icp-filing §6.3 and §6.4), both ways. */
class OrderLifeTest {

    /** §6.3, every row. */
    private static final List<String> DOCUMENTED =
            List.of(
                    "MATCHING",
                    "MATCH_BLOCKED",
                    "DRAFT_SPONSOR",
                    "DRAFT_SITES",
                    "DRAFT_MATERIALS",
                    "PREVIEW",
                    "PRE_REVIEW",
                    "PRE_REVIEW_REJECTED",
                    "VERIFY_PENDING",
                    "VERIFY_REJECTED",
                    "ADMIN_REVIEW",
                    "ADMIN_REJECTED",
                    "SUBMITTING",
                    "IFACE_REJECTED",
                    "SMS_PENDING",
                    "SMS_TIMEOUT",
                    "BUREAU_REVIEW",
                    "BUREAU_REJECTED",
                    "APPROVED",
                    "WITHDRAWN",
                    "EXPIRED");

    /** Before submission there is no order, only a conversation: the dialogue's own phases. */
    private static final Set<String> OF_THE_DIALOGUE =
            Set.of(
                    "MATCHING",
                    "MATCH_BLOCKED",
                    "DRAFT_SPONSOR",
                    "DRAFT_SITES",
                    "DRAFT_MATERIALS",
                    "PREVIEW");

    /**
     * §6.4: from, by, to. Not here are the rows before submission (–, MATCHING, DRAFT_* and their
     * reminders), and those that only remind and leave the order where it is (SMS_PENDING after 2,
     * 12, 20 and 23 hours, BUREAU_REVIEW at half time): both are the dialogue's.
     *
     * <p>"Any rejected" is written out. The interface's retry (901, 902, 999, 14, 15) stays.
     */
    private static final List<String> EDGES =
            List.of(
                    "PREVIEW FILER PRE_REVIEW",
                    "PRE_REVIEW REVIEWER VERIFY_PENDING",
                    "PRE_REVIEW REVIEWER ADMIN_REVIEW",
                    "PRE_REVIEW REVIEWER PRE_REVIEW_REJECTED",
                    "PRE_REVIEW FILER DRAFT",
                    "VERIFY_PENDING FILER ADMIN_REVIEW",
                    "VERIFY_PENDING TIMER VERIFY_PENDING",
                    "ADMIN_REVIEW ADMINISTRATOR SUBMITTING",
                    "ADMIN_REVIEW ADMINISTRATOR ADMIN_REJECTED",
                    "ADMIN_REVIEW ADMINISTRATOR VERIFY_PENDING",
                    "ADMIN_REVIEW ADMINISTRATOR PRE_REVIEW",
                    "SUBMITTING INTERFACE SMS_PENDING",
                    "SUBMITTING INTERFACE IFACE_REJECTED",
                    "SUBMITTING INTERFACE SUBMITTING",
                    "SMS_PENDING BUREAU BUREAU_REVIEW",
                    "SMS_PENDING BUREAU SMS_TIMEOUT",
                    "BUREAU_REVIEW BUREAU APPROVED",
                    "BUREAU_REVIEW BUREAU BUREAU_REJECTED",
                    "PRE_REVIEW_REJECTED FILER PRE_REVIEW",
                    "ADMIN_REJECTED FILER PRE_REVIEW",
                    "IFACE_REJECTED FILER PRE_REVIEW",
                    "SMS_TIMEOUT FILER PRE_REVIEW",
                    "BUREAU_REJECTED FILER PRE_REVIEW",
                    "PRE_REVIEW_REJECTED TIMER EXPIRED",
                    "VERIFY_REJECTED TIMER EXPIRED",
                    "ADMIN_REJECTED TIMER EXPIRED",
                    "IFACE_REJECTED TIMER EXPIRED",
                    "SMS_TIMEOUT TIMER EXPIRED",
                    "BUREAU_REJECTED TIMER EXPIRED");

    /** Documented edges that are told otherwise here, and as what. */
    private static String asTold(String documented) {
        return switch (documented) {
            // The preview is the dialogue's: an order begins with its submission.
            case "PREVIEW FILER PRE_REVIEW" -> "- FILER PRE_REVIEW";
            // The answers become a draft again; the order itself has come to its end.
            case "PRE_REVIEW FILER DRAFT" -> "PRE_REVIEW FILER WITHDRAWN";
            // The bureau only reports what the last of the people has done.
            case "SMS_PENDING BUREAU BUREAU_REVIEW" -> "SMS_PENDING PEOPLE BUREAU_REVIEW";
            default -> documented;
        };
    }

    /** What §6.4 has no row for, from elsewhere in §6. */
    private static final List<String> BESIDE =
            List.of(
                    // §6.3 and §6.5: pictures that do not pass are taken again, and nothing else
                    "ADMIN_REVIEW ADMINISTRATOR VERIFY_REJECTED",
                    "VERIFY_REJECTED FILER ADMIN_REVIEW",
                    // §6.2: each of the people verifies for himself
                    "SMS_PENDING PEOPLE SMS_PENDING",
                    // §6.1: 45 days for whatever lies with the filer
                    "VERIFY_PENDING TIMER EXPIRED",
                    // §6.3: whatever lies with the filer may be given up
                    "PRE_REVIEW_REJECTED FILER WITHDRAWN",
                    "VERIFY_PENDING FILER WITHDRAWN",
                    "VERIFY_REJECTED FILER WITHDRAWN",
                    "ADMIN_REJECTED FILER WITHDRAWN",
                    "IFACE_REJECTED FILER WITHDRAWN",
                    "SMS_TIMEOUT FILER WITHDRAWN",
                    "BUREAU_REJECTED FILER WITHDRAWN");

    @Test
    void hasTheDocumentedStatesAndNoOthers() {
        Set<String> documented = new TreeSet<>(DOCUMENTED);
        documented.removeAll(OF_THE_DIALOGUE);

        assertThat(Arrays.stream(OrderState.values()).map(Enum::name))
                .containsExactlyInAnyOrderElementsOf(documented);
    }

    @Test
    void hasTheDocumentedMovesAndNoOthers() {
        Stream<String> table =
                Stream.concat(EDGES.stream().map(OrderLifeTest::asTold), BESIDE.stream());

        assertThat(OrderLife.all().stream().map(OrderLifeTest::edge))
                .containsExactlyInAnyOrderElementsOf(table.toList());
    }

    private static String edge(Move move) {
        return move.from().map(Enum::name).orElse("-") + " " + move.by() + " " + move.to();
    }

    @Test
    void reachesEveryState() {
        Set<OrderState> reached = new LinkedHashSet<>();
        OrderLife.all().stream().filter(m -> m.from().isEmpty()).forEach(m -> reached.add(m.to()));
        while (reached.addAll(from(reached))) {
            assertThat(reached).isNotEmpty();
        }

        assertThat(reached).containsExactlyInAnyOrder(OrderState.values());
    }

    private static Set<OrderState> from(Set<OrderState> states) {
        return OrderLife.all().stream()
                .filter(move -> move.from().filter(states::contains).isPresent())
                .map(Move::to)
                .collect(Collectors.toSet());
    }

    private static List<Move> movesFrom(OrderState state) {
        return OrderLife.all().stream()
                .filter(move -> move.from().filter(state::equals).isPresent())
                .toList();
    }

    @Test
    void leavesEveryStateButTheLastOnes() {
        for (OrderState state : OrderState.values()) {
            assertThat(movesFrom(state).stream().anyMatch(move -> move.to() != state))
                    .as(state.name())
                    .isEqualTo(!state.ended());
        }
    }

    /** Who is said to act in a state has a move there that leads on. */
    @Test
    void letsWhoeverActsMoveIt() {
        for (OrderState state : OrderState.values()) {
            assertThat(
                            state.ended()
                                    || movesFrom(state).stream()
                                            .anyMatch(
                                                    move ->
                                                            move.by() == state.acts()
                                                                    && move.to() != state))
                    .as(state.name())
                    .isTrue();
        }
    }

    /** From every state an order can still be approved, until it has ended. */
    @Test
    void keepsTheWayToApprovalOpen() {
        for (OrderState state : OrderState.values()) {
            Set<OrderState> ahead = new LinkedHashSet<>(Set.of(state));
            while (ahead.addAll(from(ahead))) {
                assertThat(ahead).contains(state);
            }
            assertThat(ahead.contains(OrderState.APPROVED))
                    .as(state.name())
                    .isEqualTo(state == OrderState.APPROVED || !state.ended());
        }
    }

    @Test
    void takesBackWhatWasSentBack() {
        for (OrderState state : OrderState.values()) {
            OrderEvent mended =
                    state.verificationOnly() ? OrderEvent.GIVE_VERIFICATION : OrderEvent.RESUBMIT;
            assertThat(OrderLife.next(state, mended).isPresent())
                    .as(state.name())
                    .isEqualTo(state.sentBack());
        }
    }

    /** At the bureau nothing can be withdrawn any more (§6.3). */
    @Test
    void withdrawsOnlyBeforeTheAdministrator() {
        assertThat(OrderLife.next(OrderState.PRE_REVIEW, OrderEvent.WITHDRAW))
                .contains(OrderState.WITHDRAWN);
        for (OrderState state :
                List.of(
                        OrderState.ADMIN_REVIEW,
                        OrderState.SUBMITTING,
                        OrderState.SMS_PENDING,
                        OrderState.BUREAU_REVIEW)) {
            assertThat(OrderLife.next(state, OrderEvent.WITHDRAW)).as(state.name()).isEmpty();
        }
    }

    /**
     * The same event in the same state always leads to the same place, and a move has one actor.
     */
    @Test
    void isAFunction() {
        assertThat(OrderLife.all().stream().map(move -> move.from() + " " + move.on()))
                .doesNotHaveDuplicates();
        for (Move move : OrderLife.all()) {
            move.from()
                    .ifPresent(
                            from ->
                                    assertThat(OrderLife.next(from, move.on()))
                                            .contains(move.to()));
        }
    }

    @Test
    void knowsStatesByName() {
        for (OrderState state : OrderState.values()) {
            assertThat(OrderState.named(state.name())).contains(state);
        }
        assertThat(OrderState.named("ON_THE_MOON")).isEmpty();
    }
}
