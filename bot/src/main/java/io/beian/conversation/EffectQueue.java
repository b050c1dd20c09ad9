package io.beian.conversation;

import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Effect;
import java.util.List;

/** Where a turn hands the effects it has just committed, to be started at once on this node. */
public interface EffectQueue {

    /**
     * Starts effects without waiting for them.
     *
     * @param entries outbox ids, one per effect
     * @param cause key of the message that led to them
     */
    void start(ConversationId id, List<String> entries, List<Effect> effects, String cause);

    /** The effect behind this entry needs no doing any more. */
    void done(ConversationId id, String entry);
}
