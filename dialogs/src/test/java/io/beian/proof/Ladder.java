package io.beian.proof;

import io.beian.dialogue.Conversation;
import io.beian.filing.IcpFiling;
import io.beian.form.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Conversations of every length to begin a random talk with, each reached by honest answers. */
public final class Ladder {

    private static final int TALKS_A_WORLD = 20;
    private static final int LONGEST = 200;

    private final List<Rung> rungs = new ArrayList<>();
    private final List<Rung> ready = new ArrayList<>();

    /** A conversation and the time it had come to. */
    public record Rung(Conversation conversation, Instant at) {}

    public Ladder(IcpFiling filing) {
        for (World world : World.ALL) {
            for (int talk = 0; talk < TALKS_A_WORLD && world.sites() == 1; talk++) {
                climb(filing, world, new Random(talk));
            }
        }
    }

    public List<Rung> rungs() {
        return List.copyOf(rungs);
    }

    /** Those of them that only have to be submitted. */
    public List<Rung> ready() {
        return List.copyOf(ready);
    }

    private void climb(IcpFiling filing, World world, Random random) {
        Chat chat = Chat.fresh(filing);
        for (int i = 0; i < LONGEST && !chat.ready(); i++) {
            Optional<String> said =
                    chat.open().map(Entry::path).map(path -> world.answers().get(path));
            if (said.isPresent()) {
                chat.say(said.get());
            } else {
                chat.send(chat.honest(i < LONGEST / 2 ? random.nextInt(4) : 0));
            }
            rungs.add(new Rung(chat.now(), chat.at()));
        }
        if (!chat.ready()) {
            throw new AssertionError(world.name() + " got stuck at " + chat.now().shown().asks());
        }
        ready.add(new Rung(chat.now(), chat.at()));
        for (String last : List.of("提交", "进度")) {
            chat.say(last);
            rungs.add(new Rung(chat.now(), chat.at()));
        }
    }
}
