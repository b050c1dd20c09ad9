package io.beian.backend;

/** How far the event feed has been read. */
public interface EventCursor {

    /** Empty at the beginning. */
    String read();

    void write(String cursor);
}
