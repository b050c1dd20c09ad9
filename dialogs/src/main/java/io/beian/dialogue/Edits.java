package io.beian.dialogue;

import io.beian.form.Fact;
import io.beian.form.Facts;
import io.beian.form.Place;
import io.beian.form.Question.Trait;
import io.beian.form.Source;
import io.beian.form.Step;
import io.beian.form.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Commands that go back to an answer: 上一步, 改, 撤回, 跳过. */
final class Edits {

    /** So many answers of one name are offered; the others are named together with their site. */
    private static final int OFFERED = 20;

    private Edits() {}

    static Optional<Step> open(Draft draft) {
        Case of = draft.active();
        boolean asking = Reminders.unfinished(of.phase()) || of.phase() instanceof Phase.Matching;
        return asking ? Asking.open(of, draft.walk(of), draft.now().focus()) : Optional.empty();
    }

    static void back(Draft draft) {
        Case of = draft.active();
        if (!editable(of.phase())) {
            draft.say("back.closed");
            Asking.next(draft);
            return;
        }
        Walk walk = draft.walk(of);
        Optional<Step> here = Asking.open(of, walk, draft.now().focus());
        Optional<Step> previous =
                here.map(step -> walk.before(step.path()))
                        .orElseGet(() -> walk.steps().stream().reduce((a, b) -> b));
        previous.filter(step -> changeable(draft, of, step))
                .ifPresentOrElse(
                        step -> draft.now(focused(draft, step)), () -> draft.say("back.first"));
        Asking.next(draft);
    }

    private static Conversation focused(Draft draft, Step step) {
        return draft.now().focus(Optional.of(new Focus(step.path(), false)));
    }

    static boolean changeable(Draft draft, Case of, Step step) {
        boolean free = of.phase() instanceof Phase.Matching || !matchedBy(draft, of, step);
        return free
                && Returning.open(of.phase(), step.path())
                && !step.entry().question().has(Trait.INTERNAL);
    }

    /** What the match was made from stays; a domain that came later is free. */
    private static boolean matchedBy(Draft draft, Case of, Step step) {
        long matched = of.facts().at(Procedure.MATCHED).map(Fact::turn).orElse(Long.MAX_VALUE);
        return step.entry().question().has(Trait.FROZEN)
                && !draft.procedure.changeable(of.facts(), step.path())
                && of.facts().at(step.path()).filter(f -> f.turn() <= matched).isPresent();
    }

    static boolean editable(Phase phase) {
        return phase instanceof Phase.Matching || Reminders.unfinished(phase);
    }

    static void change(Draft draft, String what) {
        Case of = draft.active();
        if (!editable(of.phase())) {
            draft.say("change.closed");
            Asking.next(draft);
            return;
        }
        Naming.Meant named = new Naming(draft.walk(of)).meant(what);
        List<Step> meant = named.steps();
        boolean said = !named.value().isEmpty();
        if (said && meant.size() == 1 && changeable(draft, of, meant.get(0))) {
            draft.now(focused(draft, meant.get(0)));
            Answering.text(draft, named.value());
        } else {
            change(draft, of, named, what);
        }
    }

    private static void change(Draft draft, Case of, Naming.Meant named, String what) {
        List<Step> meant = named.steps();
        if (meant.size() == 1 && changeable(draft, of, meant.get(0))) {
            draft.now(focused(draft, meant.get(0)));
            Asking.next(draft);
        } else if (meant.size() == 1) {
            boolean closed = !Returning.open(of.phase(), meant.get(0).path());
            draft.say(
                    Line.of(closed ? "change.onlyVerify" : "change.frozen")
                            .about(meant.get(0).entry(), draft.scope()));
            Asking.next(draft);
        } else if (meant.isEmpty()) {
            draft.say(what.isEmpty() ? "change.how" : "change.unknown");
            draft.offer("预览");
            draft.offer("继续");
        } else {
            draft.say("change.which");
            meant.stream().limit(OFFERED).forEach(step -> offer(draft, step, named.value()));
        }
    }

    private static void offer(Draft draft, Step step, String value) {
        String change = "改 " + Naming.name(step) + (value.isEmpty() ? "" : " " + value);
        draft.offer(new Choice(Naming.label(step), change));
    }

    static void undo(Draft draft) {
        Case of = draft.active();
        if (!editable(of.phase()) || of.history().isEmpty()) {
            draft.say("undo.none");
            Asking.next(draft);
            return;
        }
        List<Change> history = new ArrayList<>(of.history());
        long turn = history.get(history.size() - 1).turn();
        Facts facts = of.facts();
        String path = "";
        while (!history.isEmpty() && history.get(history.size() - 1).turn() == turn) {
            Change last = history.remove(history.size() - 1);
            path = last.path();
            facts = facts.restored(path, last.before().orElse(null));
        }
        List<Place> records = new Records(draft).places();
        Phase phase = of.phase() instanceof Phase.Reviewing ? new Phase.Filling() : of.phase();
        Phase opened = phase instanceof Phase.Matching ? Phase.Matching.OPEN : phase;
        draft.put(of.with(facts).remembering(history).in(opened));
        draft.now(draft.now().focus(Optional.empty()));
        draft.walk(draft.active())
                .at(path)
                .ifPresentOrElse(
                        step -> draft.say(Line.of("undo.done").about(step.entry(), draft.scope())),
                        () -> draft.say("undo.did"));
        RecordCommands.undone(draft, records);
        Asking.next(draft);
    }

    static void skip(Draft draft) {
        Optional<Step> step = open(draft);
        if (step.filter(s -> s.entry().question().has(Trait.OPTIONAL)).isPresent()) {
            draft.store(step.get().path(), new Fact("", Source.SKIPPED, true, draft.turn()));
            draft.now(draft.now().focus(Optional.empty()));
            draft.say(Line.of("skip.done").about(step.get().entry(), draft.scope()));
        } else {
            draft.say("skip.not");
        }
        Asking.next(draft);
    }
}
