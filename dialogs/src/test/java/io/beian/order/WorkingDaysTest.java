package io.beian.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {

    @ParameterizedTest
    @CsvSource({
        // an ordinary week, and over its weekend
        "2026-11-23, 3, 2026-11-26",
        "2026-11-26, 1, 2026-11-27",
        "2026-11-27, 1, 2026-11-30",
        "2026-11-28, 1, 2026-11-30",
        "2026-11-26, 0, 2026-11-26",
        // 国庆 2026: 1 to 7 October off, Sunday 20 September and Saturday 10 October worked
        "2026-09-18, 1, 2026-09-20",
        "2026-09-30, 1, 2026-10-08",
        "2026-09-30, 3, 2026-10-10",
        "2026-09-30, 4, 2026-10-12",
        "2026-09-14, 20, 2026-10-16",
        // 中秋 2026 falls on a Friday
        "2026-09-24, 1, 2026-09-28",
        // 春节 2026: 15 to 23 February off, Saturdays 14 and 28 worked
        "2026-02-13, 1, 2026-02-14",
        "2026-02-13, 2, 2026-02-24",
        "2026-02-27, 1, 2026-02-28",
        "2026-02-10, 20, 2026-03-16",
        // 元旦 2026, and 劳动节
        "2025-12-31, 1, 2026-01-04",
        "2026-04-30, 1, 2026-05-06",
        "2026-05-08, 1, 2026-05-09",
        // 2025
        "2025-01-24, 1, 2025-01-26",
        "2025-01-27, 1, 2025-02-05",
        "2025-09-26, 1, 2025-09-28",
        "2025-09-30, 3, 2025-10-11",
        // by statute alone: holidays on a weekend are made up for on working days
        "2027-02-04, 1, 2027-02-11",
        "2027-04-30, 1, 2027-05-05",
        "2027-09-30, 1, 2027-10-06",
        "2028-09-29, 1, 2028-10-06",
    })
    void endsAPeriod(LocalDate day, int workingDays, LocalDate last) {
        assertThat(WorkingDays.after(day, workingDays)).isEqualTo(last);
        assertThat(WorkingDays.between(day, last)).isEqualTo(workingDays);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-30, 2026-10-07, 0",
        "2026-10-01, 2026-10-08, 1",
        "2026-10-09, 2026-10-11, 1",
        "2026-11-26, 2026-11-26, 0",
        "2026-11-26, 2026-11-20, 0",
        "2026-01-01, 2026-12-31, 248",
        "2025-01-01, 2025-12-31, 248",
    })
    void countsWhatElapsed(LocalDate from, LocalDate to, int days) {
        assertThat(WorkingDays.between(from, to)).isEqualTo(days);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-12-31, true",
        "2025-01-01, false",
        "2026-12-31, false",
        "2027-01-01, true",
        "2031-06-01, true"
    })
    void saysWhereNoNoticeIsKnown(LocalDate day, boolean provisional) {
        assertThat(WorkingDays.provisional(day)).isEqualTo(provisional);
    }

    @Test
    void reckonsForwardOnly() {
        assertThatThrownBy(() -> WorkingDays.after(LocalDate.of(2026, 11, 26), -1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** The statute gives 13 days of a year; a year of the table has them all off. */
    @ParameterizedTest
    @CsvSource({"2025", "2026", "2027", "2028"})
    void keepsTheStatutoryDaysFree(int year) {
        assertThat(WorkingDays.worked(LocalDate.of(year, 1, 1))).isFalse();
        assertThat(WorkingDays.worked(LocalDate.of(year, 5, 1))).isFalse();
        assertThat(WorkingDays.worked(LocalDate.of(year, 5, 2))).isFalse();
        assertThat(WorkingDays.worked(LocalDate.of(year, 10, 1))).isFalse();
        assertThat(WorkingDays.worked(LocalDate.of(year, 10, 3))).isFalse();
        LocalDate before = LocalDate.of(year - 1, 12, 31);
        long weekdays =
                before.plusDays(1)
                        .datesUntil(LocalDate.of(year + 1, 1, 1))
                        .filter(day -> day.getDayOfWeek().getValue() <= 5)
                        .count();
        assertThat(WorkingDays.between(before, LocalDate.of(year, 12, 31)))
                .isEqualTo((int) weekdays - 13);
    }

    @Property(tries = 300, seed = "26")
    void periodsAddUp(
            @ForAll @IntRange(max = 1400) int start,
            @ForAll @IntRange(max = 40) int first,
            @ForAll @IntRange(max = 40) int second) {
        LocalDate day = LocalDate.of(2025, 1, 1).plusDays(start);
        LocalDate end = WorkingDays.after(day, first);

        assertThat(WorkingDays.after(end, second))
                .isEqualTo(WorkingDays.after(day, first + second));
        assertThat(first == 0 || WorkingDays.worked(end)).isTrue();
        assertThat(WorkingDays.between(day, end)).isEqualTo(first);
    }
}
