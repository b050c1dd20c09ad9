package io.beian.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The last day a certificate is valid, or 长期. */
public record ValidUntil(LocalDate last) {

    /** Every code a flaw of this type can have. */
    public static final Set<String> FLAWS = Set.of("empty", "format", "date", "expired");

    /** A certificate without an end. */
    public static final ValidUntil LONG_TERM = new ValidUntil(LocalDate.MAX);

    private static final String LONG_TERM_TEXT = "长期";
    private static final int NO_REAL_YEAR = 9999;
    private static final int LONGEST = 80;
    private static final Pattern ENDLESS = Pattern.compile("长期(?:有效)?|永久|永续|无固定期限|无限期|无期限");
    private static final Pattern DATE =
            Pattern.compile(
                    "(?<![0-9])(?:([0-9]{4}) ?[-./年 ] ?([0-9]{1,2}) ?[-./月 ] ?([0-9]{1,2})(?: ?[日号])?"
                            + "|([0-9]{4})([0-9]{2})([0-9]{2}))(?![0-9])");
    private static final Pattern NUMERAL = Pattern.compile("[〇零○一二三四五六七八九十]{1,4}(?= ?[年月日号])");

    /** Words and marks that may stand around dates. */
    private static final Pattern AROUND =
            Pattern.compile("[-~至到起止自从于的有效期限截日营业经身份证执照件今是为:.,;()。 ]*");

    /** Reads a validity in any usual writing; of a range the end counts. */
    public static Checked<ValidUntil> check(String raw, LocalDate today) {
        String line = Typed.dashed(Typed.line(raw));
        if (line.isEmpty()) {
            return bad(Flaw.of("empty", line));
        }
        if (line.length() > LONGEST) {
            return bad(Flaw.of("format", line));
        }
        String arabic = NUMERAL.matcher(line).replaceAll(found -> arabic(found.group()));
        return read(line, arabic, today);
    }

    private static Checked<ValidUntil> read(String line, String arabic, LocalDate today) {
        String words = DATE.matcher(arabic).replaceAll("");
        String rest = ENDLESS.matcher(words).replaceAll("");
        if (!AROUND.matcher(rest).matches()) {
            return bad(Flaw.of("format", line));
        }
        if (!rest.equals(words)) {
            return new Checked.Good<>(LONG_TERM);
        }
        Optional<MatchResult> end = DATE.matcher(arabic).results().reduce((first, last) -> last);
        return end.map(found -> dated(line, found, today))
                .orElseGet(() -> bad(Flaw.of("format", line)));
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

    /** 长期 or a date such as 2030-01-31. */
    public String text() {
        return isLongTerm() ? LONG_TERM_TEXT : last.toString();
    }

    /** A validity tells nothing about a person. */
    @Override
    public String toString() {
        return text();
    }

    private static Checked<ValidUntil> dated(String line, MatchResult found, LocalDate today) {
        int first = found.start(1) < 0 ? 4 : 1;
        try {
            LocalDate last =
                    LocalDate.of(
                            number(found, first),
                            number(found, first + 1),
                            number(found, first + 2));
            if (last.getYear() == NO_REAL_YEAR) {
                return new Checked.Good<>(LONG_TERM);
            }
            return last.isBefore(today)
                    ? bad(Flaw.of("expired", line).with("date", last.toString()))
                    : new Checked.Good<>(new ValidUntil(last));
        } catch (DateTimeException impossible) {
            return bad(Flaw.of("date", line).with("date", found.group()));
        }
    }

    private static int number(MatchResult found, int group) {
        return Integer.parseInt(found.group(group));
    }

    /** 二〇三〇 is read digit by digit, 三十一 as tens and ones. */
    private static String arabic(String numeral) {
        int ten = numeral.indexOf('十');
        if (ten < 0) {
            return digits(numeral);
        }
        String tens = ten == 0 ? "1" : digits(numeral.substring(0, ten));
        String ones = ten == numeral.length() - 1 ? "0" : digits(numeral.substring(ten + 1));
        return tens + ones;
    }

    private static String digits(String numeral) {
        String same = numeral.replace('零', '〇').replace('○', '〇');
        return same.chars()
                .mapToObj(c -> String.valueOf("〇一二三四五六七八九".indexOf(c)))
                .collect(Collectors.joining());
    }

    private static Checked<ValidUntil> bad(Flaw flaw) {
        return new Checked.Bad<>(flaw);
    }
}
