package io.beian.sandbox.backend;

import io.beian.order.OrderEvent;
import io.beian.order.OrderLife;
import io.beian.order.OrderState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Moves orders on, where {@link OrderLife} has the move. */
final class Moves {

    private final Supplier<String> tokens;
    private final Function<StoredOrder, Map<String, String>> numbers;

    /**
     * Moves orders.
     *
     * @param tokens of links; nobody can guess one
     * @param numbers the licence numbers an order gets when it is approved
     */
    Moves(Supplier<String> tokens, Function<StoredOrder, Map<String, String>> numbers) {
        this.tokens = tokens;
        this.numbers = numbers;
    }

    /**
     * The order after the move, and after what follows from it; empty if it cannot be made.
     *
     * @param cursor place in the feed of the first move
     */
    Optional<StoredOrder> play(StoredOrder order, Play play, long cursor, Instant at) {
        Optional<OrderState> to = OrderLife.next(order.state(), play.event());
        if (to.isEmpty()) {
            return Optional.empty();
        }
        if (play.event() == OrderEvent.PERSON_VERIFIES) {
            return waiting(order)
                    .filter(each -> each.person().equals(play.person()))
                    .findFirst()
                    .map(person -> verified(order, play, cursor, at));
        }
        return Optional.of(moved(order, play, to.get(), cursor, at));
    }

    private StoredOrder verified(StoredOrder order, Play play, long cursor, Instant at) {
        StoredOrder one = moved(order, play, OrderState.SMS_PENDING, cursor, at);
        return waiting(one).findAny().isPresent()
                ? one
                : moved(
                        one,
                        Play.of(OrderEvent.ALL_VERIFIED),
                        OrderState.BUREAU_REVIEW,
                        cursor + 1,
                        at);
    }

    private static Stream<VerifierView> waiting(StoredOrder order) {
        return Verifiers.of(order, order.stay().verified()).stream().filter(each -> !each.done());
    }

    /** While it stays where it is, what is to be mended stays too. */
    private StoredOrder moved(
            StoredOrder order, Play play, OrderState to, long cursor, Instant at) {
        List<FieldError> errors = to == order.state() ? order.errors() : play.errors();
        boolean link = to == OrderState.VERIFY_PENDING;
        return order.moved(
                new Moved(
                        order.seq() + 1,
                        cursor,
                        at,
                        to,
                        errors,
                        to == OrderState.APPROVED ? numbers.apply(order) : Map.of(),
                        false,
                        play.event(),
                        play.person(),
                        link ? tokens.get() : null));
    }
}
