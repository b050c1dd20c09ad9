package io.beian.outbox;

import io.beian.conversation.EffectQueue;
import io.beian.conversation.Inbox;
import io.beian.conversation.Incoming;
import io.beian.conversation.StorageException;
import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Effect;
import io.beian.dialogue.Input;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out committed effects and hands their results back as inputs.
 *
 * <ul>
 *   <li>The node that committed an effect starts it at once; it is claimed for it already.
 *   <li>If there is no room, or the node dies, the entry stays pending and {@link #tick} of any
 *       node takes it over.
 *   <li>A result is delivered under a key made of the entry, so that doing it twice counts once.
 *   <li>An effect that fails is tried again after growing pauses and given up at last.
 * </ul>
 */
final class OutboxWorker implements EffectQueue {

    private static final Logger log = LoggerFactory.getLogger(OutboxWorker.class);

    private final RedisOutbox outbox;
    private final EffectHandlers handlers;
    private final Supplier<Inbox> inbox;
    private final OutboxSettings settings;
    private final InstantSource clock;
    private final ExecutorService executor;
    private final Lanes tells;
    private final Lanes pictures;
    private final ConcurrentMap<Held, Delivery> held = new ConcurrentHashMap<>();
    private final ConcurrentMap<Integer, String> cursors = new ConcurrentHashMap<>();

    /** Entries that are done but could not be crossed out. */
    private final Queue<Held> owed = new ConcurrentLinkedQueue<>();

    private volatile boolean stopping;

    private record Held(ConversationId id, String entry) {}

    OutboxWorker(
            RedisOutbox outbox,
            EffectHandlers handlers,
            Supplier<Inbox> inbox,
            OutboxSettings settings,
            InstantSource clock,
            ExecutorService executor) {
        this.outbox = outbox;
        this.handlers = handlers;
        this.inbox = inbox;
        this.settings = settings;
        this.clock = clock;
        this.executor = executor;
        this.tells = new Lanes(executor);
        this.pictures = new Lanes(executor);
    }

    @Override
    public void start(ConversationId id, List<String> entries, List<Effect> effects, String cause) {
        for (int i = 0; i < entries.size(); i++) {
            accept(Delivery.first(id, entries.get(i), effects.get(i), cause));
        }
    }

    @Override
    public void done(ConversationId id, String entry) {
        Held key = new Held(id, entry);
        held.remove(key);
        crossOut(key);
    }

    /** Renews the claims of this node and takes over what is due. */
    void tick() {
        for (Held done = owed.poll(); done != null; done = owed.poll()) {
            crossOut(done);
        }
        Map<Integer, List<Delivery>> mine =
                held.values().stream()
                        .collect(Collectors.groupingBy(held -> outbox.shard(held.id())));
        mine.forEach(outbox::hold);
        for (int shard = 0; shard < outbox.shards() && room() > 0; shard++) {
            RedisOutbox.Found found =
                    outbox.takeOver(
                            shard,
                            cursors.getOrDefault(shard, RedisOutbox.Found.NOT_YET.cursor()),
                            Math.min(room(), settings.batch()));
            cursors.put(shard, found.cursor());
            found.deliveries().forEach(this::acceptAgain);
        }
    }

    /** Leaves what is not finished to others. */
    void stop() throws InterruptedException {
        stopping = true;
        executor.shutdown();
        if (!executor.awaitTermination(settings.stop().toMillis(), TimeUnit.MILLISECONDS)) {
            executor.shutdownNow();
        }
        held.values().forEach(outbox::release);
    }

    private int room() {
        return stopping ? 0 : settings.threads() + settings.queue() - held.size();
    }

    private void acceptAgain(Delivery delivery) {
        if (delivery.attempt() > settings.attempts()
                || delivery.age().compareTo(settings.age()) > 0) {
            giveUp(delivery);
        } else {
            accept(delivery);
        }
    }

    /** Told first: if that fails, it is told and buried another time. */
    private void giveUp(Delivery delivery) {
        log.error("{} given up after {} attempts", delivery.name(), delivery.attempt() - 1);
        List<Input.FromWorld> told = handlers.givenUp(delivery);
        for (int n = 0; n < told.size(); n++) {
            deliver(delivery, "givenUp" + n, told.get(n));
        }
        outbox.bury(delivery);
    }

    private void accept(Delivery delivery) {
        Held key = new Held(delivery.id(), delivery.entry());
        if (room() <= 0 || held.putIfAbsent(key, delivery) != null) {
            return;
        }
        try {
            dispatch(delivery, () -> carryOut(key, delivery));
        } catch (RejectedExecutionException stopped) {
            log.debug("{} comes too late for this node", delivery.name());
        }
    }

    /**
     * What is told to one person keeps its order. A person's pictures come one after the other too,
     * or hostile ones would take every thread. All else runs side by side.
     */
    private void dispatch(Delivery delivery, Runnable task) {
        if (delivery.effect().filter(Effect.Tell.class::isInstance).isPresent()) {
            tells.run(delivery.id(), task);
        } else if (delivery.effect().filter(OutboxWorker::hasPictures).isPresent()) {
            pictures.run(delivery.id(), task);
        } else {
            executor.execute(task);
        }
    }

    private static boolean hasPictures(Effect effect) {
        return effect instanceof Effect.FetchPhoto || effect instanceof Effect.ImportCapture;
    }

    private void carryOut(Held key, Delivery delivery) {
        if (stopping || !held.containsKey(key)) {
            return;
        }
        try {
            settle(delivery, handlers.run(delivery));
        } catch (RuntimeException | Error e) {
            // An error too: the thread would print it whole, and the effect begin anew at once.
            log.warn("{} failed: {}", delivery.name(), e.getClass().getName());
            park(delivery, delivery.told());
        } finally {
            held.remove(key);
        }
    }

    private void settle(Delivery delivery, EffectHandler.Result result) {
        if (result instanceof EffectHandler.Result.Done done) {
            for (int n = 0; n < done.results().size(); n++) {
                deliver(delivery, Integer.toString(n), done.results().get(n));
            }
            crossOut(new Held(delivery.id(), delivery.entry()));
        } else if (result instanceof EffectHandler.Result.Later later) {
            if (!delivery.told()) {
                later.meanwhile().ifPresent(input -> deliver(delivery, "later", input));
            }
            park(delivery, delivery.told() || later.meanwhile().isPresent());
        }
    }

    private void deliver(Delivery delivery, String part, Input.FromWorld input) {
        inbox.get()
                .deliver(
                        new Incoming(
                                delivery.id(),
                                "fx:" + delivery.entry() + ":" + part,
                                input,
                                clock.instant(),
                                Optional.of(delivery.cause())));
    }

    private void park(Delivery delivery, boolean told) {
        try {
            outbox.park(delivery, told);
        } catch (StorageException e) {
            log.warn("{} stays claimed until it is taken over", delivery.name());
        }
    }

    private void crossOut(Held done) {
        try {
            outbox.finish(done.id(), done.entry());
        } catch (StorageException e) {
            owed.add(done);
            log.warn("entry {} is done, to be crossed out later", done.entry());
        }
    }
}
