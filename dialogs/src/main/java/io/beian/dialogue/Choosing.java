package io.beian.dialogue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Takes what was tapped or chosen by its number. */
final class Choosing {

    private Choosing() {}

    static void tapped(Draft draft, Input.Tapped tapped) {
        Shown shown = draft.now().shown();
        List<Choice> choices = shown.choices();
        boolean there = tapped.option() >= 1 && tapped.option() <= choices.size();
        if (there && tapped.epoch() == shown.epoch() && !past(shown, tapped.option())) {
            Dialogue.text(draft, choices.get(tapped.option() - 1).says());
            return;
        }
        Stream.of(tapped.shows().orElse(""), tapped.text())
                .filter(words -> Command.read(words).filter(Command::shows).isPresent())
                .findFirst()
                .ifPresentOrElse(words -> Dialogue.text(draft, words), () -> stale(draft, tapped));
    }

    /**
     * A number does what stands under it. It never hands an order in by itself: counting through
     * the pages of a preview must not end with that.
     */
    static void numbered(Draft draft, int place) {
        Shown shown = draft.now().shown();
        Choice choice = shown.choices().get(place - 1);
        if (past(shown, place)) {
            Optional<String> about = shown.earlier().flatMap(Shown.Earlier::asks);
            stale(draft, new Input.Tapped(shown.epoch(), place, choice.label(), about));
        } else if (submits(choice) && !Review.asked(shown)) {
            Review.sure(draft);
        } else {
            Dialogue.text(draft, choice.says());
        }
    }

    private static boolean submits(Choice choice) {
        return Command.read(choice.says())
                .filter(command -> command.kind() == Command.Kind.SUBMIT)
                .isPresent();
    }

    /** Whether it would answer, but another question than the one that is asked now. */
    private static boolean past(Shown shown, int place) {
        return shown.past(place) && Numbering.answers(shown.choices().get(place - 1));
    }

    /** Whether it only shows something that its label does not name. */
    static boolean shows(Choice choice) {
        return !choice.label().equals(choice.says())
                && Command.read(choice.says()).filter(Command::shows).isPresent();
    }

    /** An old option never answers a newer question; it may change the one it was shown with. */
    private static void stale(Draft draft, Input.Tapped tapped) {
        draft.outcome("stale");
        draft.say("tap.old");
        draft.current()
                .filter(of -> Edits.editable(of.phase()))
                .filter(of -> Command.read(tapped.text()).isEmpty())
                .flatMap(of -> tapped.about().flatMap(draft.walk(of)::at))
                .ifPresentOrElse(
                        step -> {
                            String change = "改 " + Naming.name(step) + " " + tapped.text();
                            draft.offer(new Choice(change, change));
                            draft.offer("继续");
                        },
                        () -> Asking.next(draft));
    }
}
