package io.beian.dialogue;

import io.beian.order.OrderState;
import io.beian.order.WorkingDays;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the backend says of an order. Each event counts once and in its order, whatever the order of
 * arrival: one that leaves a gap is not taken but makes us fetch what is missing, and of what came
 * while nobody listened only the latest is told.
 */
final class OrderNews {

    private OrderNews() {}

    static Turn moved(Draft draft, Input.OrderMoved moved) {
        Optional<Case> found = draft.now().byOrder(moved.orderNumber());
        if (found.isEmpty() || moved.seq() <= found.get().phase().seen()) {
            draft.outcome("event:known");
            return draft.silent();
        }
        Phase phase = found.get().phase();
        if (!moved.whole() && moved.seq() > phase.seen() + 1 && !unheardOf(phase)) {
            draft.outcome("event:gap");
            draft.effect(new Effect.CatchUp(moved.orderNumber(), phase.seen()));
            return draft.silent();
        }
        return take(draft, found.get(), List.of(moved));
    }

    static Turn caughtUp(Draft draft, Input.OrderCaughtUp news) {
        Optional<Case> found = draft.now().byOrder(news.orderNumber());
        long seen = found.map(of -> of.phase().seen()).orElse(Long.MAX_VALUE);
        List<Input.OrderMoved> missed =
                news.moves().stream()
                        .filter(moved -> moved.seq() > seen)
                        .sorted(Comparator.comparingLong(Input.OrderMoved::seq))
                        .toList();
        if (found.isEmpty() || missed.isEmpty()) {
            draft.outcome("event:known");
            return draft.silent();
        }
        return take(draft, found.get(), missed);
    }

    /** Of an order known by its number alone there is no story to make up for. */
    private static boolean unheardOf(Phase phase) {
        return phase.seen() == 0;
    }

    private static Turn take(Draft draft, Case of, List<Input.OrderMoved> moves) {
        Case before = of;
        Case now = of;
        for (Input.OrderMoved moved : moves) {
            before = now;
            now = now.in(after(draft, now, moved));
        }
        Input.OrderMoved last = moves.get(moves.size() - 1);
        draft.outcome("event:" + last.state());
        if (last.state().equals(OrderState.WITHDRAWN.name())) {
            return Returning.withdrawn(draft, of);
        }
        draft.put(now);
        boolean same =
                moves.size() == 1
                        && before.phase().orderState().filter(last.state()::equals).isPresent();
        if (same) {
            stayed(draft, before, now);
        } else {
            arrived(draft, before, now, last);
        }
        return draft.hasLines() ? draft.news() : draft.silent();
    }

    /** The phase an event leads to; without its answers an order can only be followed. */
    private static Phase after(Draft draft, Case of, Input.OrderMoved moved) {
        Optional<OrderState> state = OrderState.named(moved.state());
        if (state.filter(OrderState.APPROVED::equals).isPresent()) {
            return new Phase.Filed(moved.orderNumber(), moved.seq(), moved.at(), moved.numbers());
        }
        if (state.filter(OrderState.EXPIRED::equals).isPresent()) {
            return new Phase.Expired(moved.at());
        }
        if (state.filter(OrderState::sentBack).isPresent() && !of.bare()) {
            Optional<Phase> returned = Returning.phase(draft, of, state.get(), moved);
            if (returned.isPresent()) {
                return returned.get();
            }
        }
        return tracking(of.phase(), moved);
    }

    /** An event that changes nothing but who is done leaves the time it began. */
    private static Phase tracking(Phase before, Input.OrderMoved moved) {
        boolean same =
                before instanceof Phase.Tracking tracking && tracking.state().equals(moved.state());
        Instant since = same ? before.began().orElse(moved.at()) : moved.at();
        return new Phase.Tracking(
                moved.orderNumber(),
                moved.seq(),
                moved.state(),
                since,
                moved.allowed(),
                moved.deadline(),
                moved.link(),
                moved.verifiers());
    }

    /** News within a state: somebody more has verified, a link is new. */
    private static void stayed(Draft draft, Case before, Case now) {
        if (!(before.phase() instanceof Phase.Tracking was)
                || !(now.phase() instanceof Phase.Tracking is)) {
            return;
        }
        if (Verification.pending(now).isPresent()) {
            boolean last = Verification.waiting(is).isEmpty();
            // That the last is done is told with what follows from it: sends are few.
            if (!last && !Verification.waited(was, is).isEmpty()) {
                head(draft, now, is.orderNumber());
                Verification.progress(draft, was, is);
                draft.notice(notice(draft, now, Notice.Kind.PROGRESS));
            }
        } else if (is.link().isPresent() && !is.link().equals(was.link())) {
            head(draft, now, is.orderNumber());
            draft.say(Line.of("verify.newLink").with("link", is.link().get()));
            draft.notice(notice(draft, now, Notice.Kind.RESULT));
        }
    }

    private static void arrived(Draft draft, Case before, Case now, Input.OrderMoved moved) {
        head(draft, now, moved.orderNumber());
        boolean again =
                moved.state().equals(OrderState.PRE_REVIEW.name())
                        && before.phase()
                                .orderState()
                                .filter(OrderState.ADMIN_REVIEW.name()::equals)
                                .isPresent();
        draft.say(again ? Line.of("state.again") : state(now, moved));
        Phase phase = now.phase();
        if (phase instanceof Phase.Returned back) {
            draft.notice(notice(draft, now, Notice.Kind.RESULT));
            Returning.tell(draft, now, back);
        } else if (phase instanceof Phase.Filed) {
            draft.notice(notice(draft, now, Notice.Kind.RESULT));
            draft.say("filed.next");
            draft.offer("页脚代码");
            draft.offer("已备案信息");
        } else if (phase instanceof Phase.Tracking tracking) {
            tracked(draft, now, tracking);
        } else {
            draft.notice(notice(draft, before, Notice.Kind.RESULT).in(moved.state()));
            draft.offer(new Choice("接着填", "打开 #" + now.id()));
        }
    }

    private static void tracked(Draft draft, Case now, Phase.Tracking tracking) {
        if (Verification.pending(now).isPresent()) {
            draft.notice(notice(draft, now, Notice.Kind.VERIFICATION));
            Verification.tell(draft, tracking);
            return;
        }
        OrderState state = OrderState.named(tracking.state()).orElse(OrderState.PRE_REVIEW);
        draft.notice(
                notice(draft, now, state.sentBack() ? Notice.Kind.RESULT : Notice.Kind.PROGRESS));
        tracking.link()
                .filter(link -> state.verificationOnly())
                .ifPresent(link -> draft.say(Line.of("verify.link").with("link", link)));
        if (byStaff(now, state)) {
            draft.say("returned.byStaff");
        } else if (state.sentBack() && now.bare()) {
            draft.say("status.bare");
        }
    }

    /** Sent back, with our answers here and nothing in it for the filer: others mend it. */
    static boolean byStaff(Case of, OrderState state) {
        return state.sentBack() && !state.verificationOnly() && !of.bare();
    }

    private static Line state(Case now, Input.OrderMoved moved) {
        Line line =
                Line.of("state." + moved.state())
                        .with("numbers", String.join("\n", moved.numbers().values()));
        return moved.state().equals(OrderState.BUREAU_REVIEW.name())
                ? line.with("last", lastDay(now.phase().began().orElse(moved.at())))
                : line;
    }

    /** The last of the bureau's working days. */
    static String lastDay(Instant since) {
        return Status.date(WorkingDays.after(Reminders.day(since), Reminders.BUREAU_DAYS));
    }

    private static void head(Draft draft, Case of, String order) {
        draft.say(
                Line.of("news.head")
                        .with("title", draft.procedure.title(of.facts()))
                        .with("order", order));
    }

    static Notice notice(Draft draft, Case of, Notice.Kind kind) {
        return notice(draft, of, kind, "");
    }

    /**
     * What a message is about.
     *
     * @param what code of what is to be done, empty if it is no reminder
     */
    static Notice notice(Draft draft, Case of, Notice.Kind kind, String what) {
        Phase phase = of.phase();
        Optional<Phase.Tracking> sms = Verification.pending(of);
        Map<String, String> words = new TreeMap<>();
        words.put("order", phase.order().orElse(""));
        words.put("title", draft.procedure.title(of.facts()));
        words.put("state", phase.orderState().orElse(phase.name()));
        words.put("when", draft.at.toString());
        if (!what.isEmpty()) {
            words.put("what", what);
        }
        return new Notice(
                kind,
                phase.order().orElse(""),
                words,
                sms.map(Verification::deadline),
                sms.map(Verification::waiting).orElse(List.of()).stream()
                        .map(Verifier::person)
                        .toList());
    }
}
