package io.beian.dialogue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that is stored of one person's talk with the bot.
 *
 * @param turn how many turns it has had; the epoch of the next reply is one more
 * @param cases the filings of this person, oldest first
 * @param active id of the case that is talked about
 * @param focus the one answer being changed out of order
 * @param missed replies that could not be delivered, to be shown at the next contact
 * @param reminded how many reminders went out since the person was heard last
 * @param searches what is being asked of the filed information
 */
public record Conversation(
        ConversationId id,
        long turn,
        List<Case> cases,
        Optional<String> active,
        Optional<Focus> focus,
        Shown shown,
        boolean paused,
        List<Reply> missed,
        Instant heard,
        int reminded,
        Searches searches) {

    public static Conversation start(ConversationId id) {
        return new Conversation(
                id,
                0,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Shown.NOTHING,
                false,
                List.of(),
                Instant.EPOCH,
                0,
                Searches.NONE);
    }

    public Optional<Case> current() {
        return active.flatMap(this::find);
    }

    public Optional<Case> find(String caseId) {
        return cases.stream().filter(c -> c.id().equals(caseId)).findFirst();
    }

    public Optional<Case> byOrder(String orderNumber) {
        return cases.stream()
                .filter(c -> c.phase().order().filter(orderNumber::equals).isPresent())
                .findFirst();
    }

    Conversation put(Case changed) {
        boolean known = find(changed.id()).isPresent();
        List<Case> next =
                known
                        ? cases.stream()
                                .map(c -> c.id().equals(changed.id()) ? changed : c)
                                .toList()
                        : Stream.concat(cases.stream(), Stream.of(changed)).toList();
        return new Conversation(
                id, turn, next, active, focus, shown, paused, missed, heard, reminded, searches);
    }

    /** The filings without one of them. */
    Conversation without(String caseId) {
        List<Case> others = cases.stream().filter(c -> !c.id().equals(caseId)).toList();
        return new Conversation(
                id,
                turn,
                others,
                active.filter(open -> !open.equals(caseId)),
                focus,
                shown,
                paused,
                missed,
                heard,
                reminded,
                searches);
    }

    Conversation searching(Searches next) {
        return new Conversation(
                id, turn, cases, active, focus, shown, paused, missed, heard, reminded, next);
    }

    Conversation active(Optional<String> caseId) {
        return new Conversation(
                id, turn, cases, caseId, focus, shown, paused, missed, heard, reminded, searches);
    }

    Conversation focus(Optional<Focus> next) {
        return new Conversation(
                id, turn, cases, active, next, shown, paused, missed, heard, reminded, searches);
    }

    Conversation paused(boolean yes) {
        return new Conversation(
                id, turn, cases, active, focus, shown, yes, missed, heard, reminded, searches);
    }

    Conversation missed(List<Reply> replies) {
        return new Conversation(
                id,
                turn,
                cases,
                active,
                focus,
                shown,
                paused,
                List.copyOf(replies),
                heard,
                reminded,
                searches);
    }

    Conversation heard(Instant at) {
        return new Conversation(
                id, turn, cases, active, focus, shown, paused, missed, at, 0, searches);
    }

    Conversation remindedOnceMore() {
        return new Conversation(
                id,
                turn,
                cases,
                active,
                focus,
                shown,
                paused,
                missed,
                heard,
                reminded + 1,
                searches);
    }

    /** One more turn that leaves what was shown last as it is. */
    Conversation turned() {
        return new Conversation(
                id, turn + 1, cases, active, focus, shown, paused, missed, heard, reminded,
                searches);
    }

    /** The same turn with what was shown named otherwise. */
    Conversation looking(Shown same) {
        return new Conversation(
                id, turn, cases, active, focus, same, paused, missed, heard, reminded, searches);
    }

    Conversation shown(Shown next) {
        return new Conversation(
                id,
                next.epoch(),
                cases,
                active,
                focus,
                next,
                paused,
                missed,
                heard,
                reminded,
                searches);
    }
}
