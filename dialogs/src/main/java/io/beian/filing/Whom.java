package io.beian.filing;

import java.util.List;

/**
 * Whom a reason is about.
 *
 * @param people paths of responsible people, such as {@code sponsor.person}; empty if none is named
 * @param sites ids of sites; empty if none is named, which means every one
 * @param unit whether the sponsor itself is named, and not somebody who answers for it
 */
record Whom(List<String> people, List<String> sites, boolean unit) {

    static final Whom ANYBODY = new Whom(List.of(), List.of());

    Whom(List<String> people, List<String> sites) {
        this(people, sites, false);
    }
}
