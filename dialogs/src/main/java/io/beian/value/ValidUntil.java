package io.beian.value;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The last day a certificate is valid, or 长期. */
public record ValidUntil(LocalDate last) {

    /** Every code a flaw of this type can have. */
    public static final Set<String> FLAWS =
            Set.of(
                    "empty",
                    "format",
                    "date",
                    "expired",
                    "begins",
                    "blank",
                    "unclear",
                    "partial",
                    "lasting",
                    "calendar");

    /** A certificate without an end. */
    public static final ValidUntil LONG_TERM = new ValidUntil(LocalDate.MAX);

    private static final String LONG_TERM_TEXT = "长期";

    /** A licence or card is copied with its labels, hardly ever with more. */
    private static final int LONGEST = 120;

    /**
     * Reads a validity in any usual writing; of a range the end counts.
     *
     * <p>Never taken: what contradicts itself ({@code unclear}, see {@link #meant}), a day in the
     * past that may be the first one ({@code begins}), what says only that no end is printed
     * ({@code blank}), and an end told by less than a day ({@code partial}, {@code lasting}, {@code
     * calendar}).
     */
    public static Checked<ValidUntil> check(String raw, LocalDate today) {
        String line = Typed.line(raw);
        if (line.isEmpty()) {
            return bad(Flaw.of("empty", line));
        }
        if (line.length() > LONGEST) {
            return bad(Flaw.of("format", line));
        }
        ValidityReading reading = ValidityReading.of(ValidityToken.in(line), today);
        return reading.until()
                .<Checked<ValidUntil>>map(Checked.Good::new)
                .orElseGet(() -> bad(flaw(line, reading)));
    }

    private static Flaw flaw(String line, ValidityReading reading) {
        Flaw flaw = Flaw.of(reading.code(), line);
        return reading.date().isEmpty() ? flaw : flaw.with("date", reading.date());
    }

    /** What an {@code unclear} text may mean, as canonical texts in the order it names them. */
    public static List<String> meant(String raw, LocalDate today) {
        String line = Typed.line(raw);
        return line.length() > LONGEST
                ? List.of()
                : ValidityReading.of(ValidityToken.in(line), today).meant().stream()
                        .map(ValidUntil::text)
                        .toList();
    }

    public boolean isLongTerm() {
        return last.equals(LocalDate.MAX);
    }

    /** The last day, if there is one. */
    public Optional<LocalDate> date() {
        return isLongTerm() ? Optional.empty() : Optional.of(last);
    }

    public boolean expiresWithin(int months, LocalDate today) {
        return !isLongTerm() && last.isBefore(today.plusMonths(months));
    }

    /** A day so far away that the year may be mistyped: {@code far} {date}. */
    public Optional<Flaw> beyond(int years, LocalDate today) {
        return isLongTerm() || !last.isAfter(today.plusYears(years))
                ? Optional.empty()
                : Optional.of(new Flaw("far", text(), Optional.empty(), Map.of("date", text())));
    }

    /** 长期 or a date such as 2030-01-31. */
    public String text() {
        return isLongTerm() ? LONG_TERM_TEXT : last.toString();
    }

    /** A validity tells nothing about a person. */
    @Override
    public String toString() {
        return text();
    }

    private static Checked<ValidUntil> bad(Flaw flaw) {
        return new Checked.Bad<>(flaw);
    }
}
