package io.beian.backend;

import java.util.List;

/**
 * What happened to one order, in its order.
 *
 * @param more whether there is more behind it
 */
public record OrderHistory(List<OrderEvent> events, boolean more) {}
