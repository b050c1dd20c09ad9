package io.beian.filing;

import java.util.List;

/**
 * Whom a reason is about.
 *
 * @param people paths of responsible people, such as {@code sponsor.person}; empty if none is named
 * @param sites ids of sites; empty if none is named, which means every one
 */
record Whom(List<String> people, List<String> sites) {

    static final Whom ANYBODY = new Whom(List.of(), List.of());
}
