package io.beian.talk;

import io.beian.dialogue.Case;
import io.beian.dialogue.Choice;
import io.beian.dialogue.Conversation;
import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Dialogue;
import io.beian.dialogue.Effect;
import io.beian.dialogue.Input;
import io.beian.dialogue.Problem;
import io.beian.dialogue.Reply;
import io.beian.dialogue.Turn;
import io.beian.filing.IcpFiling;
import io.beian.order.OrderEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plays on the pure engine; effects are carried out by a {@link FakeWorld} at once. */
public final class EngineStage implements Stage {

    private static final Duration BETWEEN = Duration.ofSeconds(5);

    private final Dialogue dialogue = new Dialogue(new IcpFiling());
    private final FakeWorld world = new FakeWorld();
    private final Map<Integer, String> stored = new HashMap<>();
    private final List<String> received = new ArrayList<>();
    private final List<Reply> offers = new ArrayList<>();
    private Conversation now = Conversation.start(new ConversationId("talker"));
    private Instant clock = Instant.parse("2026-11-23T02:00:00Z");
    private Optional<Instant> reminder = Optional.empty();
    private int messages;

    public FakeWorld world() {
        return world;
    }

    public Conversation conversation() {
        return now;
    }

    @Override
    public String say(String text) {
        return send(new Input.Said(text));
    }

    @Override
    public String tap(String label) {
        return send(tapped(offers.get(offers.size() - 1), label));
    }

    @Override
    public String tapOld(String label) {
        return send(tapped(offers.get(offers.size() - 2), label));
    }

    private static Input tapped(Reply reply, String label) {
        List<String> labels = reply.choices().stream().map(Choice::label).toList();
        int index = labels.indexOf(label);
        if (index < 0) {
            throw new AssertionError("no choice " + label + " among " + labels);
        }
        return new Input.Tapped(reply.epoch(), index + 1, label, reply.asks());
    }

    @Override
    public List<String> photos(List<String> specimens) {
        List<String> replies = new ArrayList<>();
        List<Effect> later = new ArrayList<>();
        for (String name : specimens) {
            Turn turn = decide(new Input.SentPhoto(name), false);
            replies.add(words(turn.reply()));
            later.addAll(turn.effects());
        }
        String last = carryOut(later);
        if (!last.isEmpty()) {
            replies.set(replies.size() - 1, last);
        }
        stored.put(++messages, replies.get(replies.size() - 1));
        return replies;
    }

    @Override
    public String other(String kind) {
        return send(new Input.SentOther(kind));
    }

    private String send(Input input) {
        clock = clock.plus(BETWEEN);
        String reply = settle(decide(input, false));
        stored.put(++messages, reply);
        return reply;
    }

    private Turn decide(Input input, boolean crossed) {
        Turn turn = dialogue.decide(now, input, clock, crossed);
        now = turn.next();
        reminder = turn.reminder();
        if (!turn.reply().choices().isEmpty()) {
            offers.add(turn.reply());
        }
        return turn;
    }

    private String settle(Turn turn) {
        String later = carryOut(turn.effects());
        return later.isEmpty() ? words(turn.reply()) : later;
    }

    private String carryOut(List<Effect> effects) {
        String last = "";
        for (Effect effect : effects) {
            for (Input result : world.run(now, effect, clock)) {
                String said = settle(decide(result, false));
                last = said.isEmpty() ? last : said;
            }
        }
        return last;
    }

    private static String words(Reply reply) {
        return String.join("\n", reply.lines().stream().map(line -> line.key()).toList());
    }

    @Override
    public String resend() {
        return stored.getOrDefault(messages, "");
    }

    @Override
    public List<String> atOnce(String text, int times) {
        String reply = say(text);
        return new ArrayList<>(java.util.Collections.nCopies(times, reply));
    }

    @Override
    public List<String> together(List<String> texts) {
        List<String> replies = new ArrayList<>();
        clock = clock.plus(BETWEEN);
        for (String text : texts) {
            replies.add(settle(decide(new Input.Said(text), !replies.isEmpty())));
        }
        return replies;
    }

    @Override
    public void review(OrderEvent event, String person, List<Problem> reasons) {
        String order = view().orderNumber().orElseThrow();
        world.book().play(order, event, person, reasons, clock).forEach(this::hear);
    }

    private void hear(Input news) {
        String said = settle(decide(news, false));
        if (!said.isEmpty()) {
            received.add(said);
        }
    }

    @Override
    public void agents(boolean there) {
        world.agents(there);
    }

    @Override
    public void agentLeaves() {
        hear(new Input.AgentLeft());
    }

    @Override
    public void restart() {}

    /** Reminders come when they are due, and what the backend's clock brings about comes first. */
    @Override
    public void advance(Duration time) {
        Instant until = clock.plus(time);
        while (clock.isBefore(until)) {
            Instant due = reminder.filter(at -> at.isBefore(until)).orElse(until);
            clock = due.isAfter(clock) ? due : clock;
            view().orderNumber()
                    .filter(world.book()::knows)
                    .ifPresent(order -> world.book().timers(order, clock).forEach(this::hear));
            if (reminder.filter(at -> !at.isAfter(clock)).isPresent()) {
                hear(new Input.Due("reminder"));
            }
        }
    }

    @Override
    public List<String> received() {
        List<String> all = List.copyOf(received);
        received.clear();
        return all;
    }

    @Override
    public View view() {
        return Views.of(now, new IcpFiling());
    }

    @Override
    public String masked(String path, String value) {
        return Views.masked(new IcpFiling(), now.current().map(Case::facts), path, value);
    }

    @Override
    public boolean speaks() {
        return false;
    }

    @Override
    public void close() {}
}
