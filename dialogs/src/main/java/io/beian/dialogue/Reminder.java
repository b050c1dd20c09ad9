package io.beian.dialogue;

import java.time.Instant;

/**
 * Something to be told by itself at a time, or done.
 *
 * @param key names it within its case; the same again only when it starts anew
 * @param what which sentence it is
 * @param at when
 * @param until when it is of no use any more
 */
record Reminder(String key, What what, Instant at, Instant until) {

    /** What it is about. */
    enum What {
        UNFINISHED,
        CLOSES_TOMORROW,
        /** Closes the draft. */
        CLOSE,
        RETURNED,
        VERIFY,
        SMS,
        HALF_TIME,
        OVERDUE,
        FOOTER,
        POLICE,
        EXPIRES
    }

    boolean closes() {
        return what == What.CLOSE;
    }

    /** Whether it is told although the person wants no reminders: it is news. */
    boolean news() {
        return closes();
    }
}
