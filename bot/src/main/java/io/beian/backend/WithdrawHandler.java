package io.beian.backend;

import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Effect;
import io.beian.dialogue.Input;
import io.beian.outbox.EffectHandler;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Withdraws an order at the backend. */
final class WithdrawHandler implements EffectHandler<Effect.Withdraw> {

    private static final Logger LOG = LoggerFactory.getLogger(WithdrawHandler.class);
    private static final int ATTEMPTS = 3;

    private final FilingBackend backend;

    WithdrawHandler(FilingBackend backend) {
        this.backend = backend;
    }

    @Override
    public Class<Effect.Withdraw> handles() {
        return Effect.Withdraw.class;
    }

    @Override
    public Result run(ConversationId id, Effect.Withdraw effect, int attempt) {
        try {
            return told(effect, backend.withdraw(effect.orderNumber()));
        } catch (BackendException e) {
            LOG.warn("withdrawal, attempt {}: {}", attempt, e.getMessage());
            return e.passing() && attempt < ATTEMPTS
                    ? new Result.Later(Optional.empty())
                    : told(effect, false);
        }
    }

    private static Result told(Effect.Withdraw effect, boolean done) {
        return new Result.Done(new Input.Withdrawn(effect.caseId(), effect.orderNumber(), done));
    }
}
