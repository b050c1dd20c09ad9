package io.beian.sandbox.backend;

import java.util.List;
import java.util.Map;

/** An order as the contract shows it. */
public record OrderView(
        String number,
        String caseId,
        long version,
        long seq,
        OrderState state,
        List<FieldError> errors,
        List<String> allowed,
        Map<String, String> numbers) {

    static OrderView of(StoredOrder order) {
        return new OrderView(
                order.number(),
                order.caseId(),
                order.version(),
                order.seq(),
                order.state(),
                order.errors(),
                order.state().allowed(),
                order.numbers());
    }

    /** As it was at one of its moves. */
    static OrderView at(StoredOrder order, StoredOrder.Moved moved) {
        return new OrderView(
                order.number(),
                order.caseId(),
                order.version(),
                moved.seq(),
                moved.state(),
                moved.errors(),
                moved.state().allowed(),
                moved.numbers());
    }
}
