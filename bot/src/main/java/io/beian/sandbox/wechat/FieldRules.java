package io.beian.sandbox.wechat;

import java.util.regex.Pattern;

/** What WeChat takes in the fields of templates, as its documentation has it; it cuts nothing. */
final class FieldRules {

    private static final Pattern MOMENT =
            Pattern.compile("\\d{4}年\\d{1,2}月\\d{1,2}日( ([01]\\d|2[0-3]):[0-5]\\d)?");

    private FieldRules() {}

    static boolean takes(Templates.Field field, String value) {
        if (value.isBlank()) {
            return false;
        }
        return switch (field.name().replaceAll("\\d+$", "")) {
            case "thing" -> value.length() <= 20;
            case "character_string" -> value.matches("[\\x21-\\x7E]{1,32}");
            case "phrase" -> value.matches("\\p{IsHan}{1,5}");
            case "letter" -> value.matches("[A-Za-z]{1,32}");
            case "symbol" -> value.length() <= 5;
            case "number", "amount" -> value.matches("-?\\d{1,32}(\\.\\d+)?");
            case "time", "date" -> MOMENT.matcher(value).matches();
            case "phone_number" -> value.matches("[0-9+-]{1,17}");
            case "car_number" -> value.length() <= 8;
            case "name" -> isName(value);
            case "const" -> field.options() != null && field.options().contains(value);
            default -> false;
        };
    }

    private static boolean isName(String value) {
        boolean chinese =
                value.codePoints()
                        .anyMatch(
                                c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
        return value.length() <= (chinese ? 10 : 20) && value.matches("[\\p{L} ·]+");
    }
}
