package io.beian.notify;

import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Effect;
import io.beian.dialogue.Input;
import io.beian.outbox.Agents;
import io.beian.outbox.EffectHandler;
import io.beian.wording.Wording;
import java.util.Optional;

/** Calls somebody of customer service, or says that nobody is there. */
final class CallAgentHandler implements EffectHandler<Effect.CallAgent> {

    /** Who has asked for a human waits for one; with the outbox's pauses, 20 seconds. */
    private static final int TRIES = 3;

    private final Agents agents;
    private final Wording wording;

    CallAgentHandler(Agents agents, Wording wording) {
        this.agents = agents;
        this.wording = wording;
    }

    @Override
    public Class<Effect.CallAgent> handles() {
        return Effect.CallAgent.class;
    }

    @Override
    public Result run(ConversationId id, Effect.CallAgent call, int attempt) {
        return switch (agents.call(id, wording.text(call.summary()))) {
            case CAME -> new Result.Done(new Input.AgentCame(true));
            case NOBODY, MISCONFIGURED -> new Result.Done(new Input.NoAgent());
            case TRY_LATER ->
                    attempt < TRIES
                            ? new Result.Later(Optional.empty())
                            : new Result.Done(new Input.NoAgent());
        };
    }
}
