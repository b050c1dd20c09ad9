package io.beian.conversation;

import io.beian.TestClock;
import io.beian.dialogue.Case;
import io.beian.dialogue.Choice;
import io.beian.dialogue.Conversation;
import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Dialogue;
import io.beian.dialogue.Effect;
import io.beian.dialogue.Input;
import io.beian.dialogue.Problem;
import io.beian.dialogue.Shown;
import io.beian.filing.IcpFiling;
import io.beian.order.OrderEvent;
import io.beian.talk.FakeWorld;
import io.beian.talk.Stage;
import io.beian.talk.View;
import io.beian.talk.Views;
import io.beian.wording.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Plays on the turn handler and a real store; a restart forgets all that was in memory. */
final class StoreStage implements Stage {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration BETWEEN = Duration.ofSeconds(5);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration BLINK = Duration.ofMillis(10);

    private final Supplier<Conversations> store;
    private final ConversationId id;
    private final TestClock clock = TestClock.standing();
    private final FakeWorld world = new FakeWorld();
    private final Wording wording = new Wording();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Phaser running = new Phaser(1);
    private final List<String> received = Collections.synchronizedList(new ArrayList<>());
    private final List<Shown> shown = new ArrayList<>();
    private final AtomicInteger turns = new AtomicInteger();
    private final int copies;
    private Conversations conversations;
    private List<TurnHandler> nodes;
    private Incoming last;
    private int messages;

    StoreStage(Supplier<Conversations> store, String person) {
        this(store, person, 1, 1);
    }

    /**
     * Makes one.
     *
     * @param count nodes that take messages in turn
     * @param copies how often each message is delivered at the same time, and each result of an
     *     effect one after the other
     */
    StoreStage(Supplier<Conversations> store, String person, int count, int copies) {
        this.store = store;
        this.id = new ConversationId(person);
        this.copies = copies;
        this.conversations = store.get();
        this.nodes = Stream.generate(this::node).limit(count).toList();
        this.last = incoming(new Input.Said(""));
    }

    private TurnHandler node() {
        Effects effects = new Effects();
        TurnHandler node =
                new TurnHandler(
                        store.get(),
                        new Dialogue(new IcpFiling()),
                        wording,
                        effects,
                        clock,
                        Duration.ofSeconds(1));
        effects.results = node::deliver;
        return node;
    }

    private TurnHandler next() {
        return nodes.get(Math.floorMod(turns.getAndIncrement(), nodes.size()));
    }

    /** Carries effects out on threads of their own, as the outbox does. */
    private final class Effects implements EffectQueue {

        private Consumer<Incoming> results = result -> {};

        @Override
        public void start(
                ConversationId who, List<String> entries, List<Effect> effects, String cause) {
            for (int i = 0; i < effects.size(); i++) {
                Effect effect = effects.get(i);
                String entry = entries.get(i);
                running.register();
                Future<?> unused = threads.submit(() -> carryOut(effect, entry, cause));
            }
        }

        private void carryOut(Effect effect, String entry, String cause) {
            try {
                if (effect instanceof Effect.Tell tell) {
                    received.add(wording.text(tell.reply()));
                }
                Conversation now = conversations.fresh(id).conversation();
                int n = 0;
                for (Input result : world.run(now, effect, clock.instant())) {
                    String key = "fx:" + entry + ":" + n++;
                    Incoming incoming =
                            new Incoming(id, key, result, clock.instant(), Optional.of(cause));
                    IntStream.range(0, copies).forEach(copy -> results.accept(incoming));
                }
            } finally {
                running.arriveAndDeregister();
            }
        }

        /** A reply that was handed over is never started, so there is nothing to take back. */
        @Override
        public void done(ConversationId who, String entry) {}
    }

    private void deliver(String key, Input input, Optional<String> cause) {
        Incoming incoming = new Incoming(id, key, input, clock.instant(), cause);
        IntStream.range(0, copies).forEach(copy -> next().deliver(incoming));
    }

    private Incoming incoming(Input input) {
        return new Incoming(id, "m" + ++messages, input, clock.instant(), Optional.empty());
    }

    private String send(Input input) {
        clock.pass(BETWEEN);
        last = incoming(input);
        clock.pass(BLINK);
        String reply = answered(last);
        settle();
        return reply;
    }

    /** What a person sees: whichever copy brought the result rather than the asking to wait. */
    private String answered(Incoming message) {
        List<Future<String>> all = new ArrayList<>();
        for (int copy = 1; copy < copies; copy++) {
            all.add(threads.submit(() -> next().answer(message, PATIENCE).join()));
        }
        String own = next().answer(message, PATIENCE).join();
        return Stream.concat(Stream.of(own), all.stream().map(StoreStage::got))
                .max(Comparator.comparingInt(String::length))
                .orElse(own);
    }

    private void settle() {
        running.arriveAndAwaitAdvance();
        Shown now = now().shown();
        if (!now.choices().isEmpty() && (shown.isEmpty() || latest().epoch() != now.epoch())) {
            shown.add(now);
        }
    }

    private Shown latest() {
        return shown.get(shown.size() - 1);
    }

    private Conversation now() {
        return conversations.fresh(id).conversation();
    }

    @Override
    public String say(String text) {
        return send(new Input.Said(text));
    }

    @Override
    public String tap(String label) {
        return send(tapped(latest(), label));
    }

    @Override
    public String tapOld(String label) {
        return send(tapped(shown.get(shown.size() - 2), label));
    }

    private static Input tapped(Shown from, String label) {
        List<String> labels = from.choices().stream().map(Choice::label).toList();
        if (!labels.contains(label)) {
            throw new AssertionError("no choice " + label + " among " + labels);
        }
        return new Input.Tapped(from.epoch(), labels.indexOf(label) + 1, label, from.asks());
    }

    @Override
    public List<String> photos(List<String> specimens) {
        clock.pass(BETWEEN);
        return allAtOnce(
                specimens.stream().map(name -> incoming(new Input.SentPhoto(name))).toList());
    }

    @Override
    public List<String> atOnce(String text, int times) {
        clock.pass(BETWEEN);
        return allAtOnce(Collections.nCopies(times, incoming(new Input.Said(text))));
    }

    private List<String> allAtOnce(List<Incoming> messages) {
        clock.pass(BLINK);
        List<Future<String>> sent = new ArrayList<>();
        for (Incoming message : messages) {
            last = message;
            sent.add(threads.submit(() -> answered(message)));
        }
        List<String> replies = sent.stream().map(StoreStage::got).toList();
        settle();
        return replies;
    }

    private static String got(Future<String> reply) {
        try {
            return reply.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String other(String kind) {
        return send(new Input.SentOther(kind));
    }

    @Override
    public String resend() {
        return answered(last);
    }

    @Override
    public List<String> together(List<String> texts) {
        clock.pass(BETWEEN);
        List<Incoming> all = texts.stream().map(text -> incoming(new Input.Said(text))).toList();
        List<String> replies = new ArrayList<>();
        for (Incoming one : all) {
            clock.pass(BLINK);
            replies.add(answered(one));
        }
        settle();
        return replies;
    }

    @Override
    public void review(OrderEvent event, String person, List<Problem> reasons) {
        String order = view().orderNumber().orElseThrow();
        hear(world.book().play(order, event, person, reasons, clock.instant()));
        settle();
    }

    private void hear(List<Input.OrderMoved> news) {
        news.forEach(
                moved ->
                        deliver(
                                "event:" + moved.orderNumber() + moved.seq(),
                                moved,
                                Optional.empty()));
    }

    @Override
    public void agents(boolean there) {
        world.agents(there);
    }

    @Override
    public void agentLeaves() {
        deliver("agent:" + clock.instant(), new Input.AgentLeft(), Optional.empty());
        settle();
    }

    @Override
    public void restart() {
        conversations = store.get();
        nodes = Stream.generate(this::node).limit(nodes.size()).toList();
    }

    /** Stands in for the poller of due reminders, which has tests of its own. */
    @Override
    public void advance(Duration time) {
        Instant until = clock.instant().plus(time);
        while (clock.instant().isBefore(until)) {
            Duration left = Duration.between(clock.instant(), until);
            clock.pass(left.compareTo(HOUR) < 0 ? left : HOUR);
            view().orderNumber()
                    .filter(order -> !world.book().after(order, 0).isEmpty())
                    .ifPresent(order -> hear(world.book().timers(order, clock.instant())));
            Input due = new Input.Due("reminder");
            next().deliver(
                            new Incoming(
                                    id,
                                    "due:" + clock.instant(),
                                    due,
                                    clock.instant(),
                                    Optional.empty()));
        }
        settle();
    }

    @Override
    public List<String> received() {
        List<String> all = List.copyOf(received);
        received.clear();
        return all;
    }

    @Override
    public View view() {
        return Views.of(now(), new IcpFiling());
    }

    @Override
    public String masked(String path, String value) {
        return Views.masked(new IcpFiling(), now().current().map(Case::facts), path, value);
    }

    @Override
    public boolean speaks() {
        return true;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
