package io.beian.privacy;

/** A place where sealed bytes are kept for longer than a key may be. */
public interface SealedPlace {

    /** What is kept there, in a word for the log. */
    String name();

    /**
     * Seals anew what is not sealed with the current key; what changes meanwhile is sealed anew by
     * whoever changes it.
     */
    Tally reseal();

    /**
     * What came of it.
     *
     * @param sealed how many were sealed anew
     * @param left how many are still under another key or under none; they go by themselves, or
     *     cannot be read
     */
    record Tally(long sealed, long left) {

        public static final Tally NOTHING = new Tally(0, 0);

        public Tally plus(Tally more) {
            return new Tally(sealed + more.sealed, left + more.left);
        }
    }
}
