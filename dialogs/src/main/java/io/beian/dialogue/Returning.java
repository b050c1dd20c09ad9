package io.beian.dialogue;

import io.beian.form.Walk;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An order on its way back: what the reviewers named, and what of it has been mended. */
final class Returning {

    private Returning() {}

    /** Takes a changed answer off the list of things to mend. */
    static void mended(Draft draft, String path) {
        if (draft.active().phase() instanceof Phase.Returned back) {
            List<Problem> left =
                    back.problems().stream().filter(p -> !p.field().equals(path)).toList();
            draft.phase(back.left(left, back.before()));
        }
    }

    static Turn moved(Draft draft, Input.OrderMoved moved) {
        Optional<Case> found = draft.now().byOrder(moved.orderNumber());
        if (found.isEmpty() || moved.seq() <= found.get().phase().seen()) {
            draft.outcome("event:known");
            return draft.silent();
        }
        Case of = found.get();
        draft.outcome("event:" + moved.state());
        boolean same = of.phase().orderState().filter(moved.state()::equals).isPresent();
        if (same && of.phase() instanceof Phase.Tracking tracking) {
            draft.put(of.in(noted(tracking, moved)));
            return draft.silent();
        }
        if (moved.state().equals("WITHDRAWN")) {
            return withdrawn(draft, of);
        }
        draft.put(of.in(phase(draft, of, moved)));
        draft.say(
                Line.of("state." + moved.state())
                        .with("order", moved.orderNumber())
                        .with("numbers", numbers(moved.numbers())));
        if (draft.now().find(of.id()).orElseThrow().phase() instanceof Phase.Returned back) {
            sentBack(draft, of, back);
        }
        return draft.news();
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

    /** Nothing new for the filer: only the place in the events and what is allowed now. */
    private static Phase noted(Phase.Tracking now, Input.OrderMoved moved) {
        return new Phase.Tracking(
                now.orderNumber(), moved.seq(), now.state(), now.since(), moved.allowed());
    }

    /** Without its answers here a returned order cannot be mended, only followed. */
    private static Phase phase(Draft draft, Case of, Input.OrderMoved moved) {
        String order = moved.orderNumber();
        if (moved.state().equals("APPROVED")) {
            return new Phase.Filed(order, moved.seq(), draft.at, moved.numbers());
        }
        if (moved.state().endsWith("_REJECTED") && !of.bare()) {
            return new Phase.Returned(
                    order, moved.seq(), moved.state(), draft.at, moved.problems());
        }
        return new Phase.Tracking(order, moved.seq(), moved.state(), draft.at, moved.allowed());
    }

    private static String numbers(Map<String, String> numbers) {
        return String.join("\n", numbers.values());
    }

    /** Names all reasons at once, then begins with the first. */
    private static void sentBack(Draft draft, Case of, Phase.Returned back) {
        draft.now(draft.now().active(Optional.of(of.id())).focus(Optional.empty()));
        Walk walk = draft.walk(of);
        draft.say(Line.of("returned.head").with("count", back.problems().size()));
        for (Problem problem : back.problems()) {
            Line row = Line.of("returned.row").with("text", problem.text());
            draft.say(
                    walk.at(problem.field())
                            .map(step -> row.about(step.entry(), draft.scope(of)))
                            .orElse(row.with("question", "order")));
        }
        Asking.next(draft);
    }
}
