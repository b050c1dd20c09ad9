package io.beian.dialogue;

/**
 * The one answer being given out of order. Losing it is harmless: the walk goes on by itself.
 *
 * @param adding for pictures: whether the next one is put beside the others or replaces them
 */
public record Focus(String path, boolean adding) {}
