package io.beian.dialogue;

import io.beian.form.Form;
import io.beian.form.Step;
import io.beian.form.Walk;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A conversation that began with an earlier form goes on with the present one. */
final class FormChange {

    private FormChange() {}

    /** What was stored under a former name is stored under the present one from now on. */
    static Conversation renamed(Conversation stored, Form form) {
        if (form.aliases().isEmpty()) {
            return stored;
        }
        Conversation now = stored;
        for (Case of : stored.cases()) {
            List<Change> history =
                    of.history().stream()
                            .map(c -> new Change(form.renamed(c.path()), c.before(), c.turn()))
                            .toList();
            now =
                    now.put(
                            of.with(form.renamed(of.facts()))
                                    .remembering(history)
                                    .in(renamed(of.phase(), form)));
        }
        return now.focus(now.focus().map(f -> new Focus(form.renamed(f.path()), f.adding())))
                .looking(renamed(now.shown(), form));
    }

    private static Phase renamed(Phase phase, Form form) {
        if (!(phase instanceof Phase.Returned back)) {
            return phase;
        }
        List<Problem> problems =
                back.problems().stream()
                        .map(
                                p ->
                                        new Problem(
                                                form.renamed(p.field()),
                                                p.code(),
                                                p.text(),
                                                p.blocking(),
                                                p.args()))
                        .toList();
        Map<String, String> before = new HashMap<>();
        back.before().forEach((path, text) -> before.put(form.renamed(path), text));
        return back.left(problems, before);
    }

    private static Shown renamed(Shown shown, Form form) {
        return new Shown(
                shown.epoch(),
                shown.at(),
                shown.asks().map(form::renamed),
                shown.before().map(form::renamed),
                shown.choices(),
                shown.refusal(),
                shown.doubted());
    }

    /**
     * How many questions have come up in front of where the filer stood. Between two turns nothing
     * else puts a question before the one that was asked.
     */
    static long added(Draft draft, Case of, Walk walk) {
        Optional<String> asked = draft.now().shown().asks();
        boolean filling = of.phase() instanceof Phase.Filling;
        boolean reviewing = of.phase() instanceof Phase.Reviewing;
        boolean known = asked.flatMap(walk::at).filter(step -> !step.done()).isPresent();
        if (draft.now().focus().isPresent() || !(known || (reviewing && asked.isEmpty()))) {
            return 0;
        }
        return filling || reviewing
                ? walk.steps().stream()
                        .takeWhile(step -> asked.filter(step.path()::equals).isEmpty())
                        .filter(step -> step.state() == Step.State.OPEN)
                        .filter(step -> of.facts().at(step.path()).isEmpty())
                        .count()
                : 0;
    }

    /** The question the filer has before the eyes, if it still wants an answer. */
    static Optional<Step> seen(Draft draft, Walk walk) {
        return draft.now().focus().isPresent()
                ? Optional.empty()
                : draft.now().shown().asks().flatMap(walk::at).filter(step -> !step.done());
    }

    /** Whether the question the filer answers is not asked any more. */
    static boolean gone(Draft draft, Walk walk) {
        return draft.now().focus().isEmpty()
                && draft.now()
                        .shown()
                        .asks()
                        .filter(path -> path.indexOf('.') > 0 && walk.at(path).isEmpty())
                        .isPresent();
    }
}
