package io.beian.value;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The number of a public institution's certificate before the credit code (事业单位法人证书, type 4): 11 to
 * 13 digits, printed as 事证第…号. Bureau records hold either form.
 */
public record OldInstitutionNumber(String text) {

    /** Every code a flaw of this type can have. */
    public static final Set<String> FLAWS =
            Set.of("empty", "masked", "creditCode", "letters", "length");

    private static final Pattern FORM = Pattern.compile("[0-9]{11,12}|1[0-9]{12}");
    private static final Pattern END = Pattern.compile("号$");
    private static final Rule RULE = new Rule(OldInstitutionNumber::flaw, Lookalikes.FOR_DIGITS);

    public OldInstitutionNumber {
        RULE.require(text);
    }

    public static Checked<OldInstitutionNumber> check(String raw) {
        String number = Copied.number(raw, text -> RULE.holds(unended(text)));
        return RULE.check(unended(number), OldInstitutionNumber::new);
    }

    /** As the certificate has it. */
    public String printed() {
        return "事证第" + text + "号";
    }

    /** The number is public. */
    @Override
    public String toString() {
        return text;
    }

    private static String unended(String number) {
        return END.matcher(number).replaceFirst("");
    }

    private static Optional<Flaw> flaw(String text) {
        if (text.isEmpty()) {
            return Optional.of(Flaw.of("empty", text));
        }
        if (text.contains("*")) {
            return Optional.of(Flaw.of("masked", text));
        }
        if (CreditCode.isLikely(text)) {
            return Optional.of(Flaw.of("creditCode", text));
        }
        String others = Typed.others(text, cp -> cp >= '0' && cp <= '9');
        if (!others.isEmpty()) {
            return Optional.of(Flaw.of("letters", text).with("letters", others));
        }
        return FORM.matcher(text).matches()
                ? Optional.empty()
                : Optional.of(Flaw.length(text, text.length(), "12"));
    }
}
