package io.beian.dialogue;

import java.util.List;
import java.util.Optional;

/**
 * What to say, by name and arguments; {@code wording} makes the text of it.
 *
 * @param epoch the turn it belongs to; choices carry it
 * @param asks path of the question it asks, if any
 * @param notice what it is about, for ways that carry no free text
 * @param places the numbers its choices stand under; empty for 1, 2, 3 and so on
 */
public record Reply(
        long epoch,
        List<Line> lines,
        List<Choice> choices,
        Optional<String> asks,
        Optional<Notice> notice,
        List<Integer> places) {

    public static final Reply NONE = new Reply(0, List.of(), List.of(), Optional.empty());

    public Reply(long epoch, List<Line> lines, List<Choice> choices, Optional<String> asks) {
        this(epoch, lines, choices, asks, Optional.empty());
    }

    public Reply(
            long epoch,
            List<Line> lines,
            List<Choice> choices,
            Optional<String> asks,
            Optional<Notice> notice) {
        this(epoch, lines, choices, asks, notice, List.of());
    }

    /** The number a choice is shown under, by its index. */
    public int place(int index) {
        return places.isEmpty() ? index + 1 : places.get(index);
    }

    public boolean silent() {
        return lines.isEmpty();
    }
}
