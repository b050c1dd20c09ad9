package io.beian.dialogue;

import java.util.List;
import java.util.Optional;

/**
 * What to say, by name and arguments; {@code wording} makes the text of it.
 *
 * @param epoch the turn it belongs to; choices carry it
 * @param asks path of the question it asks, if any
 */
public record Reply(long epoch, List<Line> lines, List<Choice> choices, Optional<String> asks) {

    public static final Reply NONE = new Reply(0, List.of(), List.of(), Optional.empty());

    public boolean silent() {
        return lines.isEmpty();
    }
}
