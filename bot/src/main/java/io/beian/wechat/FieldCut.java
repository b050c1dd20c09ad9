package io.beian.wechat;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts values to what the fields of templates take; WeChat refuses the whole message (47003) for
 * one value that does not fit.
 *
 * @see <a
 *     href="https://developers.weixin.qq.com/doc/service/guide/product/template_message/Template_Message_Operation_Specifications.html">the
 *     types of fields</a>
 */
final class FieldCut {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.CHINA);
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);
    private static final Pattern MOMENT =
            Pattern.compile(
                    "(\\d{4})[-年/.](\\d{1,2})[-月/.](\\d{1,2})日?[ T]*(?:(\\d{1,2}):(\\d{2}))?.*");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern TYPE = Pattern.compile("([a-z_]+?)\\d*");
    private static final String MORE = "…";

    private FieldCut() {}

    /**
     * The value as the field takes it; empty if there is no way to make it fit.
     *
     * @param field its name, a type and a number: {@code thing1, phrase2, time3}
     * @param options what a {@code const} may be
     */
    static Optional<String> fit(String field, String value, List<String> options) {
        String clean = value.replaceAll("\\s+", " ").strip();
        Matcher type = TYPE.matcher(field);
        Optional<String> fitted =
                switch (type.matches() ? type.group(1) : "") {
                    case "thing" -> Optional.of(cut(clean, 20));
                    case "character_string" -> Optional.of(most(only(clean, FieldCut::ascii), 32));
                    case "phrase" -> Optional.of(most(only(clean, FieldCut::chinese), 5));
                    case "letter" -> Optional.of(most(only(clean, FieldCut::letter), 32));
                    case "symbol" -> Optional.of(most(clean, 5));
                    case "number", "amount" -> number(clean);
                    case "time", "date" -> moment(clean);
                    case "phone_number" -> Optional.of(most(only(clean, FieldCut::phone), 17));
                    case "car_number" -> Optional.of(most(clean.replace(" ", ""), 8));
                    case "name" -> Optional.of(name(clean));
                    case "const" -> option(clean, options);
                    default -> Optional.of(clean);
                };
        return fitted.filter(text -> !text.isEmpty());
    }

    private static Optional<String> number(String value) {
        Matcher number = NUMBER.matcher(value);
        return number.find() ? Optional.of(most(number.group(), 32)) : Optional.empty();
    }

    /** WeChat writes both with the hour; a date without one stays a date. */
    private static Optional<String> moment(String value) {
        Matcher parts = MOMENT.matcher(value);
        try {
            if (value.endsWith("Z")) {
                return Optional.of(TIME.format(Instant.parse(value).atZone(BEIJING)));
            }
            if (!parts.matches()) {
                return Optional.empty();
            }
            LocalDate day = LocalDate.of(part(parts, 1), part(parts, 2), part(parts, 3));
            if (parts.group(4) == null) {
                return Optional.of(DATE.format(day));
            }
            LocalDateTime at = day.atTime(part(parts, 4), part(parts, 5));
            return Optional.of(TIME.format(at));
        } catch (DateTimeException noSuchMoment) {
            return Optional.empty();
        }
    }

    private static int part(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    /** Ten letters if one of them is Chinese, twenty otherwise; no digits and no signs. */
    private static String name(String value) {
        String letters = only(value, c -> Character.isLetter(c) || c == ' ' || c == '·').strip();
        return most(letters, letters.codePoints().anyMatch(FieldCut::chinese) ? 10 : 20);
    }

    /** An option as it is, or the one the value begins with or holds. */
    private static Optional<String> option(String value, List<String> options) {
        return options.contains(value)
                ? Optional.of(value)
                : options.stream().filter(value::contains).findFirst();
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : most(text, most - 1) + MORE;
    }

    /** Never half of a character; WeChat counts those outside the basic plane as two. */
    private static String most(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end);
    }

    private static String only(String text, IntPredicate allowed) {
        return text.codePoints()
                .filter(allowed)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean ascii(int c) {
        return c > ' ' && c < 0x7F;
    }

    private static boolean letter(int c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private static boolean chinese(int c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
    }

    private static boolean phone(int c) {
        return (c >= '0' && c <= '9') || c == '+' || c == '-';
    }
}
