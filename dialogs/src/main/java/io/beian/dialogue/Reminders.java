package io.beian.dialogue;

import io.beian.dialogue.Reminder.What;
import io.beian.order.OrderState;
import io.beian.order.WorkingDays;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When to come back to a person by ourselves: a function of phase, facts and rules, recomputed in
 * every turn, never a timer. What was told is remembered by its key.
 */
final class Reminders {

    /** The bureau has twenty working days (order 33 of the ministry). */
    static final int BUREAU_DAYS = 20;

    private static final int HALF = BUREAU_DAYS / 2;

    /** 公安联网备案 is due within thirty days of opening. */
    static final Duration POLICE = Duration.ofDays(30);

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration SMS_LASTS = Duration.ofHours(24);

    /**
     * Told when two, twelve, twenty and twenty-three of the 24 hours are over (icp-filing §6.4).
     */
    private static final List<Duration> SMS_LEFT =
            List.of(
                    Duration.ofHours(22),
                    Duration.ofHours(12),
                    Duration.ofHours(4),
                    Duration.ofHours(1));

    private static final int MONTH = 30;
    private static final LocalTime MORNING = LocalTime.of(10, 0);
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private final Procedure procedure;
    private final ReminderRules rules;
    private final Conversation now;

    Reminders(Procedure procedure, ReminderRules rules, Conversation now) {
        this.procedure = procedure;
        this.rules = rules;
        this.now = now;
    }

    static boolean unfinished(Phase phase) {
        return (phase instanceof Phase.Matching matching && matching.blocked().isEmpty())
                || phase instanceof Phase.Filling
                || phase instanceof Phase.Reviewing
                || phase instanceof Phase.Returned;
    }

    /** The next time this conversation is to be looked at. */
    Optional<Instant> next() {
        Optional<Instant> next =
                now.cases().stream()
                        .flatMap(of -> open(of).stream())
                        .map(Reminder::at)
                        .min(Comparator.naturalOrder());
        return next.map(at -> Agents.over(now).filter(over -> over.isAfter(at)).orElse(at));
    }

    /** What of a case has not been told yet. */
    List<Reminder> open(Case of) {
        return plan(of).stream()
                .filter(reminder -> !of.reminded().contains(reminder.key()))
                .filter(reminder -> !now.hushed() || reminder.news())
                .toList();
    }

    /** All that a case gives reason to, past and to come. */
    List<Reminder> plan(Case of) {
        Phase phase = of.phase();
        List<Reminder> all = new ArrayList<>();
        if (phase instanceof Phase.Returned back) {
            returned(back, all);
        } else if (unfinished(phase)) {
            draft(of, all);
        } else if (phase instanceof Phase.Tracking tracking) {
            tracking(tracking, all);
        } else if (phase instanceof Phase.Filed filed) {
            filed(filed, all);
        }
        if (phase.order().isPresent()) {
            expiries(of, all);
        }
        return all;
    }

    private void draft(Case of, List<Reminder> all) {
        boolean blank = procedure.title(of.facts()).isEmpty();
        List<Duration> after = blank ? rules.unfinished().subList(0, 1) : rules.unfinished();
        Instant from = now.heard();
        Instant closes = from.plus(rules.closing());
        if (!now.paused()) {
            after.forEach(
                    pause ->
                            add(
                                    all,
                                    What.UNFINISHED,
                                    pause.toHours() + "h",
                                    from,
                                    from.plus(pause),
                                    closes));
            if (!blank) {
                add(all, What.CLOSES_TOMORROW, "", from, closes.minus(DAY), closes);
            }
        }
        add(all, What.CLOSE, "", from, closes, NEVER);
    }

    private void returned(Phase.Returned back, List<Reminder> all) {
        Instant from = later(back.since(), now.heard());
        Instant closes = back.deadline().orElse(back.since().plus(rules.closing()));
        if (now.paused()) {
            return;
        }
        for (Duration pause : rules.unfinished()) {
            add(all, What.RETURNED, pause.toHours() + "h", from, from.plus(pause), closes);
        }
        add(all, What.CLOSES_TOMORROW, "", back.since(), closes.minus(DAY), closes);
    }

    private void tracking(Phase.Tracking tracking, List<Reminder> all) {
        Instant since = tracking.since();
        OrderState state = OrderState.named(tracking.state()).orElse(OrderState.PRE_REVIEW);
        switch (state) {
            case SMS_PENDING -> sms(tracking, all);
            case VERIFY_PENDING -> {
                Instant end = tracking.deadline().orElse(since.plus(DAY.multipliedBy(3)));
                add(all, What.VERIFY, "1", since, since.plus(DAY), end);
                add(all, What.VERIFY, "2", since, end.minus(Duration.ofHours(3)), end);
            }
            case BUREAU_REVIEW -> {
                LocalDate began = day(since);
                LocalDate last = WorkingDays.after(began, BUREAU_DAYS);
                Instant end = morning(last.plusDays(1));
                add(all, What.HALF_TIME, "", since, morning(WorkingDays.after(began, HALF)), end);
                add(all, What.OVERDUE, "", since, end, NEVER);
            }
            default -> {}
        }
    }

    private void sms(Phase.Tracking tracking, List<Reminder> all) {
        Instant end = tracking.deadline().orElse(tracking.since().plus(SMS_LASTS));
        for (Duration left : SMS_LEFT) {
            add(all, What.SMS, left.toHours() + "h", tracking.since(), end.minus(left), end);
        }
    }

    private void filed(Phase.Filed filed, List<Reminder> all) {
        Instant since = filed.since();
        Instant end = since.plus(POLICE);
        LocalDate day = day(since);
        add(all, What.FOOTER, "", since, morning(day.plusDays(1)), end);
        add(all, What.POLICE, "7", since, morning(day.plusDays(7)), end);
        add(all, What.POLICE, "25", since, morning(day.plusDays(25)), end);
    }

    /** A certificate that ends is told of a month ahead. */
    private void expiries(Case of, List<Reminder> all) {
        procedure
                .expiries(of.facts())
                .forEach(
                        (path, ends) ->
                                add(
                                        all,
                                        What.EXPIRES,
                                        path + "/" + ends,
                                        of.opened(),
                                        morning(ends.minusDays(MONTH)),
                                        morning(ends.plusDays(1))));
    }

    /** Reminders that start anew have a new name: it tells the time they are counted from. */
    private void add(
            List<Reminder> all, What what, String which, Instant from, Instant at, Instant end) {
        String key = what + (which.isEmpty() ? "" : "." + which);
        boolean recurs = what != What.EXPIRES;
        all.add(
                new Reminder(
                        recurs ? key + "@" + from.getEpochSecond() : key,
                        what,
                        what == What.CLOSE ? at : rules.awake(at, from, end),
                        end));
    }

    /** The paths of the certificates a reminder of a case is about. */
    static Optional<String> path(Reminder reminder) {
        return Stream.of(reminder.key())
                .filter(key -> reminder.what() == What.EXPIRES)
                .map(key -> key.substring(key.indexOf('.') + 1, key.lastIndexOf('/')))
                .findFirst();
    }

    static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ReminderRules.CHINA);
    }

    private static Instant morning(LocalDate day) {
        return day.atTime(MORNING).atZone(ReminderRules.CHINA).toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
