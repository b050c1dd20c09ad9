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

/**
 * An order on its way back: what the reviewers named, and what of it has been mended. Only what was
 * named is asked, with the old answer, the reviewer's words and advice; everything else stays.
 */
final class Returning {

    /** Argument of a problem: key of the sentence that says how to mend it. */
    private static final String ADVICE = "advice";

    /** Argument of a problem that no answer mends: who has to do what. */
    private static final String ACTION = "action";

    /** Nothing a filer could do: the provider mends it, or the bureau's system is tried again. */
    private static final Set<String> BY_OTHERS = Set.of("staff", "retry", "none");

    private static final Set<String> TOLD_ACTIONS = Set.of("match", "wait", "staff", "closed");
    private static final String VERIFICATION = ".photo.verify";
    private static final int SHORT = 90;
    private static final int OPINION = 420;
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
                                Map.of()));
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
                    step.filter(s -> !Edits.changeable(draft, of.in(new Phase.Filling()), s))
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

    private static void reasons(Draft draft, Case of, Phase.Returned back) {
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
                        .filter(step -> back.before().containsKey(step.path()))
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

    private static Line change(Draft draft, Step step, String before) {
        String old = before.isEmpty() ? "" : Asking.display(draft, step.entry(), before);
        boolean picture = Slots.takesPictures(step);
        return Line.of(picture ? "mended.photo" : old.isEmpty() ? "mended.new" : "mended.row")
                .about(step.entry(), draft.scope())
                .with("old", old)
                .with("value", Asking.shown(draft, step));
    }

    /** 审核意见: the reviewers' words whole, page by page. */
    static void opinions(Draft draft, String which) {
        if (!(draft.active().phase() instanceof Phase.Returned back)) {
            draft.say("opinion.none");
            Asking.next(draft);
            return;
        }
        List<String> pages = pages(back);
        int page = which.matches("\\d{1,2}") ? Integer.parseInt(which) : 1;
        page = Math.max(1, Math.min(page, pages.size()));
        draft.say(
                Line.of(pages.isEmpty() ? "opinion.none" : "opinion.page")
                        .with("page", page)
                        .with("pages", pages.size())
                        .with("opinion", pages.isEmpty() ? "" : pages.get(page - 1)));
        if (page < pages.size()) {
            draft.offer(new Choice("下一页", "审核意见 " + (page + 1)));
        }
        draft.offer("继续");
    }

    private static List<String> pages(Phase.Returned back) {
        String all =
                String.join(
                        "\n",
                        back.problems().stream()
                                .map(Problem::text)
                                .filter(text -> !text.isEmpty())
                                .distinct()
                                .toList());
        List<String> pages = new ArrayList<>();
        for (int from = 0; from < all.length(); ) {
            int to = all.offsetByCodePoints(from, Math.min(OPINION, length(all.substring(from))));
            pages.add(all.substring(from, to));
            from = to;
        }
        return pages;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String cut(String text, int most) {
        return length(text) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most)) + "…";
    }
}
