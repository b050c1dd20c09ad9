package io.beian.dialogue;

import io.beian.form.Option;
import io.beian.form.Question;
import io.beian.form.Question.Trait;
import io.beian.form.Scope;
import io.beian.form.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Takes numbers as places in the list that was shown, and nothing else. What does not name a place
 * of it without doubt is asked about.
 */
final class Picking {

    /** 30.1.1 may be a day or an address where no option is picked. */
    private static final Pattern NUMBERS = Pattern.compile("[0-9０-９]+(?:[.．。/\\s-]+[0-9０-９]+)+");

    private Picking() {}

    /**
     * Takes a message that names places.
     *
     * @return what the one place it names says, to be taken as if it had been tapped
     */
    static Optional<String> one(Draft draft, Places places) {
        List<Choice> choices = draft.now().shown().choices();
        boolean one = places.sense() == Places.Sense.CLEAR && places.places().size() == 1;
        return one && within(places, choices)
                ? Optional.of(choices.get(places.places().get(0) - 1).says())
                : Optional.empty();
    }

    /** The places a message names, if it is nothing else and there is a list. */
    static Optional<Places> read(Draft draft, String text) {
        List<Choice> choices = draft.now().shown().choices();
        if (choices.isEmpty()) {
            return Optional.empty();
        }
        List<Option> options =
                open(draft).map(step -> step.entry().question().options()).orElse(List.of());
        return Places.read(text, choices.stream().map(c -> called(c, options)).toList());
    }

    /** Its label, and the other words of the option it stands for. */
    private static List<String> called(Choice choice, List<Option> options) {
        List<String> names = new ArrayList<>();
        names.add(choice.label());
        options.stream()
                .filter(option -> option.label().equals(choice.label()))
                .forEach(option -> names.addAll(option.words()));
        return names.stream().map(name -> Numerals.plain(name).toLowerCase(Locale.ROOT)).toList();
    }

    /**
     * Takes several places, or tells what is wrong with them.
     *
     * @return false if what is asked may be answered by several numbers, such as a date, so that
     *     the text speaks for itself
     */
    static boolean several(Draft draft, Places places, String text) {
        List<Choice> choices = draft.now().shown().choices();
        Optional<Step> open =
                open(draft).filter(step -> !step.entry().question().options().isEmpty());
        boolean alone = places.places().size() == 1 && places.sense() == Places.Sense.CLEAR;
        if (open.isEmpty() && !alone && NUMBERS.matcher(text).matches()) {
            return false;
        }
        if (!within(places, choices)) {
            noSuchPlace(draft, places);
        } else if (places.sense() != Places.Sense.CLEAR) {
            unclear(draft, "choice.unclear");
        } else if (open.isEmpty()) {
            unclear(draft, "choice.one");
        } else {
            take(draft, open.get(), places);
        }
        return true;
    }

    private static void take(Draft draft, Step open, Places places) {
        Question<?> question = open.entry().question();
        List<String> codes = codes(draft, open, places);
        if (!question.has(Trait.SEVERAL)) {
            unclear(draft, "choice.one");
        } else if (codes.size() < places.places().size()) {
            unclear(draft, "choice.unclear");
        } else {
            Answering.stored(draft, open, String.join(" ", codes));
        }
    }

    private static List<String> codes(Draft draft, Step open, Places places) {
        Scope scope = open.entry().scope(draft.scope(draft.active()));
        List<Option> offered = open.entry().question().offered(scope);
        List<Choice> choices = draft.now().shown().choices();
        return places.places().stream()
                .map(place -> choices.get(place - 1).label())
                .flatMap(label -> offered.stream().filter(o -> o.label().equals(label)).limit(1))
                .map(Option::code)
                .toList();
    }

    /** The question the list was shown with, if it still waits for an answer. */
    private static Optional<Step> open(Draft draft) {
        return draft.current().isEmpty() || draft.now().paused()
                ? Optional.empty()
                : Edits.open(draft)
                        .filter(
                                step ->
                                        draft.now()
                                                .shown()
                                                .asks()
                                                .filter(step.path()::equals)
                                                .isPresent());
    }

    private static boolean within(Places places, List<Choice> choices) {
        return places.places().stream().allMatch(place -> place >= 1 && place <= choices.size());
    }

    private static void noSuchPlace(Draft draft, Places places) {
        int most = draft.now().shown().choices().size();
        int number =
                places.places().stream()
                        .filter(place -> place > most || place < 1)
                        .findFirst()
                        .orElse(0);
        draft.say(Line.of("refused.choice").with("number", number).with("most", most));
        refused(draft, "choice");
    }

    private static void unclear(Draft draft, String code) {
        draft.say("refused." + code);
        refused(draft, code);
    }

    /** The list stays as it is. */
    private static void refused(Draft draft, String code) {
        draft.refused(code);
        draft.now().shown().choices().forEach(draft::offer);
        draft.now().shown().asks().ifPresent(draft::asks);
    }
}
