package io.beian.conversation;

import com.google.common.util.concurrent.Striped;
import io.beian.conversation.Conversations.Committed;
import io.beian.conversation.Conversations.Stored;
import io.beian.conversation.Conversations.Write;
import io.beian.dialogue.Conversation;
import io.beian.dialogue.Dialogue;
import io.beian.dialogue.Effect;
import io.beian.dialogue.Input;
import io.beian.dialogue.Line;
import io.beian.dialogue.Phase;
import io.beian.dialogue.Reply;
import io.beian.dialogue.Turn;
import io.beian.wording.Wording;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Lock;

/**
 * Takes one input through one turn.
 *
 * <ol>
 *   <li>Load the conversation, from the local cache if it is there.
 *   <li>Decide.
 *   <li>Commit. A message that was taken before gets the reply it got then; if somebody else was
 *       quicker, decide again on the state as it is now.
 *   <li>Start the effects. The result of one that is quick becomes the answer to the message that
 *       caused it; the result of a slow one follows as a message of its own.
 * </ol>
 */
public final class TurnHandler implements Inbox {

    private static final int TRIES = 12;
    private static final int STRIPES = 256;

    /** Lines that only ask to wait, or that the result says again: it takes their place. */
    private static final Set<String> HOLDING =
            Set.of(
                    "match.looking",
                    "search.looking",
                    "photo.checking",
                    "capture.fetching",
                    "submit.sending",
                    "withdraw.asking",
                    "filed.fetching",
                    "footer.making",
                    "export.making",
                    "agent.calling",
                    "mine.head",
                    "mine.head.page",
                    "mine.row",
                    "mine.row.order",
                    "mine.row.bare",
                    "mine.row.filling",
                    "mine.row.returned");

    private final Conversations conversations;
    private final Dialogue dialogue;
    private final Wording wording;
    private final EffectQueue effects;
    private final Clock clock;
    private final Striped<Lock> locks = Striped.lock(STRIPES);
    private final PassiveReplies passive = new PassiveReplies();
    private final Unanswered unanswered = new Unanswered();
    private final Glance glance;

    /**
     * Makes it.
     *
     * @param glance how soon after a question somebody may answer it; see {@link Glance}
     */
    public TurnHandler(
            Conversations conversations,
            Dialogue dialogue,
            Wording wording,
            EffectQueue effects,
            Clock clock,
            Duration glance) {
        this.conversations = conversations;
        this.dialogue = dialogue;
        this.wording = wording;
        this.effects = effects;
        this.clock = clock;
        this.glance = new Glance(glance);
    }

    /**
     * Answers a person.
     *
     * @param patience how long after its arrival the answer may wait for the result of an effect,
     *     which holds no thread
     * @return the text of the answer; empty if there is nothing to say
     * @throws StorageException if it is not known whether it was stored; the same message may be
     *     sent again
     */
    public CompletableFuture<String> answer(Incoming sent, Duration patience) {
        Incoming incoming = unanswered.byFirstName(sent);
        String reply = sure(incoming);
        Duration left = patience.minus(Duration.between(incoming.arrived(), clock.instant()));
        return passive.expected(incoming.messageKey())
                ? passive.await(incoming.messageKey(), left)
                        .thenApply(result -> result.orElse(reply))
                : CompletableFuture.completedFuture(reply);
    }

    private String sure(Incoming incoming) {
        try {
            String reply = turn(incoming);
            unanswered.answered(incoming);
            return reply;
        } catch (StorageException e) {
            unanswered.add(incoming);
            throw e;
        }
    }

    /** From now on no answer waits longer than that for the result of an effect. */
    void hurry(Duration atMost) {
        passive.hurry(atMost);
    }

    @Override
    public void deliver(Incoming incoming) {
        turn(incoming);
    }

    /** Turns of one person wait for each other here; other nodes are met by the version check. */
    private String turn(Incoming incoming) {
        Lock lock = locks.get(incoming.id());
        lock.lock();
        try {
            return decideAndCommit(incoming);
        } finally {
            lock.unlock();
        }
    }

    private String decideAndCommit(Incoming incoming) {
        Stored stored = conversations.load(incoming.id());
        for (int attempt = 0; attempt < TRIES; attempt++) {
            long began = System.nanoTime();
            Instant at = clock.instant();
            boolean crossed = glance.unread(stored, incoming);
            Turn turn = dialogue.decide(stored.conversation(), incoming.input(), at, crossed);
            Attempt tried = new Attempt(incoming, stored, turn, text(incoming, turn));
            Committed committed =
                    conversations.commit(incoming.id(), stored.version(), tried.write());
            if (committed instanceof Committed.Done done) {
                long micros = (System.nanoTime() - began) / 1000;
                TurnLog.write(incoming.id(), TurnLog.line(stored.conversation(), turn), micros);
                if (!(incoming.input() instanceof Input.FromWorld)) {
                    glance.answered(incoming.id(), clock.instant());
                }
                return finish(tried, done);
            }
            if (committed instanceof Committed.Duplicate duplicate) {
                return duplicate.reply();
            }
            stored = ((Committed.Conflict) committed).fresh();
        }
        throw new StorageException("the conversation keeps changing", new IllegalStateException());
    }

    private String finish(Attempt tried, Committed.Done done) {
        Incoming incoming = tried.incoming();
        String text = tried.text();
        List<String> entries = done.entries();
        List<Effect> all = tried.effects();
        if (tried.byItself()) {
            String cause = incoming.cause().orElse("");
            int last = all.size() - 1;
            if (passive.offer(cause, text)) {
                effects.done(incoming.id(), entries.get(last));
                entries = entries.subList(0, last);
                all = all.subList(0, last);
            }
        } else if (all.stream().anyMatch(e -> answersSoon(e, tried.turn().next()))) {
            passive.expect(incoming.messageKey(), lasting(tried.turn().reply()));
        }
        if (!all.isEmpty()) {
            String cause = incoming.cause().orElse(incoming.messageKey());
            effects.start(incoming.id(), entries, all, cause);
        }
        return text;
    }

    /**
     * The words of a turn; a result says first what the answer it takes the place of had to say.
     */
    private String text(Incoming incoming, Turn turn) {
        String text = wording.text(turn.reply());
        String before = text.isEmpty() ? "" : incoming.cause().map(passive::before).orElse("");
        String whole = before + "\n" + text;
        boolean fits = whole.getBytes(StandardCharsets.UTF_8).length <= Wording.MOST_BYTES;
        return before.isEmpty() || !fits ? text : whole;
    }

    /** What of an answer still matters once the result has come: all but the asking to wait. */
    private String lasting(Reply reply) {
        List<Line> lines =
                reply.lines().stream().filter(line -> !HOLDING.contains(line.key())).toList();
        return wording.text(new Reply(reply.epoch(), lines, List.of(), Optional.empty()));
    }

    /** Effects whose result replaces the holding text that was said meanwhile. */
    private static boolean answersSoon(Effect effect, Conversation after) {
        return (effect instanceof Effect.LookUp lookUp && awaited(lookUp, after))
                || effect instanceof Effect.FetchPhoto
                || effect instanceof Effect.ImportCapture
                || effect instanceof Effect.Submit
                || effect instanceof Effect.Withdraw
                || effect instanceof Effect.Search
                || effect instanceof Effect.FetchOrders
                || effect instanceof Effect.FetchFiled
                || effect instanceof Effect.MakeFooter
                || effect instanceof Effect.Export
                || effect instanceof Effect.CallAgent;
    }

    /** While an order is filled in, a look-up goes on beside it and mostly has nothing to say. */
    private static boolean awaited(Effect.LookUp lookUp, Conversation after) {
        return after.find(lookUp.caseId())
                .filter(of -> of.phase() instanceof Phase.Matching)
                .isPresent();
    }

    /** One decision and what committing it writes. */
    private record Attempt(Incoming incoming, Stored stored, Turn turn, String text) {

        /** What is said outside the answer to a message needs an effect that brings it. */
        boolean byItself() {
            return incoming.input() instanceof Input.FromWorld && !turn.reply().silent();
        }

        List<Effect> effects() {
            List<Effect> all = new ArrayList<>(turn.effects());
            if (byItself()) {
                all.add(new Effect.Tell(turn.reply(), turn.next().turn()));
            }
            return all;
        }

        Write write() {
            return new Write(
                    incoming.messageKey(),
                    byItself() ? incoming.cause() : Optional.empty(),
                    turn.next(),
                    text,
                    effects(),
                    turn.reminder(),
                    TurnLog.line(stored.conversation(), turn),
                    Contact.of(incoming.input(), incoming.arrived()),
                    turn.forgets());
        }
    }
}
