package io.beian.value;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An office telephone with area code and, if there is one, an extension. */
public record Landline(String text) {

    /** Every code a flaw of this type can have. */
    public static final Set<String> FLAWS =
            Set.of(
                    "empty",
                    "masked",
                    "several",
                    "letters",
                    "mobile",
                    "service",
                    "areaCode",
                    "length");

    private static final String AREA = "(0(?:10|2[0-57-9]|[3-9]\\d{2}))";
    private static final Pattern FORM = Pattern.compile(AREA + "-(\\d{7,8})(?:-(\\d{1,6}))?");
    private static final Pattern TYPED = Pattern.compile(AREA + "-?(\\d{7,8})(?:-(\\d{1,6}))?");
    private static final Pattern GROUPED =
            Pattern.compile(AREA + "-?(\\d{3,4})-(\\d{4})(?:-(\\d{1,6}))?");
    private static final Pattern COUNTRY =
            Pattern.compile("^(?:(?:\\+|00?)86-?|86-?(?=[0-9-]{9}))");
    private static final Pattern EXTENSION =
            Pattern.compile("-?(?:转|分机号?|EXT\\.?|#)[-:]?", Pattern.CASE_INSENSITIVE);
    private static final Pattern SERVICE = Pattern.compile("[48]00\\d{7}");
    private static final Pattern NO_AREA = Pattern.compile("[1-9]\\d{6,7}(?:-\\d{1,6})?");
    private static final Pattern NOT_NUMBER = Pattern.compile("[^0-9-]");
    private static final Pattern SEVERAL = Pattern.compile("[0-9]{7}[;,/、]+[0-9-]{7}");
    private static final int LONGEST = 64;
    private static final String LENGTHS = "10-12";
    private static final Rule RULE = new Rule(Landline::flaw);

    public Landline {
        RULE.require(text);
    }

    public static Checked<Landline> check(String raw) {
        return RULE.check(normalised(raw), Landline::new);
    }

    /** With its leading 0, such as 010 or 0755. */
    public String areaCode() {
        return text.substring(0, text.indexOf('-'));
    }

    /** The province the area code belongs to, if it belongs to one. */
    public Optional<Province> province() {
        return AreaCodes.province(areaCode());
    }

    @Override
    public String toString() {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalStateException("the constructor lets no other form in");
        }
        String number = text.substring(parts.start(2), parts.end(2));
        String hidden = "*".repeat(number.length() - 4);
        String extension = parts.start(3) < 0 ? "" : "-***";
        return areaCode() + "-" + hidden + number.substring(hidden.length()) + extension;
    }

    static boolean is(String digits) {
        return TYPED.matcher(digits).matches();
    }

    private static String normalised(String raw) {
        String dashed = Typed.dashed(Typed.compact(raw)).toUpperCase(Locale.ROOT);
        String bare = Typed.unlabelled(dashed).replace("(", "").replace(")", "-");
        String tidy = EXTENSION.matcher(bare).replaceFirst("-").replace("--", "-");
        String home = COUNTRY.matcher(tidy).replaceFirst("");
        boolean trunkLeftOut = home.length() < tidy.length() && !home.startsWith("0");
        return canonical(trunkLeftOut && !Mobile.is(home) ? "0" + home : home);
    }

    private static String canonical(String text) {
        String whole = GROUPED.matcher(text).matches() ? ungrouped(text) : text;
        Matcher parts = TYPED.matcher(whole);
        return parts.matches()
                ? parts.replaceFirst(parts.start(3) < 0 ? "$1-$2" : "$1-$2-$3")
                : whole;
    }

    private static String ungrouped(String text) {
        Matcher parts = GROUPED.matcher(text);
        return parts.replaceFirst(
                found -> found.group(3) != null && parts.start(4) < 0 ? "$1-$2$3" : "$1-$2$3-$4");
    }

    private static Optional<Flaw> flaw(String text) {
        if (text.isEmpty()) {
            return Optional.of(Flaw.of("empty", text));
        }
        if (text.contains("*")) {
            return Optional.of(Flaw.of("masked", text));
        }
        if (text.length() > LONGEST) {
            return Optional.of(Flaw.length(text, text.length(), LENGTHS));
        }
        if (SEVERAL.matcher(text).find()) {
            return Optional.of(Flaw.of("several", text));
        }
        if (NOT_NUMBER.matcher(text).find()) {
            String others = Typed.others(text, cp -> cp == '-' || (cp >= '0' && cp <= '9'));
            return Optional.of(Flaw.of("letters", text).with("letters", others));
        }
        return FORM.matcher(text).matches() ? Optional.empty() : Optional.of(numberFlaw(text));
    }

    private static Flaw numberFlaw(String text) {
        String digits = text.replace("-", "");
        if (Mobile.is(digits)) {
            return Flaw.of("mobile", text);
        }
        if (SERVICE.matcher(digits).matches()) {
            return Flaw.of("service", text);
        }
        if (NO_AREA.matcher(text).matches() || text.startsWith("026")) {
            return Flaw.of("areaCode", text);
        }
        return Flaw.length(text, digits.length(), LENGTHS);
    }
}
