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
 * @param hushed whether the person wants no reminders (不再提醒)
 * @param agent since when somebody of customer service talks here, empty while nobody does
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
        boolean hushed,
        Optional<Instant> agent,
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
                false,
                Optional.empty(),
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
        return with(next, active);
    }

    /** The filings without one of them. */
    Conversation without(String caseId) {
        return with(
                cases.stream().filter(c -> !c.id().equals(caseId)).toList(),
                active.filter(open -> !open.equals(caseId)));
    }

    Conversation active(Optional<String> caseId) {
        return with(cases, caseId);
    }

    private Conversation with(List<Case> all, Optional<String> open) {
        return new Conversation(
                id, turn, all, open, focus, shown, paused, missed, heard, hushed, agent, searches);
    }

    Conversation searching(Searches next) {
        return new Conversation(
                id, turn, cases, active, focus, shown, paused, missed, heard, hushed, agent, next);
    }

    Conversation focus(Optional<Focus> next) {
        return new Conversation(
                id, turn, cases, active, next, shown, paused, missed, heard, hushed, agent,
                searches);
    }

    Conversation paused(boolean yes) {
        return new Conversation(
                id, turn, cases, active, focus, shown, yes, missed, heard, hushed, agent, searches);
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
                hushed,
                agent,
                searches);
    }

    Conversation heard(Instant at) {
        return new Conversation(
                id, turn, cases, active, focus, shown, paused, missed, at, hushed, agent, searches);
    }

    Conversation hushed(boolean yes) {
        return new Conversation(
                id, turn, cases, active, focus, shown, paused, missed, heard, yes, agent, searches);
    }

    Conversation agent(Optional<Instant> since) {
        return new Conversation(
                id, turn, cases, active, focus, shown, paused, missed, heard, hushed, since,
                searches);
    }

    /** One more turn that leaves what was shown last as it is. */
    Conversation turned() {
        return turn(turn + 1, shown);
    }

    /** The same turn with what was shown named otherwise. */
    Conversation looking(Shown same) {
        return turn(turn, same);
    }

    Conversation shown(Shown next) {
        return turn(next.epoch(), next);
    }

    private Conversation turn(long number, Shown next) {
        return new Conversation(
                id, number, cases, active, focus, next, paused, missed, heard, hushed, agent,
                searches);
    }
}
