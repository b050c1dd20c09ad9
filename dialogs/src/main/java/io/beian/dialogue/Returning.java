package io.beian.dialogue;

import io.beian.form.Step;
import io.beian.form.Walk;
import io.beian.order.OrderState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An order on its way back: what the reviewers named, and what of it has been mended. Only what was
 * named is asked, with the old answer, the reviewer's words and advice; everything else stays.
 */
final class Returning {

    /** Argument of a problem: key of the sentence that says how to mend it. */
    static final String ADVICE = "advice";

    /** Argument of a problem that no answer mends: who has to do what. */
    static final String ACTION = "action";

    /** Nothing a filer could do: the provider mends it, or the bureau's system is tried again. */
    private static final Set<String> BY_OTHERS = Set.of("staff", "retry", "none");

    private static final Set<String> TOLD_ACTIONS =
            Set.of("match", "wait", "staff", "closed", "retry", "none");
    private static final String VERIFICATION = ".photo.verify";
    private static final int SHORT = 90;
    static final int OPINION = 420;
    private static final int ROWS = 8;

    private Returning() {}

    /**
     * Where an order is sent back to: with something to mend here, or empty if there is nothing.
     */
    static Optional<Phase> phase(Draft draft, Case of, OrderState state, Input.OrderMoved moved) {
        List<Problem> raw = draft.procedure.reasons(of.facts(), moved.problems(), draft.today());
        List<Problem> problems =
                state.verificationOnly()
                        ? verification(draft, of, raw, moved.link().isPresent())
                        : mendable(draft, of, raw);
        boolean nothingToDo =
                state.verificationOnly()
                        ? problems.isEmpty()
                        : !moved.problems().isEmpty()
                                && problems.stream().allMatch(Returning::byOthers);
        return nothingToDo
                ? Optional.empty()
                : Optional.of(
                        new Phase.Returned(
                                moved.orderNumber(),
                                moved.seq(),
                                moved.state(),
                                moved.at(),
                                problems,
                                moved.deadline(),
                                moved.link(),
                                Unsent.of(of)));
    }

    private static boolean byOthers(Problem problem) {
        return problem.field().isEmpty()
                && BY_OTHERS.contains(problem.args().getOrDefault(ACTION, ""));
    }

    /** An answer the match was made from cannot be mended here; what to do is told instead. */
    private static List<Problem> mendable(Draft draft, Case of, List<Problem> raw) {
        Walk walk = draft.walk(of.in(new Phase.Filling()));
        List<Problem> problems = new ArrayList<>();
        for (Problem problem : raw) {
            Optional<Step> step = walk.at(problem.field());
            boolean frozen =
                    step.filter(s -> Edits.settled(draft, of.in(new Phase.Filling()), s))
                            .isPresent();
            problems.add(frozen ? rematch(problem, step.get()) : problem);
        }
        return List.copyOf(problems);
    }

    private static Problem rematch(Problem problem, Step step) {
        Map<String, String> args = new HashMap<>(problem.args());
        args.put(ACTION, "match");
        args.put("question", step.entry().question().id());
        return new Problem("", problem.code(), problem.text(), problem.blocking(), args);
    }

    /** The pictures that are wanted again: those named, or all there are for a verification. */
    private static List<Problem> verification(
            Draft draft, Case of, List<Problem> raw, boolean elsewhere) {
        Walk walk = draft.walk(of.in(new Phase.Filling()));
        List<Problem> named =
                raw.stream()
                        .filter(problem -> problem.field().endsWith(VERIFICATION))
                        .filter(problem -> walk.at(problem.field()).isPresent())
                        .toList();
        if (!named.isEmpty() || elsewhere) {
            return named;
        }
        String text = raw.stream().map(Problem::text).findFirst().orElse("");
        return walk.steps().stream()
                .map(Step::path)
                .filter(path -> path.endsWith(VERIFICATION))
                .map(path -> new Problem(path, "verification", text, true, Map.of()))
                .toList();
    }

    /** Whether nothing but pictures of the verification may be changed now. */
    static boolean verificationOnly(Phase phase) {
        return phase instanceof Phase.Returned back
                && OrderState.named(back.state()).filter(OrderState::verificationOnly).isPresent();
    }

    /** Whether an answer may be changed while its order is sent back like this. */
    static boolean open(Phase phase, String path) {
        return !verificationOnly(phase) || path.endsWith(VERIFICATION);
    }

    /** Whether a reviewer named this answer and it is not mended yet. */
    static boolean named(Phase phase, String path) {
        return phase instanceof Phase.Returned back
                && back.problems().stream().anyMatch(problem -> problem.field().equals(path));
    }

    /** Takes a changed answer off the list of things to mend. */
    static void mended(Draft draft, String path) {
        if (draft.active().phase() instanceof Phase.Returned back) {
            List<Problem> left =
                    back.problems().stream().filter(p -> !p.field().equals(path)).toList();
            draft.phase(back.left(left, back.before()));
        }
    }

    /** Remembers what an answer was when the order came back. */
    static Phase remembering(Phase phase, String path, Optional<String> before) {
        if (!(phase instanceof Phase.Returned back) || back.before().containsKey(path)) {
            return phase;
        }
        Map<String, String> more = new HashMap<>(back.before());
        more.put(path, before.orElse(""));
        return back.left(back.problems(), more);
    }

    /** 不用改: what was named stays as it is. */
    static void keep(Draft draft) {
        Optional<Step> step = named(draft);
        if (step.isEmpty()) {
            draft.say("returned.keep.none");
        } else {
            mended(draft, step.get().path());
            draft.now(draft.now().focus(Optional.empty()));
            draft.say(Line.of("returned.kept").about(step.get().entry(), draft.scope()));
        }
        Asking.next(draft);
    }

    private static Optional<Step> named(Draft draft) {
        Case of = draft.active();
        return of.phase() instanceof Phase.Returned
                ? Asking.returned(of, draft.walk(of))
                : Optional.empty();
    }

    /** A withdrawn order becomes a draft again, with all that was answered. */
    static Turn withdrawn(Draft draft, Case of) {
        if (of.bare()) {
            draft.put(of.in(new Phase.Withdrawn(draft.at)));
            draft.now(draft.now().active(draft.now().active().filter(id -> !id.equals(of.id()))));
            draft.say("withdraw.bare");
            return draft.news();
        }
        draft.put(of.in(new Phase.Filling()));
        draft.say("withdraw.done");
        if (draft.now().active().filter(of.id()::equals).isPresent()) {
            Asking.next(draft);
        }
        return draft.news();
    }

    /** Names all reasons at once, then begins with the first unless something else is going on. */
    static void tell(Draft draft, Case of, Phase.Returned back) {
        reasons(draft, of, back);
        if (!free(draft, of)) {
            draft.offer(new Choice("打开这份备案", "打开 #" + of.id()));
            return;
        }
        draft.now(draft.now().active(Optional.of(of.id())).focus(Optional.empty()));
        Asking.next(draft);
    }

    /** Whoever is filling in another order is not torn out of it. */
    private static boolean free(Draft draft, Case of) {
        Optional<Case> current = draft.current();
        return !draft.now().paused()
                && (current.isEmpty()
                        || current.get().id().equals(of.id())
                        || !Edits.editable(current.get().phase()));
    }

    /** Everything that was named, at once. */
    static void reasons(Draft draft, Case of, Phase.Returned back) {
        Walk walk = draft.walk(of);
        long count = back.problems().stream().filter(p -> walk.at(p.field()).isPresent()).count();
        if (count > 0) {
            draft.say(
                    Line.of(verificationOnly(back) ? "returned.verify" : "returned.head")
                            .with("count", count));
        }
        back.problems().stream()
                .limit(ROWS)
                .forEach(problem -> row(draft, of, walk.at(problem.field()), problem));
        if (back.problems().size() > ROWS) {
            draft.say(Line.of("returned.more").with("count", back.problems().size() - ROWS));
        }
        if (count == 0 && back.problems().stream().noneMatch(Returning::someoneElses)) {
            boolean late = back.state().equals(OrderState.SMS_TIMEOUT.name());
            draft.say(late ? "returned.nothing.late" : "returned.nothing");
        }
        if (back.problems().stream().anyMatch(p -> length(p.text()) > SHORT)) {
            draft.say("returned.whole");
        }
    }

    /** What is to be done now: mend and hand in, or what is to be done elsewhere first. */
    static void next(Draft draft, Case of, Phase.Returned back) {
        Walk walk = draft.walk(of);
        boolean elsewhere =
                !back.problems().isEmpty()
                        && back.problems().stream()
                                .allMatch(p -> walk.at(p.field()).isEmpty() && someoneElses(p));
        if (elsewhere) {
            back.problems().stream()
                    .limit(ROWS)
                    .forEach(problem -> row(draft, of, Optional.empty(), problem));
        } else {
            draft.say(Line.of("next." + back.state()));
        }
    }

    private static boolean someoneElses(Problem problem) {
        return problem.args().containsKey(ACTION);
    }

    private static void row(Draft draft, Case of, Optional<Step> step, Problem problem) {
        if (step.isPresent()) {
            draft.say(
                    Line.of(problem.text().isEmpty() ? "returned.row.plain" : "returned.row")
                            .about(step.get().entry(), draft.scope(of))
                            .with("opinion", cut(problem.text(), SHORT)));
            return;
        }
        if (!problem.text().isEmpty()) {
            draft.say(Line.of("returned.opinion").with("opinion", cut(problem.text(), OPINION)));
        }
        advice(draft, problem);
        Optional.ofNullable(problem.args().get(ACTION))
                .ifPresent(
                        action ->
                                draft.say(
                                        new Line(
                                                TOLD_ACTIONS.contains(action)
                                                        ? "returned.action." + action
                                                        : "returned.action",
                                                problem.args().containsKey("question")
                                                        ? Map.of(
                                                                "question",
                                                                problem.args().get("question"))
                                                        : Map.of("question", "order"))));
    }

    private static void advice(Draft draft, Problem problem) {
        Optional.ofNullable(problem.args().get(ADVICE))
                .ifPresent(key -> draft.say("advice." + key));
    }

    /** Beside the question: the reviewer's words, advice, a suggestion, and the old answer. */
    static void ask(Draft draft, Step step) {
        if (!(draft.active().phase() instanceof Phase.Returned back)) {
            return;
        }
        for (Problem problem : back.problems()) {
            if (!problem.field().equals(step.path())) {
                continue;
            }
            if (!problem.text().isEmpty()) {
                draft.say(
                        Line.of("returned.reason")
                                .about(step.entry(), draft.scope())
                                .with("opinion", cut(problem.text(), OPINION)));
            }
            advice(draft, problem);
            String old = Asking.shown(draft, step);
            if (!old.isEmpty()) {
                draft.say(Line.of("returned.old").with("value", old));
            }
        }
        offers(draft, step);
    }

    /** What a reviewer suggested, and that it may stay as it is. */
    static void offers(Draft draft, Step step) {
        if (draft.active().phase() instanceof Phase.Returned back) {
            List<Problem> here =
                    back.problems().stream().filter(p -> p.field().equals(step.path())).toList();
            here.stream()
                    .flatMap(problem -> Optional.ofNullable(problem.args().get("suggest")).stream())
                    .map(value -> Asking.display(draft, step.entry(), value))
                    .forEach(draft::offer);
            if (!here.isEmpty()) {
                draft.offer("不用改");
            }
        }
    }

    /** Old and new, one row each, before the order is handed in again. */
    static void changes(Draft draft, Walk walk) {
        if (!(draft.active().phase() instanceof Phase.Returned back)) {
            return;
        }
        List<Step> changed =
                walk.steps().stream()
                        .filter(step -> differs(draft, step, back.before().get(step.path())))
                        .toList();
        if (!changed.isEmpty()) {
            draft.say("mended.head");
        }
        changed.stream()
                .limit(ROWS)
                .forEach(
                        step ->
                                draft.say(
                                        change(
                                                draft,
                                                step,
                                                back.before().getOrDefault(step.path(), ""))));
        if (changed.size() > ROWS) {
            draft.say(Line.of("mended.more").with("count", changed.size() - ROWS));
        }
    }

    private static boolean differs(Draft draft, Step step, @Nullable String before) {
        return before != null
                && !draft.active().facts().text(step.path()).orElse("").equals(before);
    }

    private static Line change(Draft draft, Step step, String before) {
        String old = before.isEmpty() ? "" : Asking.display(draft, step.entry(), before);
        String now = Asking.shown(draft, step);
        return Line.of("mended." + changed(step, old, now))
                .about(step.entry(), draft.scope())
                .with("old", old)
                .with("value", now);
    }

    /** Of two numbers whose masks are alike only that they differ can be said. */
    private static String changed(Step step, String old, String now) {
        if (Slots.takesPictures(step)) {
            return "photo";
        }
        return old.isEmpty() ? "new" : old.equals(now) ? "hidden" : "row";
    }

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String cut(String text, int most) {
        return length(text) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most)) + "…";
    }
}
