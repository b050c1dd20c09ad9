package io.beian.notify;

import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Effect;
import io.beian.outbox.EffectHandler;
import org.springframework.stereotype.Component;

/** Says something outside the answer to a message, on the best way there is. */
@Component
class TellHandler implements EffectHandler<Effect.Tell> {

    private final Telling telling;

    TellHandler(Telling telling) {
        this.telling = telling;
    }

    @Override
    public Class<Effect.Tell> handles() {
        return Effect.Tell.class;
    }

    @Override
    public Result run(ConversationId id, Effect.Tell tell, int attempt) {
        return telling.tell(id, tell, attempt);
    }
}
