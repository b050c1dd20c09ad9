package io.beian.outbox;

import io.beian.dialogue.ConversationId;
import java.util.Optional;

/** A way to reach a person outside the answer to a message. Implemented by {@code wechat}. */
public interface Channel {

    /**
     * Sends a text.
     *
     * @param name names the message among all to this person: one that may have gone out before,
     *     under its name, is not sent again and counts as delivered
     */
    Sent sendText(ConversationId to, String text, Optional<String> name);

    Sent sendImage(ConversationId to, byte[] jpeg);

    /** How a sending went. */
    enum Sent {
        DELIVERED,
        /** The quota of this contact is used up or its 48 hours are over. */
        OUT_OF_QUOTA,
        /** The person does not follow any more or does not want messages. */
        UNREACHABLE,
        /** The platform or the network is busy. */
        TRY_LATER,
        /** Another process is at it, or died at it; which of both is known after a while. */
        UNDER_WAY,
        /** The account lacks a right or a setting; an operator has to act. */
        MISCONFIGURED
    }
}
