package io.beian.conversation;

import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Input;
import java.time.Instant;
import java.util.Optional;

/**
 * An input on its way to a conversation.
 *
 * @param messageKey the same for every delivery of the same message
 * @param arrived when it reached this process
 * @param cause for results of effects: key of the message that led to the effect
 */
public record Incoming(
        ConversationId id,
        String messageKey,
        Input input,
        Instant arrived,
        Optional<String> cause) {}
