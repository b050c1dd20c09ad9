package io.beian.backend;

import io.beian.conversation.Inbox;
import io.beian.conversation.Incoming;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings an event to the conversation its order belongs to, pushed or fetched alike. */
final class EventIntake {

    private static final Logger LOG = LoggerFactory.getLogger(EventIntake.class);

    private final OrderIndex index;
    private final Inbox inbox;
    private final InstantSource clock;

    EventIntake(OrderIndex index, Inbox inbox, InstantSource clock) {
        this.index = index;
        this.inbox = inbox;
        this.clock = clock;
    }

    /**
     * Returns once the event is committed; one that is not for us is passed over.
     *
     * @param id the same on every way the event may come
     */
    void take(String id, OrderEvent event) {
        if (!event.type().equals(OrderEvent.MOVED)) {
            LOG.info("event of type {} passed over", event.type().replaceAll("[^\\w.-]", "?"));
            return;
        }
        index.find(event.order().number())
                .map(
                        to ->
                                new Incoming(
                                        to,
                                        "event:" + id,
                                        event.order().moved(),
                                        clock.instant(),
                                        Optional.empty()))
                .ifPresentOrElse(inbox::deliver, () -> LOG.info("event of an unknown order"));
    }
}
