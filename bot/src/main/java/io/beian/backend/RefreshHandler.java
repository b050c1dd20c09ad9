package io.beian.backend;

import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Effect;
import io.beian.outbox.EffectHandler;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads how an order stands. */
final class RefreshHandler implements EffectHandler<Effect.Refresh> {

    private static final Logger LOG = LoggerFactory.getLogger(RefreshHandler.class);
    private static final int ATTEMPTS = 3;

    private final FilingBackend backend;

    RefreshHandler(FilingBackend backend) {
        this.backend = backend;
    }

    @Override
    public Class<Effect.Refresh> handles() {
        return Effect.Refresh.class;
    }

    @Override
    public Result run(ConversationId id, Effect.Refresh effect, int attempt) {
        try {
            return backend.order(effect.orderNumber())
                    .map(order -> new Result.Done(order.moved()))
                    .orElseGet(Result.Done::new);
        } catch (BackendException e) {
            LOG.warn("refresh, attempt {}: {}", attempt, e.getMessage());
            return e.passing() && attempt < ATTEMPTS
                    ? new Result.Later(Optional.empty())
                    : new Result.Done();
        }
    }
}
