package io.beian.proof;

import io.beian.dialogue.Conversation;
import io.beian.dialogue.Dialogue;
import io.beian.dialogue.Effect;
import io.beian.dialogue.Input;
import io.beian.dialogue.Reply;
import io.beian.dialogue.Turn;
import io.beian.filing.IcpFiling;
import io.beian.talk.FakeWorld;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Store and outbox in small: one commit a message, effects at least once, crashes in between. */
final class Post {

    private final Dialogue dialogue;
    private final FakeWorld world = new FakeWorld();
    private final Map<String, Reply> replies = new HashMap<>();
    private final List<Pending> outbox = new ArrayList<>();
    private Conversation stored;
    private Instant at;
    private int submits;
    private int named;

    /** A committed effect that is not acknowledged yet. */
    private record Pending(String name, Effect effect) {}

    /** Where a crash strikes. */
    enum Crash {
        NONE,
        BEFORE_COMMIT,
        AFTER_COMMIT
    }

    Post(IcpFiling filing, Conversation from, Instant at) {
        this.dialogue = new Dialogue(filing);
        this.stored = from;
        this.at = at;
    }

    Conversation stored() {
        return stored;
    }

    /** How often an order was to be submitted, by the effects that were committed. */
    int submits() {
        return submits;
    }

    int orders() {
        return world.orders();
    }

    int pending() {
        return outbox.size();
    }

    /** Takes a message once, however often it comes; empty if the process died before answering. */
    Optional<Reply> deliver(String key, Input input, boolean crossed, Crash crash) {
        if (!replies.containsKey(key)) {
            at = at.plusSeconds(1);
            Turn turn = dialogue.decide(stored, input, at, crossed);
            if (crash == Crash.BEFORE_COMMIT) {
                return Optional.empty();
            }
            commit(key, turn);
        }
        return crash == Crash.NONE ? Optional.ofNullable(replies.get(key)) : Optional.empty();
    }

    private void commit(String key, Turn turn) {
        stored = turn.next();
        replies.put(key, turn.reply());
        for (Effect effect : turn.effects()) {
            submits += effect instanceof Effect.Submit ? 1 : 0;
            outbox.add(new Pending(key + "/" + ++named, effect));
        }
    }

    /** Carries one effect out; unless all went well it will be carried out again. */
    void work(int which, Crash crash) {
        if (outbox.isEmpty()) {
            return;
        }
        Pending next = outbox.get(which % outbox.size());
        int n = 0;
        boolean well = crash == Crash.NONE;
        for (Input result : world.run(stored, next.effect(), at)) {
            well &= deliver(next.name() + "#" + n++, result, false, crash).isPresent();
        }
        if (well) {
            outbox.remove(next);
        }
    }
}
