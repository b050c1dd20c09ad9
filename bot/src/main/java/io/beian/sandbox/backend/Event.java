package io.beian.sandbox.backend;

import java.time.Instant;

/**
 * A move of an order as it is pushed and fed.
 *
 * @param cursor its place in the feed
 */
record Event(String id, String type, Instant at, String cursor, OrderView order) {

    static Event of(StoredOrder order, StoredOrder.Moved moved) {
        return new Event(
                "evt_" + order.number() + "_" + moved.seq(),
                "order.moved",
                moved.at(),
                Long.toString(moved.cursor()),
                OrderView.at(order, moved));
    }
}
