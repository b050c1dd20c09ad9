package io.beian.sandbox.backend;

import io.beian.order.OrderEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody does with an order.
 *
 * @param person path of who verifies, if somebody does
 * @param errors what is to be mended, if it is sent back
 */
public record Play(OrderEvent event, @Nullable String person, List<FieldError> errors) {

    public static Play of(OrderEvent event) {
        return new Play(event, null, List.of());
    }

    public static Play verifies(String person) {
        return new Play(OrderEvent.PERSON_VERIFIES, person, List.of());
    }

    public static Play because(OrderEvent event, List<FieldError> errors) {
        return new Play(event, null, errors);
    }
}
