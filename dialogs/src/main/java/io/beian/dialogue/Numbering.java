package io.beian.dialogue;

import io.beian.dialogue.Shown.Earlier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The numbers of what may be chosen. An answer to the filer begins with 1; what comes by itself
 * counts on behind what is on the screen, so that no number changes its meaning unseen.
 *
 * @param epoch the turn that taps name
 * @param choices all that may be chosen by number
 * @param places the numbers of the new ones
 * @param earlier which of them were shown with another question
 */
record Numbering(
        long epoch, List<Choice> choices, List<Integer> places, Optional<Earlier> earlier) {

    /** Nobody counts further; the list begins anew instead. */
    private static final int MOST = 60;

    static Numbering fresh(long epoch, List<Choice> choices) {
        return fresh(epoch, choices, Optional.empty());
    }

    /** From 1, where some of it is what was shown before. */
    static Numbering fresh(long epoch, List<Choice> choices, Optional<Earlier> past) {
        return new Numbering(epoch, List.copyOf(choices), List.of(), past);
    }

    /** Behind what is shown already; the same choice keeps its number. */
    static Numbering behind(Shown shown, long epoch, List<Choice> choices, Optional<String> asks) {
        if (shown.choices().isEmpty() || shown.choices().size() + choices.size() > MOST) {
            return fresh(epoch, choices);
        }
        boolean same = asks.equals(shown.asks());
        List<Choice> all = new ArrayList<>(shown.choices());
        List<Integer> places = new ArrayList<>();
        for (Choice choice : choices) {
            int known = place(shown, choice, same);
            if (known == 0) {
                all.add(choice);
            }
            places.add(known == 0 ? all.size() : known);
        }
        Optional<Earlier> earlier =
                same
                        ? shown.earlier()
                        : Optional.of(new Earlier(shown.choices().size(), asks(shown)));
        return new Numbering(shown.epoch(), List.copyOf(all), List.copyOf(places), earlier);
    }

    private static Optional<String> asks(Shown shown) {
        return shown.earlier().isPresent() ? Optional.empty() : shown.asks();
    }

    /** The number of a choice that means now what it meant then; 0 if there is none. */
    private static int place(Shown shown, Choice choice, boolean same) {
        return IntStream.rangeClosed(1, shown.choices().size())
                .filter(place -> shown.choices().get(place - 1).equals(choice))
                .filter(place -> (same && !shown.past(place)) || !answers(choice))
                .findFirst()
                .orElse(0);
    }

    /** Whether a choice answers the question it stands under, so that it answers no other. */
    static boolean answers(Choice choice) {
        return Command.read(choice.says())
                .filter(command -> !Command.ANSWERS.contains(command.kind()))
                .isEmpty();
    }
}
