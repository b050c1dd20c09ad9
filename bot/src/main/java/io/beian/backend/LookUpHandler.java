package io.beian.backend;

import io.beian.conversation.Conversations;
import io.beian.dialogue.Case;
import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Effect;
import io.beian.dialogue.Input;
import io.beian.filing.MatchKey;
import io.beian.outbox.EffectHandler;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the backend what is filed under the sponsor's certificates and the domains. */
final class LookUpHandler implements EffectHandler<Effect.LookUp> {

    private static final Logger LOG = LoggerFactory.getLogger(LookUpHandler.class);
    private static final int ATTEMPTS = 3;

    private final Conversations conversations;
    private final FilingBackend backend;
    private final OrderIndex index;

    LookUpHandler(Conversations conversations, FilingBackend backend, OrderIndex index) {
        this.conversations = conversations;
        this.backend = backend;
        this.index = index;
    }

    @Override
    public Class<Effect.LookUp> handles() {
        return Effect.LookUp.class;
    }

    @Override
    public Result run(ConversationId id, Effect.LookUp effect, int attempt) {
        Optional<Case> open = conversations.fresh(id).conversation().find(effect.caseId());
        if (open.isEmpty()) {
            return new Result.Done();
        }
        Optional<MatchKey> key = MatchKey.of(open.get().facts());
        if (key.isEmpty()) {
            LOG.warn("nothing to look up: an answer it needs is gone");
            return failed(effect);
        }
        try {
            String reference = FilerReference.of(id).value();
            Map<String, String> found =
                    key.get().lookUp(one -> backend.match(query(key.get(), one, reference)));
            known(id, found);
            return new Result.Done(new Input.LookedUp(effect.caseId(), found));
        } catch (BackendException e) {
            LOG.warn("look-up, attempt {}: {}", attempt, e.getMessage());
            return e.passing() && attempt < ATTEMPTS
                    ? new Result.Later(Optional.empty())
                    : failed(effect);
        }
    }

    @Override
    public List<Input.FromWorld> givenUp(Effect.LookUp effect) {
        return List.of(new Input.LookUpFailed(effect.caseId()));
    }

    private static Result failed(Effect.LookUp effect) {
        return new Result.Done(new Input.LookUpFailed(effect.caseId()));
    }

    /**
     * The order may be of a time this conversation remembers nothing of; its news come here now.
     */
    private void known(ConversationId id, Map<String, String> found) {
        Optional.ofNullable(found.get("match.openOrderNumber"))
                .ifPresent(number -> index.put(number, id));
    }

    private static MatchQuery query(MatchKey key, MatchKey.Certificate one, String reference) {
        return new MatchQuery(
                key.province(), one.type(), one.number(), key.domains(), reference, key.proof());
    }
}
