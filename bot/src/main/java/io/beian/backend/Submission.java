package io.beian.backend;

import io.beian.dialogue.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the backend makes of an order that is handed in. */
public sealed interface Submission {

    /**
     * It has the order.
     *
     * @param replayed true if it had it before: the order may have moved on since
     */
    record Taken(OrderStatus order, boolean replayed) implements Submission {}

    /** Something in it has to be mended first. */
    record Refused(List<Problem> problems) implements Submission {}

    /**
     * The sponsor has an open order, or the order at hand cannot be changed now.
     *
     * @param own the open order, if it is this filer's
     * @param text the backend's words
     */
    record InTheWay(Optional<Own> own, String text) implements Submission {}

    /** An open order of the same filer. */
    record Own(String number, String caseId, long version) {}

    default <R> R fold(
            Function<Taken, R> taken,
            Function<Refused, R> refused,
            Function<InTheWay, R> inTheWay) {
        if (this instanceof Taken t) {
            return taken.apply(t);
        }
        if (this instanceof Refused r) {
            return refused.apply(r);
        }
        return inTheWay.apply((InTheWay) this);
    }
}
