package io.beian.dialogue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a case stands; each phase holds only what can exist in it. */
public sealed interface Phase {

    /**
     * Finding out what kind of filing it is.
     *
     * @param blocked why it can go no further
     * @param reopen paths whose answers may be changed to try again
     * @param offers commands that lead further
     */
    record Matching(
            Optional<Instant> lookingSince,
            Optional<Line> blocked,
            List<String> reopen,
            List<String> offers)
            implements Phase {
        public static final Matching OPEN =
                new Matching(Optional.empty(), Optional.empty(), List.of(), List.of());

        static Matching looking(Instant since) {
            return new Matching(Optional.of(since), Optional.empty(), List.of(), List.of());
        }

        static Matching stopped(Procedure.Match.Blocked by) {
            return new Matching(Optional.empty(), Optional.of(by.why()), by.reopen(), by.offers());
        }
    }

    /** Answering the questions of the order. */
    record Filling() implements Phase {}

    /** Everything is answered; the filer checks it. */
    record Reviewing() implements Phase {}

    /**
     * The filer has said to submit; the answers are closed until the backend replies.
     *
     * @param replaces number of the order that was sent back, if this mends one
     * @param seq the last event known of that order, 0 for a new one
     */
    record Submitting(String submissionId, Optional<String> replaces, long seq) implements Phase {}

    /**
     * The backend has the order.
     *
     * @param since when it came into its state
     * @param deadline until when somebody has to act
     * @param link where to act, if there is such a place
     * @param verifiers who has to answer the bureau's text message
     */
    record Tracking(
            String orderNumber,
            long seq,
            String state,
            Instant since,
            List<String> allowed,
            Optional<Instant> deadline,
            Optional<String> link,
            List<Verifier> verifiers)
            implements Phase {

        public Tracking(
                String orderNumber, long seq, String state, Instant since, List<String> allowed) {
            this(
                    orderNumber,
                    seq,
                    state,
                    since,
                    allowed,
                    Optional.empty(),
                    Optional.empty(),
                    List.of());
        }
    }

    /**
     * Sent back: the problems are to be mended.
     *
     * @param problems what is still to be looked at
     * @param deadline when the order is closed if nothing happens
     * @param link where the verification is done, if there is such a place
     * @param before what was mended: the earlier answer by path, empty if there was none
     */
    record Returned(
            String orderNumber,
            long seq,
            String state,
            Instant since,
            List<Problem> problems,
            Optional<Instant> deadline,
            Optional<String> link,
            Map<String, String> before)
            implements Phase {

        public Returned(
                String orderNumber, long seq, String state, Instant since, List<Problem> problems) {
            this(
                    orderNumber,
                    seq,
                    state,
                    since,
                    problems,
                    Optional.empty(),
                    Optional.empty(),
                    Map.of());
        }

        Returned left(List<Problem> still, Map<String, String> mended) {
            return new Returned(
                    orderNumber, seq, state, since, still, deadline, link, Map.copyOf(mended));
        }

        /** Prints no answers. */
        @Override
        public String toString() {
            return "Returned[" + orderNumber + " " + seq + " " + state + "]";
        }
    }

    /** Approved; the numbers are those the bureau gave. */
    record Filed(String orderNumber, long seq, Instant since, Map<String, String> numbers)
            implements Phase {}

    /** Given up by the filer. */
    record Withdrawn(Instant since) implements Phase {}

    /** Closed because nothing happened for too long. */
    record Expired(Instant since) implements Phase {}

    default String name() {
        return getClass().getSimpleName();
    }

    /** The order number, once there is one. */
    default Optional<String> order() {
        if (this instanceof Submitting submitting) {
            return submitting.replaces();
        }
        if (this instanceof Tracking tracking) {
            return Optional.of(tracking.orderNumber());
        }
        if (this instanceof Returned returned) {
            return Optional.of(returned.orderNumber());
        }
        return this instanceof Filed filed ? Optional.of(filed.orderNumber()) : Optional.empty();
    }

    /** When it came into this phase, where that is kept. */
    default Optional<Instant> began() {
        if (this instanceof Tracking tracking) {
            return Optional.of(tracking.since());
        }
        if (this instanceof Returned returned) {
            return Optional.of(returned.since());
        }
        if (this instanceof Filed filed) {
            return Optional.of(filed.since());
        }
        return this instanceof Withdrawn withdrawn
                ? Optional.of(withdrawn.since())
                : Optional.empty();
    }

    /** Place of the last event taken in, 0 before any. */
    default long seen() {
        if (this instanceof Submitting submitting) {
            return submitting.seq();
        }
        if (this instanceof Tracking tracking) {
            return tracking.seq();
        }
        if (this instanceof Returned returned) {
            return returned.seq();
        }
        return this instanceof Filed filed ? filed.seq() : 0;
    }

    /** The backend's word for where the order is, once it has one. */
    default Optional<String> orderState() {
        if (this instanceof Tracking tracking) {
            return Optional.of(tracking.state());
        }
        if (this instanceof Returned returned) {
            return Optional.of(returned.state());
        }
        return this instanceof Filed ? Optional.of("APPROVED") : Optional.empty();
    }
}
