package io.beian.backend;

import java.util.List;

/**
 * A piece of the event feed.
 *
 * @param next cursor for the piece after this one
 * @param more whether there is one already
 */
public record EventPage(List<OrderEvent> events, String next, boolean more) {}
