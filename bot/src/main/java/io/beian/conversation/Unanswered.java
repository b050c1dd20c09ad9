package io.beian.conversation;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import io.beian.dialogue.ConversationId;
import java.time.Duration;

/**
 * Messages of which this node does not know whether they were written. Who was asked to come again
 * and sends the very same sends it under another name; it is taken under the first one, so that it
 * is no answer to the next question. On another node it is not known; there the person is told to
 * ask where things stand.
 */
final class Unanswered {

    private static final int MOST = 10_000;
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final Cache<ConversationId, Incoming> open = cache();
    private final Cache<String, String> names = cache();
    private final Cache<String, Boolean> done = cache();

    private static <K, V> Cache<K, V> cache() {
        return CacheBuilder.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();
    }

    /** Unless another delivery of it was answered meanwhile. */
    void add(Incoming incoming) {
        if (done.getIfPresent(incoming.messageKey()) == null) {
            open.put(incoming.id(), incoming);
        }
    }

    /** Whatever the person sends from now on is no repeat. */
    void answered(Incoming incoming) {
        done.put(incoming.messageKey(), true);
        open.invalidate(incoming.id());
    }

    /** The message under the name it came by first. */
    Incoming byFirstName(Incoming incoming) {
        Incoming earlier = open.getIfPresent(incoming.id());
        if (earlier != null && earlier.input().equals(incoming.input())) {
            names.put(incoming.messageKey(), earlier.messageKey());
        }
        String name = names.getIfPresent(incoming.messageKey());
        return name == null
                ? incoming
                : new Incoming(
                        incoming.id(),
                        name,
                        incoming.input(),
                        incoming.arrived(),
                        incoming.cause());
    }
}
