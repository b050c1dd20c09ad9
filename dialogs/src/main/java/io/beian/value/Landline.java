package io.beian.value;

import com.google.common.base.Joiner;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An office telephone with area code and, if there is one, an extension. Numbers begin with 2 to 8
 * (电信网编号计划, 2017), some old ones with 9; area codes and lengths are libphonenumber's.
 */
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
                    "foreign",
                    "areaCode",
                    "area",
                    "start",
                    "length");

    private static final String LOCAL =
            "(\\d{7,8}|\\d{3,4}-\\d{4}|\\d{4}-\\d{3}|\\d{2,3}-\\d{2,3}-\\d{2,3})";
    private static final Pattern FORM =
            Pattern.compile(Telephones.AREA + "-(\\d{7,8})(?:-(\\d{1,6}))?");
    private static final Pattern TYPED =
            Pattern.compile(Telephones.AREA + "-?" + LOCAL + "(?:-(\\d{1,6}))?");
    private static final Pattern COUNTRY = Pattern.compile("^(?:\\+|0{1,2})86-?(?:0-(?!0))?");
    private static final Pattern BARE_COUNTRY = Pattern.compile("^86-?");

    /** 400 and 800, banks and shops (95, 96), and short numbers such as 10086, 114 and 12345. */
    private static final Pattern SERVICE =
            Pattern.compile(
                    "[48]00\\d{7,13}|(?:0(?:10|2\\d|[3-9]\\d{2}))?(?:9[56]\\d{3,6}|1[012]\\d{1,3})");

    /** Hong Kong, Macao and Taiwan without a plus. */
    private static final Pattern ABROAD =
            Pattern.compile("(?:\\+|00).*|85[23]\\d{8}|8860?\\d{8,9}");

    private static final Pattern NO_AREA =
            Pattern.compile("([2-9]\\d{2,3}-?\\d{4})((?:-\\d{1,6})?)");
    private static final Pattern NOT_NUMBER = Pattern.compile("[^0-9+-]");
    private static final Pattern BEGINNING = Pattern.compile("^" + Telephones.AREA + "-?");
    private static final int LONGEST = 64;
    private static final String LENGTHS = "10-12";
    private static final String SAMPLE = "010-87654321";
    private static final Rule RULE = new Rule(Landline::flaw, Lookalikes.FOR_DIGITS);

    public Landline {
        RULE.require(text);
    }

    /**
     * Reads a number in any usual writing. Details of its flaws: {@code area}, {@code start}
     * {digit}, {@code length} {expected, length} with the digits of the area code, {@code areaCode}
     * {sample}.
     */
    public static Checked<Landline> check(String raw) {
        return RULE.check(normalised(raw), Landline::new);
    }

    /**
     * A number sent without its area code, with those of a place.
     *
     * @param place GB/T 2260 code of a county, city or municipality
     * @return canonical texts, none of them odd
     */
    public static List<String> completed(String raw, String place) {
        Matcher local = NO_AREA.matcher(Telephones.tidy(raw));
        if (!local.matches()) {
            return List.of();
        }
        String number = local.group(1).replace("-", "") + local.group(2);
        return AreaCodes.of(place).stream()
                .map(area -> area + "-" + number)
                .filter(Landline::holds)
                .filter(text -> new Landline(text).oddity().isEmpty())
                .toList();
    }

    /** How a number of a place is written. */
    public static String sample(String place) {
        return AreaCodes.of(place).stream()
                .findFirst()
                .filter(AreaCodes::inUse)
                .map(area -> area + "-" + "87654321".substring(0, AreaCodes.lengths(area).get(0)))
                .orElse(SAMPLE);
    }

    /** With its leading 0, such as 010 or 0755. */
    public String areaCode() {
        return text.substring(0, text.indexOf('-'));
    }

    /**
     * Why the number may be wrong although it can be right: {@code oddLength} {area, expected,
     * length}, or {@code odd}.
     */
    public Optional<Flaw> oddity() {
        String area = areaCode();
        String number = local(text);
        List<Integer> lengths = AreaCodes.lengths(area);
        if (!lengths.contains(number.length())) {
            Map<String, String> details =
                    Map.of(
                            "area", area,
                            "expected", Joiner.on(" 或 ").join(lengths),
                            "length", String.valueOf(number.length()));
            return Optional.of(new Flaw("oddLength", text, Optional.empty(), details));
        }
        boolean usual = number.charAt(0) != '9' && AreaCodes.isLandline(area + number);
        return usual ? Optional.empty() : Optional.of(Flaw.of("odd", text));
    }

    @Override
    public String toString() {
        String number = local(text);
        String hidden = "*".repeat(number.length() - 4);
        boolean extended = text.length() > areaCode().length() + 1 + number.length();
        return areaCode()
                + "-"
                + hidden
                + number.substring(hidden.length())
                + (extended ? "-***" : "");
    }

    static boolean is(String digits) {
        return TYPED.matcher(digits).matches();
    }

    static boolean holds(String text) {
        return RULE.holds(text);
    }

    private static String local(String text) {
        return text.split("-", -1)[1];
    }

    private static String normalised(String raw) {
        String tidy = Telephones.tidy(raw);
        String home = COUNTRY.matcher(tidy).replaceFirst("");
        if (home.length() < tidy.length()) {
            return trunkLeftOut(home) ? canonical("0" + home) : canonical(home);
        }
        String bare = BARE_COUNTRY.matcher(tidy).replaceFirst("");
        String number = bare.startsWith("0") ? bare : "0" + bare;
        boolean country = bare.length() < tidy.length() && usual(canonical(number));
        return country ? canonical(number) : canonical(tidy);
    }

    private static boolean trunkLeftOut(String home) {
        return !home.startsWith("0") && TYPED.matcher("0" + home).matches() && !Mobile.is(home);
    }

    private static boolean usual(String text) {
        return text.startsWith("0") && holds(text) && new Landline(text).oddity().isEmpty();
    }

    private static String canonical(String text) {
        Matcher parts = TYPED.matcher(text);
        if (!parts.matches()) {
            return text;
        }
        String number = parts.group(1) + "-" + parts.group(2).replace("-", "");
        return parts.start(3) < 0 ? number : number + "-" + parts.group(3);
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
        if (FORM.matcher(text).matches()) {
            return partsFlaw(text);
        }
        if (Telephones.in(text).size() > 1) {
            return Optional.of(Flaw.of("several", text));
        }
        return Optional.of(NOT_NUMBER.matcher(text).find() ? lettersFlaw(text) : numberFlaw(text));
    }

    private static Optional<Flaw> partsFlaw(String text) {
        String area = text.substring(0, text.indexOf('-'));
        if (!AreaCodes.inUse(area)) {
            return Optional.of(Flaw.of("area", text).with("area", area));
        }
        char first = local(text).charAt(0);
        return first > '1'
                ? Optional.empty()
                : Optional.of(Flaw.of("start", text).with("digit", String.valueOf(first)));
    }

    private static Flaw lettersFlaw(String text) {
        List<String> found = Telephones.in(text);
        String others = Typed.others(text, cp -> cp == '-' || (cp >= '0' && cp <= '9'));
        return Flaw.of("letters", text)
                .with("letters", others)
                .suggesting(found.stream().filter(Landline::usual).findFirst());
    }

    private static Flaw numberFlaw(String text) {
        String digits = text.replace("-", "");
        if (Mobile.is(digits.replaceFirst("^(?:86|0)", ""))) {
            return Flaw.of("mobile", text);
        }
        if (SERVICE.matcher(digits).matches()) {
            return Flaw.of("service", text);
        }
        if (ABROAD.matcher(digits).matches()) {
            return Flaw.of("foreign", text);
        }
        String whole = canonical("0" + text);
        if (usual(whole) || NO_AREA.matcher(text).matches()) {
            return Flaw.of("areaCode", text)
                    .with("sample", SAMPLE)
                    .suggesting(Optional.of(whole).filter(Landline::usual));
        }
        return Flaw.length(text, digits.length(), expected(text));
    }

    private static String expected(String text) {
        Matcher beginning = BEGINNING.matcher(text);
        List<Integer> lengths =
                beginning.find() ? AreaCodes.lengths(beginning.group(1)) : List.of();
        int area = lengths.isEmpty() ? 0 : beginning.group(1).length();
        return lengths.isEmpty()
                ? LENGTHS
                : Joiner.on('-').join(lengths.stream().map(length -> area + length).iterator());
    }
}
