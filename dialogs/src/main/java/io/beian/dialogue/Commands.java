package io.beian.dialogue;

import io.beian.form.Fact;
import io.beian.form.Facts;
import io.beian.form.Question.Trait;
import io.beian.form.Source;
import io.beian.form.Step;
import io.beian.form.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Carries out commands. Each answers and then leads back to the open question. */
final class Commands {

    private Commands() {}

    static void run(Draft draft, Command command) {
        draft.outcome("command:" + command.kind().name());
        if (withoutCase(draft, command)) {
            return;
        }
        switch (command.kind()) {
            case BACK -> back(draft);
            case CHANGE -> change(draft, command.rest());
            case WHY -> about(draft, ".why");
            case SAMPLE -> sample(draft);
            case STATUS -> status(draft);
            case MISSING -> missing(draft);
            case SKIP -> skip(draft);
            case PREVIEW -> preview(draft, command.rest());
            case SUBMIT -> submit(draft);
            case PAUSE -> pause(draft);
            case CANCEL -> cancel(draft);
            case UNDO -> undo(draft);
            case GIVE_UP -> giveUp(draft);
            case GIVE_UP_SURE -> giveUpForSure(draft);
            case ADD_PHOTO -> addPhoto(draft, command.rest());
            case TO_SLOT -> tray(draft, () -> Photos.toSlot(draft, command.rest()));
            case DISCARD -> tray(draft, () -> Photos.discard(draft));
            case RETRY -> retry(draft);
            case CONFIRM -> Answering.confirm(draft);
            default -> Asking.next(draft);
        }
    }

    /** Commands that need no open case; others without one lead to the start. */
    private static boolean withoutCase(Draft draft, Command command) {
        switch (command.kind()) {
            case START -> start(draft);
            case RESUME -> resume(draft);
            case HELP -> plain(draft, "help");
            case HUMAN -> plain(draft, "human");
            case MINE -> Cases.list(draft);
            case OPEN_CASE -> Cases.open(draft, command.rest());
            case HELLO -> hello(draft);
            default -> {
                if (draft.current().isPresent()) {
                    return false;
                }
                Cases.latest(draft)
                        .ifPresentOrElse(
                                of -> Status.tell(draft, of), () -> plain(draft, "welcome"));
            }
        }
        return true;
    }

    private static void plain(Draft draft, String key) {
        draft.say(key);
        if (draft.current().isPresent()) {
            Asking.next(draft);
        } else {
            draft.offer("备案");
        }
    }

    static void start(Draft draft) {
        draft.now(draft.now().paused(false).focus(Optional.empty()));
        Optional<Case> open = draft.current().filter(of -> unfinished(of.phase()));
        if (open.isPresent()) {
            draft.say("start.goOn");
            Asking.next(draft);
            return;
        }
        String id = "c" + draft.turn();
        draft.put(
                new Case(
                        id,
                        Phase.Matching.OPEN,
                        draft.procedure.begin(draft.turn()),
                        List.of(),
                        List.of(),
                        draft.at));
        draft.now(draft.now().active(Optional.of(id)));
        draft.say("start.welcome");
        Asking.next(draft);
    }

    private static boolean unfinished(Phase phase) {
        return Reminders.unfinished(phase)
                || phase instanceof Phase.Matching
                || phase instanceof Phase.Submitting;
    }

    private static void resume(Draft draft) {
        boolean was = draft.now().paused() || draft.now().focus().isPresent();
        draft.now(draft.now().paused(false).focus(Optional.empty()));
        if (draft.current().isPresent() && was) {
            draft.say("resume");
        }
        Asking.next(draft);
    }

    private static void hello(Draft draft) {
        draft.say("hello");
        Asking.next(draft);
    }

    private static Optional<Step> open(Draft draft) {
        Case of = draft.active();
        boolean asking = Reminders.unfinished(of.phase()) || of.phase() instanceof Phase.Matching;
        return asking ? Asking.open(of, draft.walk(of), draft.now().focus()) : Optional.empty();
    }

    private static void back(Draft draft) {
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
        previous.filter(step -> changeable(of, step))
                .ifPresentOrElse(
                        step -> draft.now(focused(draft, step)), () -> draft.say("back.first"));
        Asking.next(draft);
    }

    private static Conversation focused(Draft draft, Step step) {
        return draft.now().focus(Optional.of(new Focus(step.path(), false)));
    }

    private static boolean changeable(Case of, Step step) {
        boolean frozen =
                step.entry().question().has(Trait.FROZEN)
                        && !(of.phase() instanceof Phase.Matching);
        return !frozen && !step.entry().question().has(Trait.INTERNAL);
    }

    static boolean editable(Phase phase) {
        return phase instanceof Phase.Matching || Reminders.unfinished(phase);
    }

    private static void change(Draft draft, String what) {
        Case of = draft.active();
        if (!editable(of.phase())) {
            draft.say("change.closed");
            Asking.next(draft);
            return;
        }
        Naming naming = new Naming(draft.walk(of));
        List<Step> meant = naming.called(what);
        String[] parts = what.split("\\s+", 2);
        if (meant.isEmpty() && parts.length == 2) {
            List<Step> named = naming.called(parts[0]);
            if (named.size() == 1 && changeable(of, named.get(0))) {
                draft.now(focused(draft, named.get(0)));
                Answering.text(draft, parts[1]);
                return;
            }
            meant = named;
        }
        change(draft, of, meant, what);
    }

    private static void change(Draft draft, Case of, List<Step> meant, String what) {
        if (meant.size() == 1 && changeable(of, meant.get(0))) {
            draft.now(focused(draft, meant.get(0)));
            Asking.next(draft);
        } else if (meant.size() == 1) {
            draft.say(
                    Line.of("change.frozen")
                            .with("question", meant.get(0).entry().question().id()));
            Asking.next(draft);
        } else if (meant.isEmpty()) {
            draft.say(what.isEmpty() ? "change.how" : "change.unknown");
            draft.offer("预览");
            draft.offer("继续");
        } else {
            draft.say("change.which");
            meant.stream().limit(9).forEach(step -> offer(draft, step));
        }
    }

    private static void offer(Draft draft, Step step) {
        draft.offer(new Choice(Naming.name(step), "改 " + Naming.name(step)));
    }

    private static void about(Draft draft, String what) {
        open(draft)
                .ifPresentOrElse(
                        step -> draft.say(step.entry().question().id() + what),
                        () -> draft.say("why.none"));
        Asking.next(draft);
    }

    private static void sample(Draft draft) {
        open(draft)
                .ifPresentOrElse(
                        step -> Answering.sample(draft, step), () -> draft.say("why.none"));
        Asking.next(draft);
    }

    private static void status(Draft draft) {
        Case of = draft.active();
        Status.progress(draft, of);
        of.phase().order().ifPresent(order -> draft.effect(new Effect.Refresh(order)));
        if (editable(of.phase())) {
            draft.offer("继续");
            draft.offer("还差什么");
        }
    }

    private static void missing(Draft draft) {
        if (!editable(draft.active().phase())) {
            Status.tell(draft, draft.active());
            return;
        }
        Status.missing(draft, draft.active());
        draft.offer("继续");
    }

    private static void skip(Draft draft) {
        Optional<Step> step = open(draft);
        if (step.filter(s -> s.entry().question().has(Trait.OPTIONAL)).isPresent()) {
            draft.store(step.get().path(), new Fact("", Source.SKIPPED, true, draft.turn()));
            draft.now(draft.now().focus(Optional.empty()));
            draft.say(Line.of("skip.done").with("question", step.get().entry().question().id()));
        } else {
            draft.say("skip.not");
        }
        Asking.next(draft);
    }

    private static void preview(Draft draft, String page) {
        Case of = draft.active();
        if (of.phase() instanceof Phase.Matching) {
            draft.say("preview.early");
            Asking.next(draft);
            return;
        }
        Review.page(draft, of, page);
        if (page.isEmpty() && editable(of.phase()) && draft.walk(of).complete()) {
            draft.effect(new Effect.DrawPreview(of.id()));
        }
    }

    private static void submit(Draft draft) {
        if (Reminders.unfinished(draft.active().phase())
                && !(draft.active().phase() instanceof Phase.Matching)) {
            Review.submit(draft);
        } else {
            draft.say("submit.closed." + draft.active().phase().name());
            Asking.next(draft);
        }
    }

    private static void pause(Draft draft) {
        draft.now(draft.now().paused(true).focus(Optional.empty()));
        draft.say("paused");
        draft.offer("继续");
    }

    private static void cancel(Draft draft) {
        draft.say("cancel.which");
        if (editable(draft.active().phase())) {
            draft.offer("撤回刚才的回答");
        }
        draft.offer("放弃这次备案");
        draft.offer("继续");
    }

    private static void undo(Draft draft) {
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
        Phase phase = of.phase() instanceof Phase.Reviewing ? new Phase.Filling() : of.phase();
        Phase opened = phase instanceof Phase.Matching ? Phase.Matching.OPEN : phase;
        draft.put(of.with(facts).remembering(history).in(opened));
        draft.now(draft.now().focus(Optional.empty()));
        draft.walk(draft.active())
                .at(path)
                .ifPresentOrElse(
                        step ->
                                draft.say(
                                        Line.of("undo.done")
                                                .with("question", step.entry().question().id())),
                        () -> draft.say("undo.did"));
        Asking.next(draft);
    }

    private static void giveUp(Draft draft) {
        draft.say("giveUp.sure");
        draft.offer("确认放弃");
        draft.offer("继续");
    }

    private static void giveUpForSure(Draft draft) {
        Case of = draft.active();
        Phase phase = of.phase();
        if (phase instanceof Phase.Tracking tracking) {
            if (tracking.allowed().contains("withdraw")) {
                draft.effect(new Effect.Withdraw(of.id(), tracking.orderNumber()));
                draft.say("withdraw.asking");
            } else {
                draft.say("withdraw.late");
            }
            return;
        }
        if (phase instanceof Phase.Submitting || phase instanceof Phase.Filed) {
            draft.say("withdraw.late");
            return;
        }
        draft.phase(new Phase.Withdrawn(draft.at));
        draft.now(draft.now().active(Optional.empty()).focus(Optional.empty()));
        draft.say("giveUp.done");
        draft.offer("备案");
        draft.offer("我的备案");
    }

    private static void addPhoto(Draft draft, String name) {
        if (!editable(draft.active().phase()) || draft.active().phase() instanceof Phase.Matching) {
            draft.say("change.closed");
        } else {
            Photos.addTo(draft, name);
        }
        Asking.next(draft);
    }

    private static void tray(Draft draft, Runnable act) {
        if (editable(draft.active().phase())) {
            act.run();
        }
        Asking.next(draft);
    }

    private static void retry(Draft draft) {
        if (draft.active().phase() instanceof Phase.Matching) {
            draft.phase(Phase.Matching.OPEN);
            draft.now(draft.now().focus(Optional.empty()));
        }
        Asking.next(draft);
    }
}
