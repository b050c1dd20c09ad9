package io.beian.dialogue;

import java.util.Optional;

/**
 * The one answer being given out of order. Losing it is harmless: the walk goes on by itself.
 *
 * @param adding for pictures: whether the next one is put beside the others or replaces them
 * @param instead for pictures: the one that the next takes the place of, empty for all of the kind
 */
public record Focus(String path, boolean adding, Optional<String> instead) {

    public Focus(String path, boolean adding) {
        this(path, adding, Optional.empty());
    }
}
