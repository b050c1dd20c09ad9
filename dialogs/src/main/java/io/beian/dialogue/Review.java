package io.beian.dialogue;

import io.beian.form.Place;
import io.beian.form.Step;
import io.beian.form.Walk;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The check list before submission, and submitting. */
final class Review {

    /** So many rows fit a reply together with its choices. */
    private static final int ROWS_A_PAGE = 8;

    /** So many problems have their changes offered; the others are reached by name. */
    private static final int CHANGES_OFFERED = 6;

    private static final int LONGEST_VALUE = 28;

    private Review() {}

    static void show(Draft draft, Case of, Walk walk) {
        boolean returned = of.phase() instanceof Phase.Returned;
        if (of.phase() instanceof Phase.Filling) {
            draft.effect(new Effect.DrawPreview(of.id()));
            draft.phase(new Phase.Reviewing());
        }
        Returning.changes(draft, walk);
        List<Problem> problems = draft.procedure.problems(of.facts(), draft.today());
        boolean blocked = problems.stream().anyMatch(Problem::blocking);
        if (blocked || !returned) {
            draft.say(blocked ? "review.blocked" : "review.ready");
            problems.forEach(problem -> told(draft, walk, problem));
        }
        if (!blocked) {
            draft.offer(returned ? "重新提交" : "提交");
            draft.offer(returned ? "预览" : "预览 1");
            draft.say(returned ? "mended.ready" : "review.how");
        }
        problems.stream()
                .filter(problem -> blocked || !returned)
                .limit(CHANGES_OFFERED)
                .forEach(problem -> mends(draft, walk, problem));
    }

    static void problem(Draft draft, Walk walk, Problem problem) {
        told(draft, walk, problem);
        if (problem.blocking()) {
            mends(draft, walk, problem);
        }
    }

    private static void told(Draft draft, Walk walk, Problem problem) {
        Optional<Step> step = walk.at(problem.field());
        Line line = new Line("problem." + problem.code(), problem.args());
        draft.say(step.map(s -> line.about(s.entry(), draft.scope())).orElse(line));
    }

    /** What answers a problem: a change where one is open, or a remark. */
    private static void mends(Draft draft, Walk walk, Problem problem) {
        Stream.of(problem.field(), problem.args().getOrDefault(Problem.OR, ""))
                .flatMap(path -> walk.at(path).stream())
                .filter(step -> Edits.changeable(draft, draft.active(), step))
                .forEach(step -> draft.offer("改 " + Naming.name(step)));
    }

    /** One page of the rows, numbered through for 改. */
    static void page(Draft draft, Case of, String which) {
        Walk walk = draft.walk(of);
        Naming naming = new Naming(walk);
        List<Step> rows = naming.rows();
        int pages = (rows.size() + ROWS_A_PAGE - 1) / ROWS_A_PAGE;
        int page = which.matches("\\d{1,3}") ? Integer.parseInt(which) : 1;
        page = Math.max(1, Math.min(page, pages));
        draft.say(Line.of("preview.head").with("page", page).with("pages", pages));
        int from = (page - 1) * ROWS_A_PAGE;
        Optional<Place> above = Optional.empty();
        for (Step step : rows.subList(from, Math.min(rows.size(), from + ROWS_A_PAGE))) {
            Optional<Place> place = step.entry().place().filter(Place::several);
            if (!place.equals(above)) {
                place.ifPresent(p -> draft.say(Line.of("preview").in(p)));
            }
            above = place;
            draft.say(
                    Line.of("preview.row")
                            .with("number", naming.number(step))
                            .about(step.entry(), draft.scope())
                            .with("value", shorten(Asking.shown(draft, step))));
        }
        draft.say("preview.how");
        if (page < pages) {
            draft.offer(new Choice("下一页", "预览 " + (page + 1)));
        }
        if (walk.complete()) {
            draft.offer("提交");
        } else {
            draft.offer("继续");
        }
    }

    private static String shorten(String value) {
        int length = value.codePointCount(0, value.length());
        return length <= LONGEST_VALUE
                ? value
                : value.substring(0, value.offsetByCodePoints(0, LONGEST_VALUE)) + "…";
    }

    static void submit(Draft draft) {
        Case of = draft.active();
        Walk walk = draft.walk(of);
        boolean blocked =
                draft.procedure.problems(of.facts(), draft.today()).stream()
                        .anyMatch(Problem::blocking);
        boolean mending =
                of.phase() instanceof Phase.Returned back
                        && back.problems().stream().anyMatch(p -> walk.at(p.field()).isPresent());
        if (!walk.complete() || blocked || mending || !of.tray().isEmpty()) {
            draft.say("submit.notYet");
            Asking.next(draft);
            return;
        }
        draft.now(draft.now().focus(Optional.empty()));
        String submission = Submissions.id(draft.now().id(), of.id(), draft.turn());
        draft.phase(new Phase.Submitting(submission, of.phase().order(), of.phase().seen()));
        draft.effect(new Effect.Submit(of.id(), submission));
        draft.say("submit.sending");
    }
}
