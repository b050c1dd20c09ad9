package io.beian.value;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The organisation code of the years before the credit code (GB 11714-1997), written as on the
 * certificate: 12345678-8. Bureau records hold it with or without the dash.
 */
public record OrganizationCode(String text) {

    /** Every code a flaw of this type can have. */
    public static final Set<String> FLAWS =
            Set.of("empty", "masked", "creditCode", "length", "letters", "checkDigit");

    private static final Pattern FORM = Pattern.compile("[0-9A-Z]{8}-[0-9X]");
    private static final int[] WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    /** Letters are lawful here, so only the most usual slips are worth a try. */
    private static final Rule RULE =
            new Rule(
                    OrganizationCode::flaw,
                    Map.of('O', "0", 'I', "1", 'L', "1", 'Z', "2", 'S', "5"));

    public OrganizationCode {
        RULE.require(text);
    }

    public static Checked<OrganizationCode> check(String raw) {
        String bare = Copied.number(raw, text -> RULE.holds(printed(text)));
        return RULE.check(printed(bare), OrganizationCode::new);
    }

    /** Without the dash. */
    public String compact() {
        return text.replace("-", "");
    }

    /** The code is public. */
    @Override
    public String toString() {
        return text;
    }

    static boolean is(String text) {
        return flaw(text).isEmpty();
    }

    private static String printed(String bare) {
        return bare.length() == 9 ? bare.substring(0, 8) + "-" + bare.charAt(8) : bare;
    }

    private static Optional<Flaw> flaw(String text) {
        if (text.isEmpty()) {
            return Optional.of(Flaw.of("empty", text));
        }
        if (text.contains("*")) {
            return Optional.of(Flaw.of("masked", text));
        }
        if (CreditCode.isLikely(text)) {
            Optional<String> inner = Optional.of(new CreditCode(text).organizationCode());
            return Optional.of(
                    Flaw.of("creditCode", text).suggesting(inner.filter(OrganizationCode::is)));
        }
        int length = Typed.length(text.replace("-", ""));
        if (length != 9) {
            return Optional.of(Flaw.length(text, length, "9"));
        }
        if (!FORM.matcher(text).matches()) {
            String others = Typed.others(text, cp -> cp == '-' || Typed.isAsciiAlphanumeric(cp));
            String wrong = others.isEmpty() ? text.substring(9) : others;
            return Optional.of(Flaw.of("letters", text).with("letters", wrong));
        }
        return checkCharacter(text) == text.charAt(9)
                ? Optional.empty()
                : Optional.of(Flaw.of("checkDigit", text));
    }

    private static char checkCharacter(String text) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += Character.digit(text.charAt(i), 36) * WEIGHTS[i];
        }
        return "0X987654321".charAt(sum % 11);
    }
}
