package io.beian.backend;

import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Effect;
import io.beian.dialogue.Input;
import io.beian.dialogue.KnownOrder;
import io.beian.outbox.EffectHandler;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads all orders of a filer. Without an answer the list stays as it was shown. */
final class FetchOrdersHandler implements EffectHandler<Effect.FetchOrders> {

    private static final Logger LOG = LoggerFactory.getLogger(FetchOrdersHandler.class);

    private final FilingBackend backend;
    private final OrderIndex index;

    FetchOrdersHandler(FilingBackend backend, OrderIndex index) {
        this.backend = backend;
        this.index = index;
    }

    @Override
    public Class<Effect.FetchOrders> handles() {
        return Effect.FetchOrders.class;
    }

    /** Events find the conversation again, whatever became of the index. */
    @Override
    public Result run(ConversationId id, Effect.FetchOrders effect, int attempt) {
        try {
            List<KnownOrder> orders = backend.orders(FilerReference.of(id));
            orders.forEach(order -> index.put(order.number(), id));
            return new Result.Done(new Input.OrdersKnown(orders));
        } catch (BackendException e) {
            LOG.warn("orders of a filer, attempt {}: {}", attempt, e.getMessage());
            return new Result.Done(new Input.OrdersKnown(List.of()));
        }
    }
}
