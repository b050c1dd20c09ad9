package io.beian.value;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The number of a business licence (营业执照) before the credit code, to find an old filing by: a
 * {@link RegistrationNumber} of 15 or 13 digits, or a text of 6 to 64 characters such as
 * 企合京总字第000123号.
 */
public record OldLicence(String text) {

    /** Every code a flaw of this type can have. */
    public static final Set<String> FLAWS =
            Set.of("empty", "masked", "creditCode", "length", "letters", "checkDigit", "noDigit");

    private static final int SHORTEST = 6;
    private static final Pattern LABEL =
            Pattern.compile(
                    "^(?:(?:我们?的?|以前|之前|原来|旧|老|原|的|工商|企业|法人|营业|执照|登记|注册){1,6}"
                            + "(?:证?号码?[:是为]{0,2}(?!第)|[:是为]{1,2}))");
    private static final Pattern PRINTED = Pattern.compile("[字第]|号$");
    private static final Rule RULE = new Rule(OldLicence::flaw, Lookalikes.FOR_DIGITS);

    public OldLicence {
        RULE.require(text);
    }

    public static Checked<OldLicence> check(String raw) {
        String line = Typed.compact(raw).toUpperCase(Locale.ROOT);
        String printed = RegistrationText.printed(Typed.after(LABEL, line));
        String digits = Copied.number(raw, text -> RegistrationNumber.flaw(text).isEmpty());
        boolean worded = Typed.contains(printed, Typed::isHan) && !isNumber(line, digits);
        return RULE.check(worded ? printed : digits, OldLicence::new);
    }

    /** The number is public. */
    @Override
    public String toString() {
        return text;
    }

    /** 第…号 belongs to the number as it is printed; thanks do not. */
    private static boolean isNumber(String line, String digits) {
        return RegistrationNumber.flaw(digits).isEmpty() && !PRINTED.matcher(line).find();
    }

    private static Optional<Flaw> flaw(String text) {
        return Typed.contains(text, Typed::isHan)
                ? RegistrationText.textFlaw(text, SHORTEST)
                : RegistrationNumber.flaw(text);
    }
}
