package io.beian.dialogue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one input leads to.
 *
 * @param outcome what happened in one word, for the log line of the turn: {@code accepted}, {@code
 *     refused:checkDigit}, {@code command:why} …; never personal
 * @param reminder when to look at this conversation again, recomputed in every turn
 * @param forgets whether the replies and log lines of earlier turns are to be erased
 */
public record Turn(
        Conversation next,
        Reply reply,
        List<Effect> effects,
        String outcome,
        Optional<Instant> reminder,
        boolean forgets) {}
