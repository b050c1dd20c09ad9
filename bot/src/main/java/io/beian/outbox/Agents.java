package io.beian.outbox;

import io.beian.dialogue.ConversationId;

/** The people of customer service. Implemented by {@code wechat}. */
public interface Agents {

    /**
     * Hands a person over to whoever has the least to do.
     *
     * @param summary what the agent is told
     */
    Called call(ConversationId person, String summary);

    /** What came of it. */
    enum Called {
        CAME,
        /** Nobody is there. */
        NOBODY,
        TRY_LATER,
        /** The account has no customer service; an operator has to act. */
        MISCONFIGURED
    }
}
