package io.beian.value;

import com.google.common.collect.ImmutableList;
import io.beian.value.ValidityToken.Kind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ways to write a day, or less than a day, in digits. Numerals are digits already. */
final class WrittenDay {

    private static final String NOT_WITHIN = "(?<![0-9])";
    private static final String YEAR = NOT_WITHIN + "([0-9]{4})";
    private static final String SHORT_YEAR = NOT_WITHIN + "([0-9]{2})";
    private static final String ONE_OR_TWO = "([0-9]{1,2})";
    private static final String MARK = " ?[-./。,、·:_\\\\|]{1,2} ?";
    private static final String AFTER_YEAR = "(?: ?年[-./ ]?|" + MARK + "| )";
    private static final String AFTER_MONTH = "(?: ?月[-./ ]?|" + MARK + "| )";
    private static final String DAY = ONE_OR_TWO + "(?: ?[日号])?(?![0-9])";
    private static final String MONTH_NAME =
            "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
                    + "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final String GAP = "[-./, ]{0,3}";
    private static final String LAST_DAY = "的?(?:[月年]?[底末]|最后[一1][天日])";
    private static final String ORDINAL = "(?:st|nd|rd|th)?";

    /** The year of registers that need a date where there is none. */
    private static final int NO_REAL_YEAR = 9999;

    private static final int OLDEST_YEAR = 1900;
    private static final int CENTURY = 2000;
    private static final int LAST_SHORT_YEAR = 80;

    /** A way to write it, and what it says. */
    private record Form(Pattern pattern, Function<MatchResult, ValidityToken> token) {
        Form(String pattern, Function<MatchResult, ValidityToken> token) {
            this(Pattern.compile(pattern), token);
        }
    }

    /** In the order they are tried. */
    private static final ImmutableList<Form> FORMS =
            ImmutableList.of(
                    new Form(
                            YEAR + AFTER_YEAR + ONE_OR_TWO + AFTER_MONTH + DAY,
                            m -> day(m, number(m, 1), number(m, 2), number(m, 3))),
                    new Form(
                            YEAR + "年?([0-9]{2})([0-9]{2})(?: ?[日号])?(?![0-9])",
                            m -> day(m, number(m, 1), number(m, 2), number(m, 3))),
                    new Form(
                            "(?<![a-z])"
                                    + MONTH_NAME
                                    + GAP
                                    + ONE_OR_TWO
                                    + ORDINAL
                                    + GAP
                                    + "([0-9]{4})(?![0-9])",
                            m -> day(m, number(m, 3), month(m, 1), number(m, 2))),
                    new Form(
                            NOT_WITHIN
                                    + ONE_OR_TWO
                                    + ORDINAL
                                    + GAP
                                    + "(?:[0-9]{1,2}月 ?/ ?)?"
                                    + MONTH_NAME
                                    + GAP
                                    + "([0-9]{4}|[0-9]{2})(?![0-9])",
                            m -> day(m, year(number(m, 3)), month(m, 2), number(m, 1))),
                    new Form(
                            YEAR + GAP + MONTH_NAME + GAP + ONE_OR_TWO + "(?![0-9])",
                            m -> day(m, number(m, 1), month(m, 2), number(m, 3))),
                    new Form(
                            NOT_WITHIN
                                    + ONE_OR_TWO
                                    + MARK
                                    + ONE_OR_TWO
                                    + MARK
                                    + "([0-9]{4})(?![0-9])",
                            m -> dayFirst(m)),
                    new Form(
                            SHORT_YEAR + " ?年 ?" + ONE_OR_TWO + AFTER_MONTH + DAY,
                            m -> day(m, year(number(m, 1)), number(m, 2), number(m, 3))),
                    new Form(
                            SHORT_YEAR + MARK + ONE_OR_TWO + MARK + ONE_OR_TWO + "(?![0-9])",
                            WrittenDay::shortYear),
                    new Form(
                            YEAR + AFTER_YEAR + ONE_OR_TWO + " ?月?份?" + LAST_DAY,
                            m -> lastDay(m, number(m, 1), number(m, 2))),
                    new Form(
                            SHORT_YEAR + "年" + ONE_OR_TWO + "月份?" + LAST_DAY,
                            m -> lastDay(m, year(number(m, 1)), number(m, 2))),
                    new Form(YEAR + "年?" + LAST_DAY, m -> lastDay(m, number(m, 1), 12)),
                    new Form(
                            YEAR + AFTER_YEAR + ONE_OR_TWO + "(?: ?月份?)?(?![0-9])",
                            WrittenDay::partial),
                    new Form(NOT_WITHIN + "([0-9]{4})([0-9]{2})(?![0-9])", WrittenDay::sixDigits),
                    new Form(YEAR + "(?: ?年)?(?![0-9])", WrittenDay::partial),
                    new Form(SHORT_YEAR + "年" + ONE_OR_TWO + "月份?", WrittenDay::partial),
                    new Form(MONTH_NAME + GAP + "[0-9]{4}(?![0-9])", WrittenDay::partial),
                    new Form(
                            NOT_WITHIN + "[0-9]{1,2}月份?(?:[0-9]{1,2}[日号]?)?(?![0-9])",
                            WrittenDay::partial),
                    new Form(NOT_WITHIN + "[0-9]{1,2}[日号]", WrittenDay::partial));

    private WrittenDay() {}

    /** What begins at a place of a text, if it is a day or a part of one. */
    static Optional<ValidityToken> at(String text, int start) {
        for (Form form : FORMS) {
            Matcher matcher =
                    form.pattern()
                            .matcher(text)
                            .region(start, text.length())
                            .useTransparentBounds(true);
            if (matcher.lookingAt()) {
                return Optional.of(form.token().apply(matcher));
            }
        }
        return Optional.empty();
    }

    private static ValidityToken day(MatchResult found, int year, int month, int day) {
        if (year == NO_REAL_YEAR) {
            return ValidityToken.of(Kind.ENDLESS, found.group());
        }
        Optional<LocalDate> date = date(year, month, day);
        return date.map(d -> new ValidityToken(Kind.DAY, found.group(), List.of(d)))
                .orElseGet(() -> ValidityToken.of(Kind.IMPOSSIBLE, found.group()));
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        try {
            return year < OLDEST_YEAR
                    ? Optional.empty()
                    : Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    /** 31/01/2030 is clear, 01/02/2030 is not. */
    private static ValidityToken dayFirst(MatchResult found) {
        int year = number(found, 3);
        return days(
                found,
                date(year, number(found, 2), number(found, 1)),
                date(year, number(found, 1), number(found, 2)));
    }

    private static ValidityToken days(
            MatchResult found, Optional<LocalDate> one, Optional<LocalDate> other) {
        List<LocalDate> days = new ArrayList<>();
        one.ifPresent(days::add);
        other.filter(day -> !days.contains(day)).ifPresent(days::add);
        Kind kind =
                switch (days.size()) {
                    case 0 -> Kind.IMPOSSIBLE;
                    case 1 -> Kind.DAY;
                    default -> Kind.UNSURE;
                };
        return new ValidityToken(kind, found.group(), List.copyOf(days));
    }

    /** 30.1.31 mostly begins with the year, but nobody can know. */
    private static ValidityToken shortYear(MatchResult found) {
        ValidityToken days =
                days(
                        found,
                        date(year(number(found, 1)), number(found, 2), number(found, 3)),
                        date(year(number(found, 3)), number(found, 2), number(found, 1)));
        return days.kind() == Kind.DAY
                ? new ValidityToken(Kind.UNSURE, days.text(), days.days())
                : days;
    }

    /** 203001 is a month, 300131 a day. */
    private static ValidityToken sixDigits(MatchResult found) {
        int year = number(found, 1);
        boolean month = year >= OLDEST_YEAR && year < CENTURY + 100 && number(found, 2) <= 12;
        if (month) {
            return partial(found);
        }
        Optional<LocalDate> day = date(year(year / 100), year % 100, number(found, 2));
        return day.map(d -> new ValidityToken(Kind.UNSURE, found.group(), List.of(d)))
                .orElseGet(() -> ValidityToken.of(Kind.UNKNOWN, found.group()));
    }

    private static ValidityToken lastDay(MatchResult found, int year, int month) {
        return month < 1 || month > 12
                ? ValidityToken.of(Kind.IMPOSSIBLE, found.group())
                : day(found, year, month, YearMonth.of(year, month).lengthOfMonth());
    }

    private static ValidityToken partial(MatchResult found) {
        String text = found.group();
        boolean endless = text.startsWith(String.valueOf(NO_REAL_YEAR));
        return ValidityToken.of(endless ? Kind.ENDLESS : Kind.PARTIAL, text);
    }

    private static int year(int written) {
        if (written >= 100) {
            return written;
        }
        return written < LAST_SHORT_YEAR ? CENTURY + written : CENTURY - 100 + written;
    }

    private static int month(MatchResult found, int group) {
        return MONTHS.indexOf(found.group(group).substring(0, 3)) / 3 + 1;
    }

    private static int number(MatchResult found, int group) {
        return Integer.parseInt(found.group(group));
    }
}
