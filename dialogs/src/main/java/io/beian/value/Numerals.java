package io.beian.value;

import java.util.regex.Pattern;

/** Chinese numerals of a date: 二〇三〇年, 二千零三十年, 三十一日, 贰零叁零年, 元月, 廿一日. */
final class Numerals {

    private static final Pattern FIRST_MONTH = Pattern.compile("元(?=月)");
    private static final Pattern NUMERAL =
            Pattern.compile(
                    "(?<![a-np-z])[〇零○o0-9一二三四五六七八九十百千两廿卅壹贰叁肆伍陆柒捌玖拾佰仟]{1,9}(?= ?[年月日号]| ?个月)");
    private static final String FORMAL = "零○o壹贰叁肆伍陆柒捌玖拾佰仟两";
    private static final String PLAIN = "〇〇〇一二三四五六七八九十百千二";
    private static final String DIGITS = "〇一二三四五六七八九";
    private static final String UNITS = "十百千";

    private Numerals() {}

    /** A text with the numbers of years, months and days in digits. */
    static String arabic(String text) {
        return NUMERAL.matcher(FIRST_MONTH.matcher(text).replaceAll("1"))
                .replaceAll(found -> digits(plain(found.group())));
    }

    private static String plain(String numeral) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < numeral.length(); i++) {
            char c = numeral.charAt(i);
            int formal = FORMAL.indexOf(c);
            int digit = Character.isDigit(c) ? c - '0' : -1;
            plain.append(
                    digit >= 0 ? DIGITS.charAt(digit) : formal >= 0 ? PLAIN.charAt(formal) : c);
        }
        return plain.toString().replace("廿", "二十").replace("卅", "三十");
    }

    private static String digits(String numeral) {
        if (numeral.chars().anyMatch(c -> UNITS.indexOf(c) >= 0)) {
            return String.valueOf(counted(numeral));
        }
        StringBuilder digits = new StringBuilder();
        numeral.chars().forEach(c -> digits.append(DIGITS.indexOf(c)));
        return digits.toString();
    }

    private static int counted(String numeral) {
        int sum = 0;
        int digit = -1;
        for (int i = 0; i < numeral.length(); i++) {
            int unit = UNITS.indexOf(numeral.charAt(i));
            if (unit < 0) {
                digit = DIGITS.indexOf(numeral.charAt(i));
            } else {
                sum += Math.max(digit, digit < 0 ? 1 : 0) * (int) Math.pow(10, unit + 1);
                digit = -1;
            }
        }
        return sum + Math.max(digit, 0);
    }
}
