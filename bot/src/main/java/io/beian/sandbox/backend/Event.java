package io.beian.sandbox.backend;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A move of an order as it is pushed and fed.
 *
 * @param cursor its place in the feed; absent from what the filer's side did itself
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Event(String id, String type, Instant at, @Nullable String cursor, OrderView order) {

    static Event of(StoredOrder order, Moved moved, OrderViews views) {
        return new Event(
                "evt_" + order.number() + "_" + moved.seq(),
                "order.moved",
                moved.at(),
                moved.cursor() == 0 ? null : Long.toString(moved.cursor()),
                views.at(order, moved));
    }
}
