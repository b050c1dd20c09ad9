package io.beian.sandbox.backend;

import io.beian.order.OrderEvent;
import io.beian.order.OrderState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an order, and where it stood from then on.
 *
 * @param seq its place in the life of the order, without a gap from 1
 * @param cursor its place in the event feed, 0 if the filer's side did it itself
 * @param event what it was; not known of orders kept by earlier versions
 * @param person who verified, if somebody did
 * @param token of the link to the verification that was given out, if one was
 */
public record Moved(
        long seq,
        long cursor,
        Instant at,
        OrderState state,
        List<FieldError> errors,
        Map<String, String> numbers,
        boolean pushed,
        @Nullable OrderEvent event,
        @Nullable String person,
        @Nullable String token) {

    Moved arrived() {
        return new Moved(seq, cursor, at, state, errors, numbers, true, event, person, token);
    }

    @Override
    public String toString() {
        return "Moved[" + seq + " " + event + " " + state + "]";
    }
}
