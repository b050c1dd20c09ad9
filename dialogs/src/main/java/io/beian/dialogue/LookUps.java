package io.beian.dialogue;

import io.beian.form.Facts;
import java.util.List;
import java.util.Optional;

/** Takes in what a look-up found: it opens the order, asks more, stops, or leads elsewhere. */
final class LookUps {

    /** What a filer's order that is not known here is called until the backend has told. */
    private static final String UNKNOWN = "UNKNOWN";

    private LookUps() {}

    static Optional<Case> looking(Draft draft, String caseId) {
        return draft.now()
                .find(caseId)
                .filter(
                        of ->
                                of.phase() instanceof Phase.Matching matching
                                        && matching.lookingSince().isPresent());
    }

    static Turn take(Draft draft, Input.LookedUp looked) {
        Optional<Case> of = looking(draft, looked.caseId());
        return of.isPresent() ? matched(draft, of.get(), looked) : later(draft, looked);
    }

    private static Turn matched(Draft draft, Case of, Input.LookedUp looked) {
        Procedure.Match match =
                draft.procedure.match(of.facts(), looked.found(), draft.today(), draft.turn());
        if (match instanceof Procedure.Match.Opened opened) {
            return opened(draft, of.with(opened.facts()), opened.why());
        }
        if (match instanceof Procedure.Match.Led led) {
            return led(draft, of, led.orderNumber());
        }
        if (match instanceof Procedure.Match.AskMore more) {
            draft.put(of.with(more.facts()).in(Phase.Matching.OPEN));
            more.why().forEach(draft::say);
            draft.outcome("match:more");
        } else {
            draft.put(of.in(Phase.Matching.stopped((Procedure.Match.Blocked) match)));
            draft.outcome("match:blocked");
        }
        return World.goOn(draft, of.id());
    }

    private static Turn opened(Draft draft, Case of, List<Line> why) {
        Optional<Case> other = rival(draft, of);
        if (other.isPresent()) {
            draft.outcome("match:same");
            draft.say(draft.procedure.leadingOn(of.facts()));
            return into(draft, of, other.get());
        }
        draft.put(of.remembering(List.of()).in(new Phase.Filling()));
        why.forEach(draft::say);
        draft.outcome("match:opened");
        return World.goOn(draft, of.id());
    }

    /** Another case of this person that is under way and allows no second one beside it. */
    static Optional<Case> rival(Draft draft, Case of) {
        Optional<String> name = draft.procedure.exclusive(of.facts());
        return draft.now().cases().stream()
                .filter(c -> !c.id().equals(of.id()) && underWay(c.phase()))
                .filter(c -> name.isPresent() && draft.procedure.exclusive(c.facts()).equals(name))
                .findFirst();
    }

    private static boolean underWay(Phase phase) {
        return phase instanceof Phase.Filling
                || phase instanceof Phase.Reviewing
                || phase instanceof Phase.Submitting
                || phase instanceof Phase.Tracking
                || phase instanceof Phase.Returned;
    }

    /** An order that is under way is gone on with; if nothing is known of it, it is asked about. */
    private static Turn led(Draft draft, Case of, String order) {
        draft.outcome("match:led");
        draft.say(Line.of("match.led").with("order", order));
        draft.effect(new Effect.Refresh(order));
        Optional<Case> known = draft.now().byOrder(order);
        if (known.isPresent()) {
            return into(draft, of, known.get());
        }
        draft.put(
                of.remembering(List.of())
                        .in(new Phase.Tracking(order, 0, UNKNOWN, draft.at, List.of())));
        return World.goOn(draft, of.id());
    }

    /** The new case came to nothing; where it was talked about, the other one is now. */
    private static Turn into(Draft draft, Case dropped, Case other) {
        boolean talkedAbout = draft.now().active().filter(dropped.id()::equals).isPresent();
        draft.now(draft.now().without(dropped.id()));
        if (talkedAbout) {
            draft.now(draft.now().active(Optional.of(other.id())).focus(Optional.empty()));
        }
        return World.goOn(draft, other.id());
    }

    /** Answers that came after matching are only noted, unless they spoil the order. */
    private static Turn later(Draft draft, Input.LookedUp looked) {
        Optional<Case> found = draft.now().find(looked.caseId()).filter(of -> open(of.phase()));
        if (found.isEmpty()) {
            draft.outcome("match:late");
            return draft.silent();
        }
        Case of = found.get();
        Facts noted = draft.procedure.noted(of.facts(), looked.found(), draft.turn());
        draft.put(of.with(noted));
        draft.outcome("match:checked");
        List<Problem> before = draft.procedure.problems(of.facts(), draft.today());
        List<Problem> worse =
                draft.procedure.problems(noted, draft.today()).stream()
                        .filter(problem -> problem.blocking() && !before.contains(problem))
                        .toList();
        return worse.isEmpty() ? draft.silent() : spoilt(draft, of.with(noted), worse);
    }

    static boolean open(Phase phase) {
        return phase instanceof Phase.Filling
                || phase instanceof Phase.Reviewing
                || phase instanceof Phase.Returned;
    }

    private static Turn spoilt(Draft draft, Case of, List<Problem> worse) {
        boolean talkedAbout = draft.now().active().filter(of.id()::equals).isPresent();
        boolean listed = talkedAbout && of.phase() instanceof Phase.Reviewing;
        if (!listed) {
            worse.forEach(problem -> Review.problem(draft, draft.walk(of), problem));
        }
        return World.goOn(draft, of.id());
    }

    /** A turn that brought answers to be looked up has them looked up beside the talk. */
    static void again(Draft draft, Conversation before) {
        Optional<Case> now = draft.current().filter(of -> open(of.phase()));
        List<String> wanted =
                now.map(of -> draft.procedure.unchecked(of.facts())).orElse(List.of());
        boolean known =
                now.flatMap(of -> before.find(of.id()))
                        .filter(of -> open(of.phase()))
                        .map(of -> draft.procedure.unchecked(of.facts()))
                        .filter(wanted::equals)
                        .isPresent();
        if (!wanted.isEmpty() && !known) {
            draft.effect(new Effect.LookUp(now.orElseThrow().id()));
        }
    }
}
