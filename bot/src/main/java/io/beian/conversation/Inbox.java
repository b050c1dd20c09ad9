package io.beian.conversation;

/** Takes inputs that do not come over the webhook: results of effects, reminders, events. */
public interface Inbox {

    /**
     * Applies an input once, however often it is delivered.
     *
     * @throws StorageException if it could not be applied now and has to be delivered again
     */
    void deliver(Incoming incoming);
}
