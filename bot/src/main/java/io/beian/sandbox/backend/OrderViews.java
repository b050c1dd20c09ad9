package io.beian.sandbox.backend;

import io.beian.order.OrderEvent;
import io.beian.order.OrderLife;
import io.beian.order.OrderState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Shows orders as the contract wants them. */
final class OrderViews {

    /** The contract's words for what a filer may do. */
    private static final Map<String, OrderEvent> WORDS = words();

    private final Supplier<String> base;

    /**
     * Shows orders with links to pages of the sandbox.
     *
     * @param base where the pages are, without a slash at the end
     */
    OrderViews(Supplier<String> base) {
        this.base = base;
    }

    private static Map<String, OrderEvent> words() {
        Map<String, OrderEvent> words = new LinkedHashMap<>();
        words.put("verify", OrderEvent.GIVE_VERIFICATION);
        words.put("resubmit", OrderEvent.RESUBMIT);
        words.put("withdraw", OrderEvent.WITHDRAW);
        return words;
    }

    static List<String> allowed(OrderState state) {
        return WORDS.entrySet().stream()
                .filter(word -> OrderLife.next(state, word.getValue()).isPresent())
                .map(Map.Entry::getKey)
                .toList();
    }

    OrderView of(StoredOrder order) {
        return at(order, order.last());
    }

    /** As it was at one of its moves. */
    OrderView at(StoredOrder order, Moved moved) {
        Stay stay = Stay.upTo(order.history(), moved.seq());
        return new OrderView(
                order.number(),
                order.caseId(),
                order.version(),
                moved.seq(),
                moved.state(),
                moved.errors(),
                allowed(moved.state()),
                moved.numbers(),
                stay.since(),
                stay.deadline().orElse(null),
                stay.link().map(given -> link(given.token())).orElse(null),
                moved.state() == OrderState.SMS_PENDING
                        ? Verifiers.of(order, stay.verified())
                        : null);
    }

    private String link(@Nullable String token) {
        return base.get() + "/sandbox/verification/" + token;
    }
}
