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

    /** Registering authority and kind of organisation, as GB 32100-2015 and its changes list. */
    private static final Set<String> KINDS =
            Set.of(
                    "11", "12", "13", "19", "21", "29", "31", "32", "33", "34", "35", "39", "41",
                    "49", "51", "52", "53", "59", "61", "62", "69", "71", "72", "79", "81", "89",
                    "91", "92", "93", "A1", "A9", "N1", "N2", "N3", "N9", "Y1");

    private static final Pattern LETTERED = Pattern.compile(".*[A-Z].*.");
    private static final Rule RULE = new Rule(CreditCode::flaw, Lookalikes.IN_CODES);
    private static final Rule PRINTED = new Rule(CreditCode::printedFlaw, Lookalikes.IN_CODES);

    public CreditCode {
        PRINTED.require(text);
    }

    public static Checked<CreditCode> check(String raw) {
        return RULE.checkNumber(raw, CreditCode::new);
    }

    /**
     * Reads a code as a licence prints it, even if its check character is off. Its kind and region
     * have to be known then.
     */
    public static Checked<CreditCode> checkPrinted(String raw) {
        return PRINTED.checkNumber(raw, CreditCode::new);
    }

    /** Whether somebody sent a credit code where another number was wanted. */
    public static boolean isMeant(String raw) {
        return isLikely(Copied.number(raw, CreditCode::is));
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

    /** Whether the check character is right; see {@link #checkPrinted}. */
    public boolean checkHolds() {
        return checkCharacter(text) == text.charAt(17);
    }

    /**
     * Whether the check character is off as in codes that Xiamen (3502) gave out in 2015 and 2016,
     * whose inner codes begin with M0.
     */
    public boolean brokenInXiamen() {
        return !checkHolds() && text.startsWith("3502", 2) && text.startsWith("M0", 8);
    }

    /** Whether the check of a card's number holds as well: it may be that of a person. */
    public boolean mayBeResidentId() {
        return ResidentId.is(text);
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

    /**
     * Whether a text that is no number of a card is meant as a credit code: kind and region are
     * known, and it holds letters or its check is right. One wrong digit makes many a number of a
     * card pass that check; the birth date in it tells.
     */
    static boolean isLikely(String text) {
        return FORM.matcher(text).matches()
                && isPlausible(text)
                && (LETTERED.matcher(text).matches() || is(text))
                && !Gb11643.isNearlyBorn(text);
    }

    static Optional<Flaw> flaw(String text) {
        Optional<Flaw> flaw = codeFlaw(text);
        boolean card = ResidentId.is(text) || PermanentResidenceCard.isNew(text);
        return card && !isRegistered(text) ? Optional.of(Flaw.of("residentId", text)) : flaw;
    }

    private static Optional<Flaw> printedFlaw(String text) {
        return flaw(text).filter(flaw -> !flaw.code().equals("checkDigit") || !isPlausible(text));
    }

    /** Provinces stand in the digits 3 and 4, or 10 for the national office. */
    private static boolean isPlausible(String text) {
        String province = text.substring(2, 4);
        return KINDS.contains(text.substring(0, 2))
                && (province.equals("10") || ResidentId.isProvince(province));
    }

    private static boolean isRegistered(String text) {
        return FORM.matcher(text).matches()
                && isPlausible(text)
                && Divisions.find(text.substring(2, 8)).isPresent();
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
