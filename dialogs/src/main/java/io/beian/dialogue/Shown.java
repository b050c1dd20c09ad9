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
 * @param earlier how far the choices go that stood on the screen before another question came by
 *     itself
 * @param refusals how many answers in a row were refused
 */
public record Shown(
        long epoch,
        Instant at,
        Optional<String> asks,
        Optional<String> before,
        List<Choice> choices,
        Optional<String> refusal,
        Optional<String> doubted,
        Optional<Earlier> earlier,
        int refusals) {

    /**
     * Choices of a question that is not asked any more: their numbers stay theirs.
     *
     * @param places so many come first
     * @param asks the question they belong to, if it is known
     */
    public record Earlier(int places, Optional<String> asks) {}

    public static final Shown NOTHING =
            new Shown(
                    0,
                    Instant.EPOCH,
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty());

    public Shown(
            long epoch,
            Instant at,
            Optional<String> asks,
            Optional<String> before,
            List<Choice> choices,
            Optional<String> refusal,
            Optional<String> doubted) {
        this(epoch, at, asks, before, choices, refusal, doubted, Optional.empty(), 0);
    }

    /** Whether the choice under a number was shown with another question than is asked now. */
    boolean past(int place) {
        return earlier.filter(past -> place <= past.places()).isPresent();
    }

    /** What was doubted may be an answer. */
    @Override
    public String toString() {
        return "Shown[" + epoch + ", " + asks + ", " + refusal + "]";
    }
}
