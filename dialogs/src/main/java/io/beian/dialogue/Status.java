package io.beian.dialogue;

import io.beian.form.Place;
import io.beian.form.Question.Trait;
import io.beian.form.Step;
import io.beian.form.Walk;
import io.beian.order.OrderState;
import io.beian.order.WorkingDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says how a case stands, in plain words and from what is known here. */
final class Status {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("M月d日 HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("M月d日").withZone(ZoneId.of("Asia/Shanghai"));

    private static final int MISSING_SHOWN = 15;
    private static final int PARTS_SHOWN = 20;

    private Status() {}

    /** The minute, such as 11月23日 18:30. */
    static String moment(Instant at) {
        return DAY.format(at);
    }

    static String date(LocalDate day) {
        return DATE.format(day.atStartOfDay(ReminderRules.CHINA));
    }

    /** The day, such as 11月23日. */
    static String day(Instant at) {
        return DATE.format(at);
    }

    static void tell(Draft draft, Case of) {
        say(draft, of);
        Phase phase = of.phase();
        if (phase instanceof Phase.Tracking) {
            draft.offer("进度");
        } else if (phase instanceof Phase.Filed) {
            draft.offer("页脚代码");
            draft.offer("备案");
        } else if (phase instanceof Phase.Withdrawn || phase instanceof Phase.Expired) {
            draft.offer("备案");
        }
    }

    private static void say(Draft draft, Case of) {
        Phase phase = of.phase();
        if (phase instanceof Phase.Tracking tracking) {
            tracking(draft, of, tracking);
        } else if (phase instanceof Phase.Returned back) {
            draft.say(stage(back.orderNumber(), back.state(), back.since()));
            draft.say(Line.of("next." + back.state()));
            back.deadline().ifPresent(end -> draft.say(until(end)));
        } else if (phase instanceof Phase.Filed filed) {
            draft.say(
                    Line.of("status.Filed")
                            .with("order", filed.orderNumber())
                            .with("since", day(filed.since()))
                            .with("numbers", String.join("\n", filed.numbers().values())));
        } else {
            draft.say(Line.of("status." + phase.name()));
        }
    }

    /** Where it stands, since when, what comes next, who has to act and until when. */
    private static void tracking(Draft draft, Case of, Phase.Tracking tracking) {
        draft.say(stage(tracking.orderNumber(), tracking.state(), tracking.since()));
        if (Verification.pending(of).isPresent()) {
            Verification.tell(draft, tracking);
            return;
        }
        Optional<OrderState> state = OrderState.named(tracking.state());
        if (state.filter(s -> OrderNews.byStaff(of, s)).isPresent()) {
            draft.say("returned.byStaff");
            return;
        }
        draft.say(bureau(of.phase(), draft.at, Line.of("next." + tracking.state())));
        state.ifPresent(s -> draft.say("acts." + s.acts()));
        tracking.deadline().ifPresent(end -> draft.say(until(end)));
        tracking.link()
                .filter(link -> state.filter(OrderState::verificationOnly).isPresent())
                .ifPresent(link -> draft.say(Line.of("verify.link").with("link", link)));
        if (of.bare() && state.filter(OrderState::sentBack).isPresent()) {
            draft.say("status.bare");
        }
    }

    private static Line stage(String order, String state, Instant since) {
        return Line.of("status.Tracking")
                .with("order", order)
                .with("phase", state)
                .with("since", DAY.format(since));
    }

    private static Line until(Instant end) {
        return Line.of("status.until").with("until", DAY.format(end));
    }

    /** Working days so far and the last one, for an order the bureau has. */
    static Line bureau(Phase phase, Instant at, Line line) {
        Instant since = phase.began().orElse(at);
        int days = WorkingDays.between(Reminders.day(since), Reminders.day(at));
        return line.with("days", days).with("last", OrderNews.lastDay(since));
    }

    /** How far the answers have come, section by section. */
    static void progress(Draft draft, Case of) {
        if (Edits.editable(of.phase())) {
            answers(draft, of);
        } else {
            tell(draft, of);
        }
    }

    /** The same beside the talk: nothing to choose. */
    static void describe(Draft draft, Case of) {
        if (Edits.editable(of.phase())) {
            answers(draft, of);
        } else {
            say(draft, of);
        }
    }

    private static void answers(Draft draft, Case of) {
        Walk walk = draft.walk(of);
        draft.say(Line.of("progress.head").with("remaining", walk.remaining()));
        Map<Line, List<Step>> parts = parts(walk);
        parts.forEach((part, steps) -> row(draft, part, steps, parts.size()));
        if (of.phase() instanceof Phase.Matching) {
            draft.say("progress.matching");
        }
    }

    /** Of many sites only those are told that still want something. */
    private static void row(Draft draft, Line part, List<Step> steps, int parts) {
        long done = steps.stream().filter(Step::done).count();
        if (parts <= PARTS_SHOWN || done < steps.size()) {
            draft.say(part.with("done", done).with("total", steps.size()));
        }
    }

    /** The answers part by part; of several sites each is a part of its own. */
    private static Map<Line, List<Step>> parts(Walk walk) {
        return walk.steps().stream()
                .filter(step -> !step.entry().question().has(Trait.INTERNAL))
                .collect(
                        Collectors.groupingBy(
                                step ->
                                        step.entry()
                                                .place()
                                                .filter(Place::several)
                                                .map(Status::site)
                                                .orElseGet(() -> section(step)),
                                java.util.LinkedHashMap::new,
                                Collectors.toList()));
    }

    private static Line section(Step step) {
        return Line.of("progress.row").with("section", step.entry().section());
    }

    private static Line site(Place place) {
        return Line.of("progress.record").with("record", RecordName.row(place));
    }

    /** Everything that is still wanted, at once. */
    static void missing(Draft draft, Case of) {
        Walk walk = draft.walk(of);
        List<Step> open = walk.steps().stream().filter(step -> !step.done()).toList();
        draft.say(
                Line.of(open.isEmpty() ? "missing.none" : "missing.head")
                        .with("count", open.size()));
        open.stream()
                .limit(MISSING_SHOWN)
                .forEach(
                        step ->
                                draft.say(
                                        Line.of("missing.row").about(step.entry(), draft.scope())));
        if (open.size() > MISSING_SHOWN) {
            draft.say(Line.of("missing.more").with("count", open.size() - MISSING_SHOWN));
        }
    }
}
