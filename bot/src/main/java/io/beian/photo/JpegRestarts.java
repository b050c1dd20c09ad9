package io.beian.photo;

/**
 * Watches the restart markers of a scan (ITU-T T.81, B.2.1 and E.1.4). Where the header promises
 * them they part all of the data, numbered from 0 to 7 over and over; a decoder that misses one
 * passes over data until it finds another.
 */
final class JpegRestarts {

    private final long wanted;
    private long found;
    private boolean inOrder = true;

    /**
     * Begins a scan.
     *
     * @param units of its data
     * @param interval units between two markers; 0 if there are none
     */
    JpegRestarts(long units, int interval) {
        wanted = interval == 0 ? 0 : (units - 1) / interval;
    }

    /** Takes note of a marker; what comes after the last one wanted is padding. */
    void see(int number) {
        inOrder &= found >= wanted || number == found % 8;
        found++;
    }

    boolean complete() {
        return inOrder && found >= wanted;
    }
}
