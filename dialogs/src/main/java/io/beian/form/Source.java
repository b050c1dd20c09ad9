package io.beian.form;

/** Where an answer comes from. */
public enum Source {
    /** Written or tapped by the filer. */
    TYPED,
    /** Found in a block of text that held several answers. */
    RECOGNISED,
    /** Read from a photo. */
    PHOTO,
    /** Taken from data that is already filed. */
    PREFILLED,
    /** Taken over from another answer. */
    COPIED,
    /** Passed over by the filer where that is allowed. */
    SKIPPED,
    /** Set by the dialogue itself: group instances, the result of matching. */
    SYSTEM
}
