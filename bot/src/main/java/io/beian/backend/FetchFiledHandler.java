package io.beian.backend;

import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Effect;
import io.beian.dialogue.Input;
import io.beian.outbox.EffectHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what is filed of a filer's sponsors. Somebody waits, so a failure is told at once. */
final class FetchFiledHandler implements EffectHandler<Effect.FetchFiled> {

    private static final Logger LOG = LoggerFactory.getLogger(FetchFiledHandler.class);

    private final FilingBackend backend;

    FetchFiledHandler(FilingBackend backend) {
        this.backend = backend;
    }

    @Override
    public Class<Effect.FetchFiled> handles() {
        return Effect.FetchFiled.class;
    }

    @Override
    public Result run(ConversationId id, Effect.FetchFiled effect, int attempt) {
        try {
            return new Result.Done(
                    new Input.FiledKnown(effect.want(), backend.filed(FilerReference.of(id))));
        } catch (BackendException e) {
            LOG.warn("filed information: {}", e.getMessage());
            return new Result.Done(new Input.FiledUnknown(effect.want()));
        }
    }
}
