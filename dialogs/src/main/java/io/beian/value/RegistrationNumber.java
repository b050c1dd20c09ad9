package io.beian.value;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The business registration number of licences before the credit code: 15 digits with ISO 7064 MOD
 * 11,10 (GS 15-2006), 13 digits without a check (before 2007), or a text such as 企合京总字第000123号.
 */
public record RegistrationNumber(String text) {

    /** Every code a flaw of this type can have. */
    public static final Set<String> FLAWS =
            Set.of("empty", "masked", "creditCode", "length", "letters", "checkDigit");

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern LABEL =
            Pattern.compile("^(?:工商|营业|执照|企业|登记|注册){0,4}(?:注册|登记|执照)(?:证?号码?)?[:是为]*(?=企)");
    private static final Pattern WORDED = Pattern.compile("企\\p{IsHan}{1,16}[0-9A-Z]{2,40}号?");
    private static final Rule RULE = new Rule(RegistrationNumber::flaw, Lookalikes.FOR_DIGITS);

    public RegistrationNumber {
        RULE.require(text);
    }

    public static Checked<RegistrationNumber> check(String raw) {
        String line = Typed.compact(raw).toUpperCase(Locale.ROOT);
        String worded = Typed.after(LABEL, line);
        return WORDED.matcher(worded).matches()
                ? RULE.check(worded, RegistrationNumber::new)
                : RULE.checkNumber(raw, RegistrationNumber::new);
    }

    /** The number is public. */
    @Override
    public String toString() {
        return text;
    }

    static Optional<Flaw> flaw(String text) {
        if (text.isEmpty()) {
            return Optional.of(Flaw.of("empty", text));
        }
        if (text.startsWith("企")) {
            int length = Typed.length(text);
            boolean worded = WORDED.matcher(text).matches() && length >= 6 && length <= 64;
            return worded ? Optional.empty() : Optional.of(Flaw.length(text, length, "6-64"));
        }
        return digitsFlaw(text);
    }

    private static Optional<Flaw> digitsFlaw(String text) {
        if (text.contains("*")) {
            return Optional.of(Flaw.of("masked", text));
        }
        if (CreditCode.isLikely(text)) {
            return Optional.of(Flaw.of("creditCode", text));
        }
        if (text.length() != 13 && text.length() != 15) {
            return Optional.of(Flaw.length(text, Typed.length(text), "15"));
        }
        if (!DIGITS.matcher(text).matches()) {
            String others = Typed.others(text, cp -> cp >= '0' && cp <= '9');
            return Optional.of(Flaw.of("letters", text).with("letters", others));
        }
        return text.length() == 13 || checkHolds(text)
                ? Optional.empty()
                : Optional.of(Flaw.of("checkDigit", text));
    }

    private static boolean checkHolds(String text) {
        int product = 10;
        for (int i = 0; i < 14; i++) {
            int sum = (product + text.charAt(i) - '0') % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (product + text.charAt(14) - '0') % 10 == 1;
    }
}
