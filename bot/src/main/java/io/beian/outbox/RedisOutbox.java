package io.beian.outbox;

import io.beian.conversation.SealedJson;
import io.beian.conversation.StorageException;
import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Effect;
import io.beian.redis.Keys;
import io.beian.redis.LuaReply;
import io.beian.redis.LuaScript;
import io.beian.redis.Node;
import io.beian.redis.Replication;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/**
 * The outbox streams. Who works at an entry, since when and for the how manieth time is what the
 * consumer group keeps of each pending entry anyway; entries that wait for their next attempt are
 * parked with a consumer that is nobody.
 */
final class RedisOutbox implements Outbox {

    private static final Logger log = LoggerFactory.getLogger(RedisOutbox.class);

    private static final String WAITING = "waiting";
    private static final String WAITING_TOLD = "waiting-told";
    private static final String FROM_START = "-";
    private static final Duration AT_ONCE = Duration.ofDays(1);
    private static final Duration GONE_FOR_GOOD = Duration.ofHours(1);
    private static final int LOOKED_AT = 500;
    private static final int DEAD_KEPT = 10_000;
    private static final Duration DEAD_KEPT_FOR = Duration.ofDays(30);

    private final Keys keys;
    private final Node node;
    private final SealedJson json;
    private final OutboxSettings settings;
    private final LuaScript takeover;
    private final LuaScript finish;
    private final LuaScript bury;
    private final LuaScript hold;
    private final LuaScript sweep;
    private final LuaScript put;

    RedisOutbox(
            RedisConnectionFactory redis,
            Replication replication,
            Keys keys,
            Node node,
            SealedJson json,
            OutboxSettings settings) {
        this.keys = keys;
        this.node = node;
        this.json = json;
        this.settings = settings;
        this.takeover = new LuaScript(redis, "takeover");
        this.finish = new LuaScript(redis, "finish");
        this.bury = new LuaScript(redis, "bury");
        this.hold = new LuaScript(redis, "hold");
        this.sweep = new LuaScript(redis, "sweep");
        this.put = new LuaScript(replication, "put");
    }

    int shards() {
        return keys.shards();
    }

    /** A part of a stream that was looked through. */
    record Found(String cursor, List<Delivery> deliveries) {
        static final Found NOT_YET = new Found(FROM_START, List.of());
    }

    /** Claims entries that are due, looking on from where the last look ended. */
    Found takeOver(int shard, String cursor, int most) {
        List<Object> args = new ArrayList<>();
        args.addAll(List.of(Node.GROUP, node.name(), cursor, LOOKED_AT, most));
        args.addAll(List.of(settings.silence().toMillis(), WAITING, WAITING_TOLD));
        settings.pauses().forEach(pause -> args.add(pause.toMillis()));
        LuaReply reply = run(takeover, List.of(keys.out(shard)), args.toArray());
        return new Found(
                reply.text(0),
                IntStream.range(1, reply.size())
                        .mapToObj(index -> delivery(reply.nested(index)))
                        .toList());
    }

    private Delivery delivery(LuaReply entry) {
        ConversationId id = new ConversationId(entry.text(4));
        return new Delivery(
                id,
                entry.text(0),
                Math.toIntExact(entry.number(1)),
                Duration.ofMillis(entry.number(2)),
                entry.text(3).equals(WAITING_TOLD),
                entry.text(5),
                effect(id, entry.text(0), entry.bytes(6)));
    }

    private Optional<Effect> effect(ConversationId id, String entry, byte[] stored) {
        try {
            return Optional.of(json.readEffect(id, stored));
        } catch (IllegalStateException e) {
            log.warn("entry {}: {}", entry, e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public void put(ConversationId id, Effect effect) {
        run(
                put,
                List.of(keys.out(shard(id))),
                Node.GROUP,
                WAITING,
                id.value(),
                json.effect(id, effect),
                AT_ONCE.toMillis());
    }

    void finish(ConversationId id, String entry) {
        run(finish, List.of(keys.out(shard(id))), Node.GROUP, entry);
    }

    void bury(Delivery delivery) {
        int shard = shard(delivery.id());
        run(
                bury,
                List.of(keys.out(shard), keys.dead(shard)),
                Node.GROUP,
                delivery.entry(),
                DEAD_KEPT,
                DEAD_KEPT_FOR.toMillis());
    }

    /** Leaves an entry for a later attempt, by whichever node. */
    void park(Delivery delivery, boolean told) {
        move(shard(delivery.id()), told ? WAITING_TOLD : WAITING, Duration.ZERO, delivery);
    }

    /** Leaves an entry to whoever looks next. */
    void release(Delivery delivery) {
        String place = delivery.told() ? WAITING_TOLD : WAITING;
        move(shard(delivery.id()), place, AT_ONCE, delivery);
    }

    /** Shows that this node still works at these entries of one shard. */
    void hold(int shard, List<Delivery> deliveries) {
        move(shard, node.name(), Duration.ZERO, deliveries.toArray(Delivery[]::new));
    }

    private void move(int shard, String owner, Duration idle, Delivery... deliveries) {
        List<Object> args = new ArrayList<>();
        args.addAll(List.of(Node.GROUP, node.name(), owner, idle.toMillis()));
        for (Delivery delivery : deliveries) {
            args.add(delivery.entry());
        }
        run(hold, List.of(keys.out(shard)), args.toArray());
    }

    /** Forgets the names of nodes that are gone. */
    void sweep() {
        for (int shard = 0; shard < keys.shards(); shard++) {
            run(sweep, List.of(keys.out(shard)), Node.GROUP, GONE_FOR_GOOD.toMillis());
        }
    }

    int shard(ConversationId id) {
        return keys.shardOf(id.value());
    }

    private static LuaReply run(LuaScript script, List<String> keys, Object... args) {
        try {
            return script.run(keys, args);
        } catch (DataAccessException e) {
            throw new StorageException("Redis does not answer", e);
        }
    }
}
