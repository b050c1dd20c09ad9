package io.beian.value;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The number of a law firm's licence (律师事务所执业许可证, type 21): the credit code, or 17 digits on older
 * licences.
 */
public record LawFirmLicence(String text) {

    /** Every code a flaw of this type can have. */
    public static final Set<String> FLAWS = CreditCode.FLAWS;

    private static final int OLD_LENGTH = 17;
    private static final Pattern DIGITS = Pattern.compile("[0-9]{17}");
    private static final Pattern MEANT_AS_DIGITS = Pattern.compile("[0-9OQDILZSB]{17}");
    private static final Rule OLD = new Rule(LawFirmLicence::flaw, Lookalikes.FOR_DIGITS);
    private static final Rule NEW = new Rule(LawFirmLicence::flaw, Lookalikes.IN_CODES);

    public LawFirmLicence {
        OLD.require(text);
    }

    public static Checked<LawFirmLicence> check(String raw) {
        String text = Copied.number(raw, OLD::holds);
        return (text.length() == OLD_LENGTH ? OLD : NEW).check(text, LawFirmLicence::new);
    }

    /** The credit code, unless the licence is an older one. */
    public Optional<CreditCode> creditCode() {
        return text.length() == OLD_LENGTH ? Optional.empty() : Optional.of(new CreditCode(text));
    }

    /** The number is public. */
    @Override
    public String toString() {
        return text;
    }

    private static Optional<Flaw> flaw(String text) {
        if (DIGITS.matcher(text).matches()) {
            return Optional.empty();
        }
        if (MEANT_AS_DIGITS.matcher(text).matches()) {
            String others = Typed.others(text, cp -> cp >= '0' && cp <= '9');
            return Optional.of(Flaw.of("letters", text).with("letters", others));
        }
        return CreditCode.flaw(text)
                .map(flaw -> flaw.code().equals("length") ? flaw.with("expected", "17/18") : flaw);
    }
}
