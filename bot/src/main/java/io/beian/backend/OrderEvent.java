package io.beian.backend;

/**
 * One change of an order, as pushed and as kept in the feed.
 *
 * @param id the same in push and feed
 * @param type other types than {@link #MOVED} may come and are passed over
 */
public record OrderEvent(String id, String type, OrderStatus order) {

    static final String MOVED = "order.moved";
}
