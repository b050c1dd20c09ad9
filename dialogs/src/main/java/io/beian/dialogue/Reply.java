package io.beian.dialogue;

import java.util.List;
import java.util.Optional;

/**
 * What to say, by name and arguments; {@code wording} makes the text of it.
 *
 * @param epoch the turn it belongs to; choices carry it
 * @param asks path of the question it asks, if any
 * @param notice what it is about, for ways that carry no free text
 */
public record Reply(
        long epoch,
        List<Line> lines,
        List<Choice> choices,
        Optional<String> asks,
        Optional<Notice> notice) {

    public static final Reply NONE = new Reply(0, List.of(), List.of(), Optional.empty());

    public Reply(long epoch, List<Line> lines, List<Choice> choices, Optional<String> asks) {
        this(epoch, lines, choices, asks, Optional.empty());
    }

    public boolean silent() {
        return lines.isEmpty();
    }
}
