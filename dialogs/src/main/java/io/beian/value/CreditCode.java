package io.beian.value;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The unified social credit code of an organisation (GB 32100-2015). */
public record CreditCode(String text) {

    /** Every code a flaw of this type can have. */
    public static final Set<String> FLAWS =
            Set.of("empty", "masked", "length", "letters", "structure", "checkDigit", "residentId");

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final Pattern FORM =
            Pattern.compile("[1-9ANY][1-9][0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}");
    private static final Rule RULE = new Rule(CreditCode::flaw, Lookalikes.IN_CODES);

    public CreditCode {
        RULE.require(text);
    }

    public static Checked<CreditCode> check(String raw) {
        return RULE.check(Typed.number(raw), CreditCode::new);
    }

    /** Two characters: the registering authority and the kind of organisation, such as 91. */
    public String kind() {
        return text.substring(0, 2);
    }

    /** The six digits of the place of registration in GB/T 2260; 100000 is the national office. */
    public String regionCode() {
        return text.substring(2, 8);
    }

    /** The old organisation code held inside, written as on the old certificate. */
    public String organizationCode() {
        return text.substring(8, 16) + "-" + text.charAt(16);
    }

    /**
     * Whether the organisation may have had certificates before 2015, when credit codes came: the
     * inner codes given out since mostly begin with M and a letter (MA, MB, MJ …). A tendency, so
     * it decides only whether to ask for an old certificate.
     */
    public boolean issuedBefore2015() {
        return text.charAt(8) != 'M' || !Character.isLetter(text.charAt(9));
    }

    /**
     * Some real codes of the first years break the inner check: a reason to warn, not to refuse.
     */
    public boolean innerCheckHolds() {
        return OrganizationCode.is(organizationCode());
    }

    /** The code is public. */
    @Override
    public String toString() {
        return text;
    }

    static boolean is(String text) {
        return codeFlaw(text).isEmpty();
    }

    static Optional<Flaw> flaw(String text) {
        Optional<Flaw> flaw = codeFlaw(text);
        return flaw.isPresent() && ResidentId.is(text)
                ? Optional.of(Flaw.of("residentId", text))
                : flaw;
    }

    private static Optional<Flaw> codeFlaw(String text) {
        if (text.isEmpty()) {
            return Optional.of(Flaw.of("empty", text));
        }
        if (text.contains("*")) {
            return Optional.of(Flaw.of("masked", text));
        }
        if (text.length() != 18) {
            return Optional.of(Flaw.length(text, Typed.length(text), "18"));
        }
        String others = Typed.others(text, cp -> ALPHABET.indexOf(cp) >= 0);
        if (!others.isEmpty()) {
            return Optional.of(Flaw.of("letters", text).with("letters", others));
        }
        if (!FORM.matcher(text).matches()) {
            return Optional.of(Flaw.of("structure", text));
        }
        return checkCharacter(text) == text.charAt(17)
                ? Optional.empty()
                : Optional.of(Flaw.of("checkDigit", text));
    }

    private static char checkCharacter(String text) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += ALPHABET.indexOf(text.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }
}
