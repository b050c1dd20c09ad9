package io.beian.outbox;

import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Effect;
import io.beian.dialogue.Input;
import java.util.List;
import java.util.Optional;

/** Carries out one kind of effect. Must be safe to run twice: an entry may be taken over. */
public interface EffectHandler<E extends Effect> {

    Class<E> handles();

    /**
     * Carries the effect out.
     *
     * @param attempt 1 on the first try
     */
    Result run(ConversationId id, E effect, int attempt);

    /** What the conversation hears when the effect is not tried any more. */
    default List<Input.FromWorld> givenUp(E effect) {
        return List.of();
    }

    /** How carrying out went. */
    sealed interface Result {

        /** Done; the inputs go back into the conversation, in order. */
        record Done(List<Input.FromWorld> results) implements Result {
            public Done(Input.FromWorld... results) {
                this(List.of(results));
            }
        }

        /** Not now; it will be tried again. The input, if any, goes to the conversation once. */
        record Later(Optional<Input.FromWorld> meanwhile) implements Result {}
    }
}
