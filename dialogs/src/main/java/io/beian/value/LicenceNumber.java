package io.beian.value;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A filing number: of a sponsor (京ICP备11011846号) or of one of its sites or apps (…号-15). */
public record LicenceNumber(String text) {

    /** Every code a flaw of this type can have. */
    public static final Set<String> FLAWS =
            Set.of("empty", "police", "operating", "prefix", "letters", "length", "format");

    private static final String OPEN = "[(\\[【〔]?";
    private static final String CLOSED = "[)\\]】〕]?";

    /** The number in whatever is written around it: labels, brackets, remarks, other numbers. */
    private static final Pattern TYPED =
            Pattern.compile(
                    "(\\p{IsHan}?)[)\\]】〕]?[I1L]CP备?案?[-:第]?"
                            + OPEN
                            + "([0-9A-Z]{1,20}+)"
                            + CLOSED
                            + "号?+(?:"
                            + OPEN
                            + "[-_]0{0,4}([0-9]{1,5}[AXK]?)(?![0-9A-Z])|(?![-_0-9A-Z]))");

    private static final Pattern FORM =
            Pattern.compile("(\\p{IsHan}?)ICP备([0-9A-Z]{1,20})号(?:-([1-9][0-9]{0,4})([AXK]?))?");
    private static final Pattern SERIAL = Pattern.compile("(?:[0-9]{2}|20[0-9]{2})[0-9]{6}");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern POLICE = Pattern.compile("公?网安备");

    /**
     * 增值电信业务经营许可证 (电信业务经营许可管理办法): 粤B2-20090059 of a province, 合字B2-… or A2.B1.B2-… of the ministry,
     * the number of an annex behind it, and the older 京ICP证030173号.
     */
    private static final Pattern PERMIT =
            Pattern.compile(
                    "[I1L]CP证[^0-9]{0,3}[0-9]{6}"
                            + "|(?<![0-9A-Z])[AB][12](?:[.、,/]?[AB][12]){0,3}"
                            + "[^0-9A-Z]{0,3}(?:19|20)[0-9]{6}(?![0-9])"
                            + "|(?:电信|信息服务)[^0-9]{0,12}许可证[^0-9A-Z]{0,6}[0-9]{6}");

    private static final Pattern OPERATING = Pattern.compile("ICP证|(?:^|\\p{IsHan})[AB][12]-");
    private static final Pattern FILING = Pattern.compile("[I1L]CP备案?[^0-9A-Z]{0,3}[0-9A-Z]{6}");
    private static final Pattern POLICED = Pattern.compile("网安备[^0-9]{0,3}[0-9]{8}");
    private static final int MOST = 20;
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

    /**
     * Whether a text holds the number of a filing, of an operating permit (粤B2-20090059) or of a
     * filing with the police, in any writing; then it is the name of nobody.
     */
    public static boolean isIn(String text) {
        String simple = simple(text);
        return Stream.of(FILING, PERMIT, POLICED).anyMatch(number -> number.matcher(simple).find());
    }

    private static String simple(String raw) {
        String line = Typed.dashed(Typed.compact(raw)).toUpperCase(Locale.ROOT);
        return Typed.trimmed(
                line.replace('備', '备').replace('號', '号').replace('證', '证'), Typed::isPunctuation);
    }

    private static String normalised(String raw) {
        String simple = simple(raw);
        List<String> numbers =
                TYPED.matcher(simple)
                        .results()
                        .limit(MOST)
                        .map(LicenceNumber::official)
                        .distinct()
                        .toList();
        return numbers.size() == 1 ? numbers.get(0) : simple;
    }

    private static String official(MatchResult typed) {
        String prefix = typed.group(1);
        String written = Province.ofPrefix(prefix).map(Province::prefix).orElse(prefix);
        String site = typed.group(3) == null ? "" : "-" + typed.group(3);
        return written + "ICP备" + typed.group(2) + "号" + site;
    }

    private static Optional<Flaw> flaw(String text) {
        if (text.isEmpty()) {
            return Optional.of(Flaw.of("empty", text));
        }
        if (POLICE.matcher(text).find()) {
            return Optional.of(Flaw.of("police", text));
        }
        if (OPERATING.matcher(text).find() || PERMIT.matcher(text).find()) {
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
