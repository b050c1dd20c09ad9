package io.beian.dialogue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What of the filed information and of older orders is being asked for. Bounded in size.
 *
 * @param running key of the query under way, empty if none is
 * @param since when it was asked
 * @param turn in which it was asked
 * @param recent when the latest ones were asked
 * @param fetched when the backend was last asked for this filer's orders
 * @param listed the turn that showed the list then
 */
public record Searches(
        String running,
        Instant since,
        long turn,
        List<Instant> recent,
        Instant fetched,
        long listed) {

    public static final Searches NONE =
            new Searches("", Instant.EPOCH, 0, List.of(), Instant.EPOCH, 0);

    /** So many searches a minute; a person checking a list of domains stays below. */
    static final int MOST_A_MINUTE = 6;

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** Orders are pushed as they move; the list of all is fetched for what got lost only. */
    private static final Duration FETCH_EVERY = Duration.ofMinutes(10);

    /** An answer may still go out as the reply to the message that asked for it. */
    private static final Duration AT_ONCE = Duration.ofSeconds(4);

    /** One that takes longer was lost, and another may be started. */
    boolean busy(Instant at) {
        return !running.isEmpty() && at.isBefore(since.plus(MINUTE));
    }

    boolean tooMany(Instant at) {
        return within(at).count() >= MOST_A_MINUTE;
    }

    private Stream<Instant> within(Instant at) {
        return recent.stream().filter(asked -> asked.isAfter(at.minus(MINUTE)));
    }

    Searches started(Query query, Instant at, long inTurn) {
        List<Instant> latest = Stream.concat(within(at), Stream.of(at)).toList();
        return new Searches(query.key(), at, inTurn, latest, fetched, listed);
    }

    Searches ended() {
        return new Searches("", since, turn, recent, fetched, listed);
    }

    boolean waitsFor(Query query) {
        return running.equals(query.key());
    }

    boolean fetchDue(Instant at) {
        return !at.isBefore(fetched.plus(FETCH_EVERY));
    }

    Searches fetching(Instant at, long inTurn) {
        return new Searches(running, since, turn, recent, at, inTurn);
    }

    boolean fetchedAtOnce(Instant at) {
        return at.isBefore(fetched.plus(AT_ONCE));
    }

    /** A name that was searched may be a private person's. */
    @Override
    public String toString() {
        return "Searches[" + turn + ", " + listed + "]";
    }
}
