package io.beian.conversation;

/** Takes an input to its conversation; returns once the turn is committed. */
public interface Inbox {

    void deliver(Incoming incoming);
}
