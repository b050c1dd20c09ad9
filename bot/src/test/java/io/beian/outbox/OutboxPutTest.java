package io.beian.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.conversation.TestConversations;
import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Effect;
import io.beian.redis.Keys;
import io.beian.redis.Node;
import io.beian.redis.RedisServerExtension;
import io.beian.redis.Replication;
import io.beian.redis.TestRedis;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Effects that do not come from a turn. */
class OutboxPutTest {

    @RegisterExtension
    static final RedisServerExtension SERVER = new RedisServerExtension(TestRedis.installed());

    private static final ConversationId ID = new ConversationId("o-1");

    @Test
    void isTakenUpAtOnceByWhoeverLooksFirstAndByNobodyElse() {
        RedisOutbox writer = outbox("a");
        RedisOutbox other = outbox("b");

        writer.put(ID, new Effect.LookUp("c1"));
        writer.put(ID, new Effect.LookUp("c2"));
        List<Delivery> found = found(other);

        assertThat(found)
                .extracting(Delivery::effect)
                .containsExactly(
                        Optional.of(new Effect.LookUp("c1")), Optional.of(new Effect.LookUp("c2")));
        assertThat(found).extracting(Delivery::attempt).containsOnly(1);
        assertThat(found).extracting(Delivery::id).containsOnly(ID);
        assertThat(found(writer)).isEmpty();
        found.forEach(delivery -> other.finish(ID, delivery.entry()));
        assertThat(found(other)).isEmpty();
    }

    private static List<Delivery> found(RedisOutbox outbox) {
        return outbox.takeOver(outbox.shard(ID), "-", 10).deliveries();
    }

    private static RedisOutbox outbox(String node) {
        return new RedisOutbox(
                SERVER.redis().connections(),
                Replication.none(SERVER.redis().connections()),
                new Keys(4),
                new Node(node),
                TestConversations.SEALED,
                new OutboxSettings(
                        1,
                        10,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(30),
                        List.of(Duration.ofSeconds(5)),
                        10,
                        Duration.ofDays(3),
                        10,
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(1)));
    }
}
