package io.beian.backend;

import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Effect;
import io.beian.dialogue.Input;
import io.beian.outbox.EffectHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches what is missing between two events of an order. What the backend itself has not got is no
 * gap. Later events wait for this, so it is tried until the outbox gives up.
 */
final class CatchUpHandler implements EffectHandler<Effect.CatchUp> {

    private static final Logger LOG = LoggerFactory.getLogger(CatchUpHandler.class);

    /** Ten thousand events; no order lives through so many. */
    private static final int MOST_PAGES = 100;

    private final FilingBackend backend;

    CatchUpHandler(FilingBackend backend) {
        this.backend = backend;
    }

    @Override
    public Class<Effect.CatchUp> handles() {
        return Effect.CatchUp.class;
    }

    @Override
    public Result run(ConversationId id, Effect.CatchUp effect, int attempt) {
        try {
            return new Result.Done(new Input.OrderCaughtUp(effect.orderNumber(), missed(effect)));
        } catch (BackendException e) {
            LOG.warn("catching up, attempt {}: {}", attempt, e.getMessage());
            return new Result.Later(Optional.empty());
        }
    }

    private List<Input.OrderMoved> missed(Effect.CatchUp effect) {
        List<Input.OrderMoved> missed = new ArrayList<>();
        long after = effect.after();
        for (int page = 0; page < MOST_PAGES; page++) {
            OrderHistory history = backend.eventsOf(effect.orderNumber(), after);
            for (OrderEvent event : history.events()) {
                after = Math.max(after, event.order().seq());
                if (event.type().equals(OrderEvent.MOVED)) {
                    missed.add(event.order().moved().inFull());
                }
            }
            if (!history.more() || history.events().isEmpty()) {
                break;
            }
        }
        return List.copyOf(missed);
    }
}
