package io.beian.order;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Chinese working days (工作日) at the bureau, Asia/Shanghai: Monday to Friday, but for the days off
 * and the weekends worked instead that the State Council gives notice of each autumn for the year
 * to come. A year without its notice is reckoned by the statutory days alone (全国年节及纪念日放假办法, 2024),
 * a year that is not in the table by weekends alone; both are {@link #provisional}.
 */
public final class WorkingDays {

    private static final Tsv FILE = Tsv.read(WorkingDays.class, "holidays");
    private static final String WORKED = "work";
    private static final String NOTICE = "notice";

    /** Whether a day that differs from its weekday is worked. */
    private static final Map<LocalDate, Boolean> WORKED_BY_DAY = days();

    private static final Set<Year> NOTICED = noticed();

    private WorkingDays() {}

    private static Map<LocalDate, Boolean> days() {
        Map<LocalDate, Boolean> days = new HashMap<>();
        for (List<String> row : FILE.rows()) {
            LocalDate to = LocalDate.parse(row.get(1));
            LocalDate day = LocalDate.parse(row.get(0));
            while (!day.isAfter(to)) {
                days.put(day, row.get(2).equals(WORKED));
                day = day.plusDays(1);
            }
        }
        return Map.copyOf(days);
    }

    private static Set<Year> noticed() {
        return FILE.rows().stream()
                .filter(row -> row.get(4).equals(NOTICE))
                .map(row -> Year.from(LocalDate.parse(row.get(0))))
                .collect(Collectors.toCollection(HashSet::new));
    }

    public static boolean worked(LocalDate day) {
        DayOfWeek weekday = day.getDayOfWeek();
        boolean week = weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY;
        return WORKED_BY_DAY.getOrDefault(day, week);
    }

    /**
     * The last day of a period that begins the day after.
     *
     * @param workingDays how many working days the period has, 0 or more; 0 is the day itself
     */
    public static LocalDate after(LocalDate day, int workingDays) {
        if (workingDays < 0) {
            throw new IllegalArgumentException("working days before a day are not reckoned");
        }
        LocalDate last = day;
        int left = workingDays;
        while (left > 0) {
            last = last.plusDays(1);
            left -= worked(last) ? 1 : 0;
        }
        return last;
    }

    /** Working days elapsed: those after {@code from} up to and with {@code to}; never below 0. */
    public static int between(LocalDate from, LocalDate to) {
        int elapsed = 0;
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            elapsed += worked(day) ? 1 : 0;
        }
        return elapsed;
    }

    /** Whether no notice for the year of this day has been entered yet, so that it may be wrong. */
    public static boolean provisional(LocalDate day) {
        return !NOTICED.contains(Year.from(day));
    }
}
