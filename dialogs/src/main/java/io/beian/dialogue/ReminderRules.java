package io.beian.dialogue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * When people are reminded.
 *
 * @param quietFrom from this time of the day in China nobody is disturbed
 * @param quietUntil until this time
 * @param unfinished after so much silence a filer hears of what is left undone
 * @param closing after so much silence a draft is closed; it can be opened again
 */
public record ReminderRules(
        LocalTime quietFrom, LocalTime quietUntil, List<Duration> unfinished, Duration closing) {

    /** The first within the 48 hours in which WeChat lets a service message through. */
    public static final ReminderRules USUAL =
            new ReminderRules(
                    LocalTime.of(22, 0),
                    LocalTime.of(8, 0),
                    List.of(
                            Duration.ofHours(24),
                            Duration.ofDays(7),
                            Duration.ofDays(15),
                            Duration.ofDays(30)),
                    Duration.ofDays(45));

    static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    /** So long before the quiet hours what cannot wait until their end is told. */
    private static final Duration BEFORE_QUIET = Duration.ofMinutes(15);

    /**
     * The time outside the quiet hours: their end, or where that would leave less than half of the
     * time to act their beginning, or, where that was before it all began, the time itself.
     *
     * @param began when there was first something to remind of
     * @param end when it is too late
     */
    Instant awake(Instant at, Instant began, Instant end) {
        ZonedDateTime local = at.atZone(CHINA);
        if (!quiet(local.toLocalTime())) {
            return at;
        }
        ZonedDateTime evening =
                local.with(quietFrom)
                        .minusDays(local.toLocalTime().isBefore(quietFrom) ? 1 : 0)
                        .minus(BEFORE_QUIET);
        ZonedDateTime morning = local.with(quietUntil);
        Instant later = (morning.isBefore(local) ? morning.plusDays(1) : morning).toInstant();
        Duration half = Duration.between(at, end).dividedBy(2);
        if (!later.plus(half).isAfter(end)) {
            return later;
        }
        Instant earlier = evening.toInstant();
        return earlier.isAfter(began) ? earlier : at;
    }

    private boolean quiet(LocalTime time) {
        boolean overMidnight = quietFrom.isAfter(quietUntil);
        boolean late = !time.isBefore(quietFrom);
        boolean early = time.isBefore(quietUntil);
        return overMidnight ? late || early : late && early;
    }
}
