package io.beian.sandbox.backend;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;

/**
 * An order in the list of its filer.
 *
 * @param since when it came into its state
 */
record KnownOrderView(@JsonUnwrapped OrderView order, Instant since, List<String> domains) {

    static KnownOrderView of(StoredOrder order) {
        StoredOrder.Moved last = order.history().get(order.history().size() - 1);
        return new KnownOrderView(OrderView.of(order), last.at(), order.domains());
    }
}
