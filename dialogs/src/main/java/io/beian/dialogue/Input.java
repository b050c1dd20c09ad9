package io.beian.dialogue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One thing a conversation has to react to: something a person did, or the result of an effect. */
public sealed interface Input {

    /** What a person sends. */
    sealed interface FromPerson extends Input {}

    /** What comes back from the world. */
    sealed interface FromWorld extends Input {}

    /** A text, typed or dictated. */
    record Said(String text) implements FromPerson {
        @Override
        public String toString() {
            return "Said[" + text.length() + " characters]";
        }
    }

    /**
     * A tap on a choice of an earlier message.
     *
     * @param epoch the turn the choice was shown in; an old tap never answers a newer question
     * @param option its number in that message, from 1
     * @param text what the tap sent
     * @param about the question it was shown with, empty if none
     */
    record Tapped(long epoch, int option, String text, Optional<String> about)
            implements FromPerson {
        @Override
        public String toString() {
            return "Tapped[" + epoch + "." + option + "]";
        }
    }

    /** A picture, not fetched yet. */
    record SentPhoto(String mediaId) implements FromPerson {}

    /**
     * Something the bot cannot read: {@code sticker, voice, video, location, link, file, unknown}.
     */
    record SentOther(String kind) implements FromPerson {}

    /** A tap on the account's menu; the key is the command it stands for. */
    record Pressed(String key) implements FromPerson {}

    /** Started to follow, or scanned a code while following; a scene may name where from. */
    record Followed(Optional<String> scene, boolean first) implements FromPerson {}

    /** Stopped following: drafts and photos are to be erased. */
    record Left() implements FromPerson {}

    /** What is filed already, by question id or {@code match.*} key. */
    record LookedUp(String caseId, Map<String, String> found) implements FromWorld {
        /** What was found may be personal. */
        @Override
        public String toString() {
            return "LookedUp[" + caseId + ", " + found.size() + " found]";
        }
    }

    record LookUpFailed(String caseId) implements FromWorld {}

    /** A picture is fetched, checked and kept. */
    record PhotoKept(String caseId, String tray, String sha256, List<String> advice)
            implements FromWorld {}

    record PhotoRefused(String caseId, String tray, String code, Map<String, String> args)
            implements FromWorld {}

    /** A picture that came under a capture code, kept; the slot is as the mini program named it. */
    record Captured(String slot, String sha256, List<String> advice) {}

    /** One that cannot be used, and why. */
    record NotCaptured(String slot, String code, Map<String, String> args) {}

    /** What was taken in the mini program has been fetched. */
    record CaptureImported(String caseId, List<Captured> pictures, List<NotCaptured> refused)
            implements FromWorld {}

    /**
     * There is nothing to be had for the code: {@code unknown}, {@code used} or {@code expired}.
     */
    record CaptureUnknown(String caseId, String why) implements FromWorld {}

    /** The pictures could not be fetched; the code stays good. */
    record CaptureFailed(String caseId) implements FromWorld {}

    /** The preview is drawn and can be opened under the link until it expires. */
    record Drawn(String caseId, String link) implements FromWorld {}

    /**
     * The backend has the order.
     *
     * @param seq its latest event
     * @param noticesLink where the filer may allow notices; empty if the account has none
     */
    record Submitted(
            String caseId,
            String submissionId,
            String orderNumber,
            String state,
            long seq,
            Optional<String> noticesLink)
            implements FromWorld {

        /** A link is for one person. */
        @Override
        public String toString() {
            return "Submitted[" + orderNumber + " " + state + " " + seq + "]";
        }
    }

    /** The backend will not take the order as it is. */
    record SubmitRefused(String caseId, String submissionId, List<Problem> problems)
            implements FromWorld {}

    /** The backend could not be reached; the order goes on waiting in the outbox. */
    record SubmitDelayed(String caseId, String submissionId) implements FromWorld {}

    /** The backend stayed away for so long that the order does not wait any longer. */
    record SubmitGivenUp(String caseId, String submissionId) implements FromWorld {}

    /**
     * The order moved on at the backend.
     *
     * @param seq its place among the events of this order, from 1; older ones are passed over
     * @param at when it came into the state
     * @param allowed what the filer may do now, in the backend's words
     * @param numbers licence numbers once approved: {@code sponsor}, {@code site.s1} …
     * @param deadline until when somebody has to act
     * @param link where to act, if there is such a place
     * @param verifiers who has to answer the bureau's text message
     * @param whole whether nothing is missing before it: then a gap in {@code seq} is none
     */
    record OrderMoved(
            String orderNumber,
            long seq,
            String state,
            Instant at,
            List<Problem> problems,
            List<String> allowed,
            Map<String, String> numbers,
            Optional<Instant> deadline,
            Optional<String> link,
            List<Verifier> verifiers,
            boolean whole)
            implements FromWorld {

        /** The same, known to follow on what came before. */
        public OrderMoved inFull() {
            return new OrderMoved(
                    orderNumber,
                    seq,
                    state,
                    at,
                    problems,
                    allowed,
                    numbers,
                    deadline,
                    link,
                    verifiers,
                    true);
        }

        /** A link is for one person. */
        @Override
        public String toString() {
            return "OrderMoved[" + orderNumber + " " + seq + " " + state + "]";
        }
    }

    /** All that came of an order since the last event that was taken in. */
    record OrderCaughtUp(String orderNumber, List<OrderMoved> moves) implements FromWorld {}

    record Withdrawn(String caseId, String orderNumber, boolean done) implements FromWorld {}

    /**
     * What is filed under a query.
     *
     * @param more whether there is more than is told
     */
    record FiledFound(Query query, List<FiledUnit> found, boolean more) implements FromWorld {}

    record SearchFailed(Query query) implements FromWorld {}

    /** All orders the backend has of this filer. */
    record OrdersKnown(List<KnownOrder> orders) implements FromWorld {}

    /** A reminder is due. */
    record Due(String kind) implements FromWorld {}

    /** A message could not be brought to the person now; to be shown at the next contact. */
    record Undelivered(Reply reply) implements FromWorld {}

    /**
     * An agent of customer service has taken over.
     *
     * @param called whether the bot called the agent and can say so
     */
    record AgentCame(boolean called) implements FromWorld {

        public AgentCame() {
            this(false);
        }
    }

    /** Nobody of customer service is there now. */
    record NoAgent() implements FromWorld {}

    /** The agent has ended the conversation. */
    record AgentLeft() implements FromWorld {}

    /**
     * What is filed of this filer's sponsors.
     *
     * @param want what was asked for, as in {@link Effect.FetchFiled}
     * @param records empty if there is nothing
     */
    record FiledKnown(String want, List<FiledRecord> records) implements FromWorld {}

    /** The filed information could not be fetched. */
    record FiledUnknown(String want) implements FromWorld {}

    /** The page with the lines for the foot of the home page. */
    record FooterReady(String link) implements FromWorld {}

    /**
     * The page with all that is kept of this person can be opened.
     *
     * @param lives for how long
     */
    record Exported(String link, Duration lives) implements FromWorld {}
}
