package io.beian.dialogue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the filer saw last, so that a number or a tap is judged against it.
 *
 * @param epoch turn of that reply
 * @param at when it was decided
 * @param asks the question it asked
 * @param before the question asked before this one, for messages that crossed with the reply
 * @param refusal code of the refusal it told, if any
 * @param doubted the canonical form of what was sent, if it asked whether that is right
 */
public record Shown(
        long epoch,
        Instant at,
        Optional<String> asks,
        Optional<String> before,
        List<Choice> choices,
        Optional<String> refusal,
        Optional<String> doubted) {

    public static final Shown NOTHING =
            new Shown(
                    0,
                    Instant.EPOCH,
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty());

    /** What was doubted may be an answer. */
    @Override
    public String toString() {
        return "Shown[" + epoch + ", " + asks + ", " + refusal + "]";
    }
}
