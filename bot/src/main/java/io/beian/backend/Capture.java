package io.beian.backend;

import java.util.List;

/** What the backend says to a capture code (采集码). */
public sealed interface Capture {

    /** The pictures, in the order they were taken. */
    record Taken(List<Picture> pictures) implements Capture {}

    /**
     * There is nothing to be had: {@code unknown}, {@code used} in another order, {@code expired}.
     */
    record Nothing(String why) implements Capture {}

    /**
     * A picture.
     *
     * @param slot path or id of the question it was taken for
     */
    record Picture(String slot, String sha256) {}
}
