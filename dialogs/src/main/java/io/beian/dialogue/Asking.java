package io.beian.dialogue;

import io.beian.form.Entry;
import io.beian.form.Fact;
import io.beian.form.Option;
import io.beian.form.Place;
import io.beian.form.Question;
import io.beian.form.Question.Trait;
import io.beian.form.Scope;
import io.beian.form.Step;
import io.beian.form.Voice;
import io.beian.form.Walk;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Says where a case stands: asks the open question, confirms proposals, shows the check list. */
final class Asking {

    /** Tappable options beyond this are typed instead: links are long and a reply is short. */
    private static final int MOST_OPTIONS = 9;

    /** A look-up that takes longer than this was lost and may be started again. */
    private static final Duration LOOK_UP_PATIENCE = Duration.ofMinutes(1);

    private Asking() {}

    /** The question in focus, or the first of the walk that wants something. */
    static Optional<Step> open(Case of, Walk walk, Optional<Focus> focus) {
        return focus.flatMap(f -> walk.at(f.path())).or(() -> returned(of, walk)).or(walk::next);
    }

    /** In an order that was sent back, the answers the reviewer named come first. */
    static Optional<Step> returned(Case of, Walk walk) {
        return of.phase() instanceof Phase.Returned back
                ? back.problems().stream()
                        .flatMap(problem -> walk.at(problem.field()).stream())
                        .findFirst()
                : Optional.empty();
    }

    /** Adds to the draft whatever the filer is to do next. */
    static void next(Draft draft) {
        if (draft.current().isEmpty()) {
            draft.say("idle");
            draft.offer("备案");
            return;
        }
        Case of = draft.active();
        Phase phase = of.phase();
        if (phase instanceof Phase.Matching matching) {
            matching(draft, of, matching);
        } else if (phase instanceof Phase.Filling
                || phase instanceof Phase.Reviewing
                || phase instanceof Phase.Returned) {
            filling(draft, of);
        } else {
            Status.tell(draft, of);
        }
    }

    private static void matching(Draft draft, Case of, Phase.Matching matching) {
        if (matching.blocked().isPresent() && draft.now().focus().isEmpty()) {
            blocked(draft, of, matching);
            return;
        }
        Walk walk = draft.walk(of);
        Optional<Step> open = open(of, walk, draft.now().focus());
        if (open.isPresent()) {
            ask(draft, open.get(), walk);
        } else {
            lookUp(draft, of, matching);
        }
    }

    private static void blocked(Draft draft, Case of, Phase.Matching matching) {
        matching.blocked().ifPresent(draft::say);
        matching.offers().forEach(draft::offer);
        draft.walk(of).steps().stream()
                .filter(step -> !step.entry().question().has(Trait.INTERNAL))
                .filter(s -> matching.reopen().isEmpty() || matching.reopen().contains(s.path()))
                .forEach(step -> draft.offer("改 " + Naming.name(step)));
        draft.offer("重新核对");
    }

    private static void lookUp(Draft draft, Case of, Phase.Matching matching) {
        Optional<Instant> since = matching.lookingSince();
        if (since.isEmpty() || since.get().plus(LOOK_UP_PATIENCE).isBefore(draft.at)) {
            draft.phase(Phase.Matching.looking(draft.at));
            draft.effect(new Effect.LookUp(of.id()));
        }
        draft.say("match.looking");
    }

    private static void filling(Draft draft, Case of) {
        Optional<TrayPhoto> waiting = Tray.asked(draft);
        if (waiting.isPresent()) {
            Tray.ask(draft, waiting.get());
            return;
        }
        Walk walk = draft.walk(of);
        Optional<Step> open = open(of, walk, draft.now().focus());
        if (open.isEmpty()) {
            Review.show(draft, of, walk);
        } else if (open.get().state() == Step.State.PROPOSED && draft.now().focus().isEmpty()) {
            new Proposals(draft, walk).show();
        } else {
            ask(draft, open.get(), walk);
        }
    }

    static String shown(Draft draft, Step step) {
        Optional<Fact> fact = draft.active().facts().at(step.path());
        Optional<String> text =
                fact.isEmpty()
                        ? step.entry().usual(draft.scope(draft.active()))
                        : fact.filter(f -> !f.skipped()).map(Fact::value);
        return text.map(t -> display(draft, step.entry(), t)).orElse("");
    }

    /** A canonical text as people read it: the label of an option, the mask of a number. */
    static String display(Draft draft, Entry entry, String text) {
        Question<?> question = entry.question();
        if (question.has(Trait.PICTURE)) {
            return Slots.told(draft.walk(draft.active()), text);
        }
        return question.options().stream()
                .filter(option -> option.code().equals(text))
                .map(Option::label)
                .findFirst()
                .orElseGet(() -> question.mask(text, entry.scope(draft.scope(draft.active()))));
    }

    private static void ask(Draft draft, Step step, Walk walk) {
        heading(draft, step, walk);
        Returning.ask(draft, step);
        step.refusal()
                .filter(refusal -> step.state() == Step.State.REFUSED)
                .ifPresent(
                        refusal ->
                                draft.say(new Line("refused." + refusal.code(), refusal.args())));
        Voice voice = voice(draft, step.entry());
        hints(draft, step);
        draft.say(new Line(voice.id() + ".ask", voice.words()).with("value", shown(draft, step)));
        current(draft, step);
        options(draft, step);
        step.refusal().ifPresent(refusal -> Insisting.offer(draft, step, refusal));
        draft.asks(step.path());
    }

    static Voice voice(Draft draft, Entry entry) {
        return entry.voice(draft.scope(draft.active()));
    }

    private static void hints(Draft draft, Step step) {
        Scope scope = step.entry().scope(draft.scope(draft.active()));
        step.entry()
                .question()
                .manner()
                .hints()
                .apply(scope)
                .forEach(hint -> draft.say(new Line("hint." + hint.code(), hint.words())));
    }

    /** When an answer is being changed, the one that holds until then is shown. */
    private static void current(Draft draft, Step step) {
        boolean changing =
                draft.now().focus().filter(f -> f.path().equals(step.path())).isPresent();
        String shown = shown(draft, step);
        if (changing && !shown.isEmpty()) {
            draft.say(Line.of("change.current").with("value", shown));
        }
    }

    /** Says when another part of the order begins, or another site. */
    private static void heading(Draft draft, Step step, Walk walk) {
        Optional<Place> place = step.entry().place().filter(Place::several);
        boolean focused = draft.now().focus().isPresent();
        boolean same = asked(draft, walk).filter(last -> together(last, step)).isPresent();
        boolean matching = step.entry().part().stage().equals(Procedure.MATCH);
        if (!same && !matching && !focused) {
            Line line = part(step, walk);
            draft.say(place.map(p -> line.in(p)).orElse(line));
        } else if (focused || !same) {
            place.ifPresent(p -> draft.say(Line.of("section").in(p)));
        }
    }

    private static Optional<Step> asked(Draft draft, Walk walk) {
        Shown shown = draft.now().shown();
        return shown.asks().or(shown::before).flatMap(walk::at);
    }

    private static boolean together(Step one, Step other) {
        return one.entry().section().equals(other.entry().section())
                && one.entry().instance().equals(other.entry().instance());
    }

    private static Line part(Step step, Walk walk) {
        String entered = step.entry().section();
        List<String> sections =
                walk.steps().stream()
                        .filter(s -> !s.entry().part().stage().equals(Procedure.MATCH))
                        .map(s -> s.entry().section())
                        .distinct()
                        .toList();
        return Line.of("section.enter")
                .with("n", sections.indexOf(entered) + 1L)
                .with("total", sections.size())
                .with("section", entered);
    }

    /** What may be tapped at a question, in the same order however often it is asked. */
    static void options(Draft draft, Step step) {
        Question<?> question = step.entry().question();
        Scope scope = step.entry().scope(draft.scope(draft.active()));
        List<Option> options = question.offered(scope);
        if (options.size() <= MOST_OPTIONS) {
            options.forEach(option -> draft.offer(option.label()));
        }
        question.suggested(scope).forEach(draft::offer);
        if (question.has(Trait.OPTIONAL)) {
            draft.offer("跳过");
        }
    }
}
