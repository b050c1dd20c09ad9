package io.beian.order;

import static io.beian.order.OrderState.ADMIN_REJECTED;
import static io.beian.order.OrderState.ADMIN_REVIEW;
import static io.beian.order.OrderState.APPROVED;
import static io.beian.order.OrderState.BUREAU_REJECTED;
import static io.beian.order.OrderState.BUREAU_REVIEW;
import static io.beian.order.OrderState.EXPIRED;
import static io.beian.order.OrderState.IFACE_REJECTED;
import static io.beian.order.OrderState.PRE_REVIEW;
import static io.beian.order.OrderState.PRE_REVIEW_REJECTED;
import static io.beian.order.OrderState.SMS_PENDING;
import static io.beian.order.OrderState.SMS_TIMEOUT;
import static io.beian.order.OrderState.SUBMITTING;
import static io.beian.order.OrderState.VERIFY_PENDING;
import static io.beian.order.OrderState.VERIFY_REJECTED;
import static io.beian.order.OrderState.WITHDRAWN;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every move an order can make (icp-filing §6.4). */
public final class OrderLife {

    /** One move. Before the first there is no state. */
    public record Move(Optional<OrderState> from, OrderEvent on, Actor by, OrderState to) {}

    private static final List<Move> MOVES = moves();

    private OrderLife() {}

    private static List<Move> moves() {
        List<Move> all = new ArrayList<>();
        all.add(new Move(Optional.empty(), OrderEvent.SUBMIT, Actor.FILER, PRE_REVIEW));
        reviews(all);
        bureau(all);
        ways(all);
        return List.copyOf(all);
    }

    private static void reviews(List<Move> all) {
        all.add(move(PRE_REVIEW, OrderEvent.PASS_PRE_REVIEW, Actor.REVIEWER, ADMIN_REVIEW));
        all.add(move(PRE_REVIEW, OrderEvent.ASK_VERIFICATION, Actor.REVIEWER, VERIFY_PENDING));
        all.add(
                move(
                        PRE_REVIEW,
                        OrderEvent.REJECT_PRE_REVIEW,
                        Actor.REVIEWER,
                        PRE_REVIEW_REJECTED));
        all.add(move(VERIFY_PENDING, OrderEvent.GIVE_VERIFICATION, Actor.FILER, ADMIN_REVIEW));
        all.add(move(VERIFY_PENDING, OrderEvent.RENEW_LINK, Actor.TIMER, VERIFY_PENDING));
        all.add(move(VERIFY_REJECTED, OrderEvent.GIVE_VERIFICATION, Actor.FILER, ADMIN_REVIEW));
        all.add(
                move(
                        ADMIN_REVIEW,
                        OrderEvent.REJECT_VERIFICATION,
                        Actor.ADMINISTRATOR,
                        VERIFY_REJECTED));
        all.add(move(ADMIN_REVIEW, OrderEvent.PASS_ADMIN, Actor.ADMINISTRATOR, SUBMITTING));
        all.add(move(ADMIN_REVIEW, OrderEvent.REJECT_ADMIN, Actor.ADMINISTRATOR, ADMIN_REJECTED));
        all.add(
                move(
                        ADMIN_REVIEW,
                        OrderEvent.BACK_TO_VERIFICATION,
                        Actor.ADMINISTRATOR,
                        VERIFY_PENDING));
        all.add(move(ADMIN_REVIEW, OrderEvent.BACK_TO_PRE_REVIEW, Actor.ADMINISTRATOR, PRE_REVIEW));
    }

    private static void bureau(List<Move> all) {
        all.add(move(SUBMITTING, OrderEvent.INTERFACE_TAKES, Actor.INTERFACE, SMS_PENDING));
        all.add(move(SUBMITTING, OrderEvent.INTERFACE_REJECTS, Actor.INTERFACE, IFACE_REJECTED));
        all.add(move(SUBMITTING, OrderEvent.INTERFACE_BUSY, Actor.INTERFACE, SUBMITTING));
        all.add(move(SMS_PENDING, OrderEvent.PERSON_VERIFIES, Actor.PEOPLE, SMS_PENDING));
        all.add(move(SMS_PENDING, OrderEvent.ALL_VERIFIED, Actor.PEOPLE, BUREAU_REVIEW));
        all.add(move(SMS_PENDING, OrderEvent.SMS_RUNS_OUT, Actor.BUREAU, SMS_TIMEOUT));
        all.add(move(BUREAU_REVIEW, OrderEvent.BUREAU_APPROVES, Actor.BUREAU, APPROVED));
        all.add(move(BUREAU_REVIEW, OrderEvent.BUREAU_REJECTS, Actor.BUREAU, BUREAU_REJECTED));
    }

    /** What is open to the filer, and what time does to an order nobody mends. */
    private static void ways(List<Move> all) {
        for (OrderState state : OrderState.values()) {
            if (state.sentBack() && !state.verificationOnly()) {
                all.add(move(state, OrderEvent.RESUBMIT, Actor.FILER, PRE_REVIEW));
            }
            if (state.sentBack() || state == PRE_REVIEW) {
                all.add(move(state, OrderEvent.WITHDRAW, Actor.FILER, WITHDRAWN));
            }
            if (state.sentBack()) {
                all.add(move(state, OrderEvent.RUN_OUT, Actor.TIMER, EXPIRED));
            }
        }
    }

    private static Move move(OrderState from, OrderEvent on, Actor by, OrderState to) {
        return new Move(Optional.of(from), on, by, to);
    }

    public static List<Move> all() {
        return MOVES;
    }

    /** Where an event leads from a state; empty if it cannot happen there. */
    public static Optional<OrderState> next(OrderState from, OrderEvent on) {
        return MOVES.stream()
                .filter(move -> move.from().filter(from::equals).isPresent() && move.on() == on)
                .map(Move::to)
                .findFirst();
    }
}
