package io.beian.outbox;

import io.beian.conversation.Inbox;
import io.beian.conversation.Incoming;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Remembers what was delivered; can be told to fail. */
final class RecordingInbox implements Inbox {

    private final List<Incoming> delivered = new ArrayList<>();
    private Optional<Runnable> failure = Optional.empty();

    @Override
    public synchronized void deliver(Incoming incoming) {
        delivered.add(incoming);
        failure.ifPresent(Runnable::run);
    }

    /** From now on this happens with each delivery, after it was noted; empty for nothing. */
    synchronized void fail(Optional<Runnable> how) {
        failure = how;
    }

    synchronized List<Incoming> delivered() {
        return List.copyOf(delivered);
    }

    List<String> keys() {
        return delivered().stream().map(Incoming::messageKey).toList();
    }
}
