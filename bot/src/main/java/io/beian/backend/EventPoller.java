package io.beian.backend;

/** Fetches what the push did not bring. */
final class EventPoller {

    private final FilingBackend backend;
    private final EventIntake intake;
    private final EventCursor cursor;

    EventPoller(FilingBackend backend, EventIntake intake, EventCursor cursor) {
        this.backend = backend;
        this.intake = intake;
        this.cursor = cursor;
    }

    /** The cursor moves on only after a whole page is committed; repeats change nothing. */
    void tick() {
        EventPage page;
        do {
            String from = cursor.read();
            page = backend.events(from);
            page.events().forEach(event -> intake.take(event.id(), event));
            if (!page.next().equals(from)) {
                cursor.write(page.next());
            }
        } while (page.more());
    }
}
