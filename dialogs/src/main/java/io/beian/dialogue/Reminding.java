package io.beian.dialogue;

import io.beian.dialogue.Reminder.What;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells what is due. However late a reminder comes and however many have gathered, they make one
 * message: of each filing the latest that is still of use; all others count as told.
 */
final class Reminding {

    private static final int ROWS = 5;

    private final Draft draft;
    private final Map<Case, Reminder> due = new LinkedHashMap<>();

    private Reminding(Draft draft) {
        this.draft = draft;
    }

    static Turn due(Draft draft) {
        return new Reminding(draft).turn();
    }

    private Turn turn() {
        boolean letGo = Retention.apply(draft);
        draft.now().cases().forEach(this::look);
        draft.outcome(letGo && due.isEmpty() ? "retention" : "reminder:" + due.size());
        if (due.isEmpty() || draft.now().agent().isPresent()) {
            return draft.silent();
        }
        due.forEach(this::close);
        if (due.size() == 1) {
            due.forEach(this::tell);
        } else {
            several();
        }
        return draft.news();
    }

    /** Marks all that was due of a case as told, and keeps the latest that is still of use. */
    private void look(Case of) {
        Reminders reminders = draft.reminders();
        List<Reminder> ripe =
                reminders.open(of).stream()
                        .filter(reminder -> !reminder.at().isAfter(draft.at))
                        .toList();
        if (ripe.isEmpty()) {
            return;
        }
        List<String> known = reminders.plan(of).stream().map(Reminder::key).toList();
        Case marked =
                of.reminded(
                        Stream.concat(
                                        of.reminded().stream().filter(known::contains),
                                        ripe.stream().map(Reminder::key))
                                .distinct()
                                .toList());
        draft.put(marked);
        ripe.stream()
                .filter(reminder -> reminder.until().isAfter(draft.at))
                .max(Comparator.comparing(Reminder::closes).thenComparing(Reminder::at))
                .ifPresent(reminder -> due.put(marked, reminder));
    }

    private void close(Case of, Reminder reminder) {
        if (!reminder.closes()) {
            return;
        }
        if (draft.procedure.title(of.facts()).isEmpty()) {
            draft.now(draft.now().without(of.id()));
        } else {
            draft.put(of.in(new Phase.Expired(draft.at)));
        }
        if (draft.now().active().equals(Optional.of(of.id()))) {
            draft.now(draft.now().active(Optional.empty()).focus(Optional.empty()));
        }
    }

    private void tell(Case of, Reminder reminder) {
        What what = reminder.what();
        draft.notice(
                OrderNews.notice(
                        draft,
                        of,
                        what == What.SMS ? Notice.Kind.VERIFICATION : Notice.Kind.TODO,
                        what.name()));
        if (what == What.SMS) {
            Verification.remind(draft, Verification.pending(of).orElseThrow());
        } else {
            draft.say(line(of, reminder));
            offers(of, what);
        }
        if (what != What.CLOSE) {
            draft.say("remind.stop");
        }
    }

    private Line line(Case of, Reminder reminder) {
        Line line =
                Line.of("remind." + reminder.what())
                        .with("title", draft.procedure.title(of.facts()))
                        .with("order", of.phase().order().orElse(""))
                        .with("until", Status.day(reminder.until()));
        return switch (reminder.what()) {
            case UNFINISHED, CLOSES_TOMORROW -> line.with("remaining", draft.walk(of).remaining());
            case RETURNED ->
                    line.with(
                            "count",
                            of.phase() instanceof Phase.Returned back ? back.problems().size() : 0);
            case HALF_TIME, OVERDUE -> Status.bureau(of.phase(), draft.at, line);
            case VERIFY ->
                    of.phase() instanceof Phase.Tracking tracking
                            ? line.with("link", tracking.link().orElse(""))
                            : line;
            case FOOTER, POLICE -> line.with("numbers", numbers(of));
            case EXPIRES -> expires(of, reminder, line);
            case CLOSE -> line.with("days", draft.kept());
            default -> line;
        };
    }

    private Line expires(Case of, Reminder reminder, Line line) {
        String path = Reminders.path(reminder).orElse("");
        return draft.procedure
                .form()
                .walk(of.facts(), draft.today(), section -> true)
                .at(path)
                .map(step -> line.about(step.entry(), draft.scope(of)))
                .orElse(line.with("question", "order"))
                .with("until", Status.day(reminder.until().minusSeconds(86_400)));
    }

    private static String numbers(Case of) {
        return of.phase() instanceof Phase.Filed filed
                ? String.join("、", filed.numbers().values())
                : "";
    }

    private void offers(Case of, What what) {
        boolean here = draft.now().active().equals(Optional.of(of.id()));
        switch (what) {
            case UNFINISHED, CLOSES_TOMORROW, RETURNED ->
                    draft.offer(here ? Choice.of("继续") : new Choice("打开这份备案", "打开 #" + of.id()));
            case CLOSE -> {
                if (draft.now().find(of.id()).isPresent()) {
                    draft.offer(new Choice("接着填", "打开 #" + of.id()));
                }
            }
            case FOOTER -> draft.offer("页脚代码");
            case HALF_TIME, OVERDUE, VERIFY -> draft.offer("进度");
            default -> {}
        }
    }

    /** Several filings at once: a line each, and the list to choose from. */
    private void several() {
        draft.say(Line.of("remind.several").with("count", due.size()));
        List<Map.Entry<Case, Reminder>> all = new ArrayList<>(due.entrySet());
        all.sort(Comparator.comparing(each -> each.getValue().what() == What.SMS ? 0 : 1));
        all.stream()
                .limit(ROWS)
                .forEach(
                        each ->
                                draft.say(
                                        Line.of("remind.row." + each.getValue().what())
                                                .with(
                                                        "title",
                                                        draft.procedure.title(
                                                                each.getKey().facts()))
                                                .with(
                                                        "until",
                                                        Status.moment(each.getValue().until()))
                                                .with("days", draft.kept())));
        all.stream()
                .filter(each -> each.getValue().what() == What.SMS)
                .findFirst()
                .ifPresentOrElse(
                        each ->
                                draft.notice(
                                        OrderNews.notice(
                                                draft, each.getKey(), Notice.Kind.VERIFICATION)),
                        () ->
                                draft.notice(
                                        OrderNews.notice(
                                                draft, all.get(0).getKey(), Notice.Kind.TODO)));
        draft.offer("我的备案");
        draft.say("remind.stop");
    }
}
