package io.beian.value;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A filing number: of a sponsor (京ICP备11011846号) or of one of its sites or apps (…号-15). */
public record LicenceNumber(String text) {

    /** Every code a flaw of this type can have. */
    public static final Set<String> FLAWS =
            Set.of("empty", "police", "operating", "prefix", "letters", "length", "format");

    private static final Pattern TYPED =
            Pattern.compile(
                    "[\\p{IsHan}:]{0,16}?(\\p{IsHan}?)ICP备?-?([0-9A-Z]{1,20})号?"
                            + "(?:-0{0,4}([0-9]{1,5}[AXK]?))?");
    private static final Pattern FORM =
            Pattern.compile("(\\p{IsHan}?)ICP备([0-9A-Z]{1,20})号(?:-([1-9][0-9]{0,4})([AXK]?))?");
    private static final Pattern SERIAL = Pattern.compile("(?:[0-9]{2}|20[0-9]{2})[0-9]{6}");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern POLICE = Pattern.compile("公?网安备");
    private static final Pattern OPERATING = Pattern.compile("ICP证|(?:^|\\p{IsHan})[AB][12]-");
    private static final Rule RULE = new Rule(LicenceNumber::flaw, Lookalikes.FOR_DIGITS);

    public LicenceNumber {
        RULE.require(text);
    }

    public static Checked<LicenceNumber> check(String raw) {
        return RULE.check(normalised(raw), LicenceNumber::new);
    }

    /** The number of the sponsor, without the part behind the dash. */
    public String sponsorNumber() {
        return text.substring(0, text.indexOf('号') + 1);
    }

    /** The site's own number, if this is not the sponsor's. */
    public OptionalInt site() {
        Matcher parts = parts(text);
        return parts.start(3) < 0
                ? OptionalInt.empty()
                : OptionalInt.of(Integer.parseInt(text, parts.start(3), parts.end(3), 10));
    }

    /** Apps (A), mini programs (X) and quick apps (K) carry a letter at the end. */
    public boolean isWebsite() {
        return site().isPresent() && Character.isDigit(text.charAt(text.length() - 1));
    }

    /** The province whose bureau gave the number. */
    public Province province() {
        return Province.ofPrefix(text.substring(0, 1)).orElseThrow();
    }

    /** The number is public. */
    @Override
    public String toString() {
        return text;
    }

    private static String normalised(String raw) {
        String line = Typed.dashed(Typed.compact(raw)).toUpperCase(Locale.ROOT);
        String simple =
                Typed.trimmed(line.replace('備', '备').replace('號', '号'), Typed::isPunctuation);
        Matcher typed = TYPED.matcher(simple);
        if (!typed.matches()) {
            return simple;
        }
        String prefix = simple.substring(typed.start(1), typed.end(1));
        String official = Province.ofPrefix(prefix).map(Province::prefix).orElse(prefix);
        String serial = simple.substring(typed.start(2), typed.end(2));
        String site =
                typed.start(3) < 0 ? "" : "-" + simple.substring(typed.start(3), typed.end(3));
        return official + "ICP备" + serial + "号" + site;
    }

    private static Optional<Flaw> flaw(String text) {
        if (text.isEmpty()) {
            return Optional.of(Flaw.of("empty", text));
        }
        if (POLICE.matcher(text).find()) {
            return Optional.of(Flaw.of("police", text));
        }
        if (OPERATING.matcher(text).find()) {
            return Optional.of(Flaw.of("operating", text));
        }
        Matcher parts = FORM.matcher(text);
        if (parts.matches()) {
            return partsFlaw(text, parts);
        }
        boolean digits = DIGITS.matcher(text).matches();
        return Optional.of(Flaw.of(digits ? "prefix" : "format", text));
    }

    private static Optional<Flaw> partsFlaw(String text, Matcher parts) {
        String prefix = text.substring(parts.start(1), parts.end(1));
        if (Province.ofPrefix(prefix).filter(p -> p.prefix().equals(prefix)).isEmpty()) {
            return Optional.of(Flaw.of("prefix", text).with("prefix", prefix));
        }
        String serial = text.substring(parts.start(2), parts.end(2));
        if (!DIGITS.matcher(serial).matches()) {
            String others = Typed.others(serial, cp -> cp >= '0' && cp <= '9');
            return Optional.of(Flaw.of("letters", text).with("letters", others));
        }
        return SERIAL.matcher(serial).matches()
                ? Optional.empty()
                : Optional.of(Flaw.length(text, serial.length(), "8"));
    }

    private static Matcher parts(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalStateException("the constructor lets no other form in");
        }
        return parts;
    }
}
