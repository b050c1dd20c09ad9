package io.beian.value;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A mainland mobile number. */
public record Mobile(String text) {

    /** Every code a flaw of this type can have. */
    public static final Set<String> FLAWS =
            Set.of(
                    "empty",
                    "masked",
                    "foreign",
                    "several",
                    "letters",
                    "landline",
                    "length",
                    "segment");

    private static final Pattern EMBEDDED = Pattern.compile("(?<![0-9])1[0-9]{10}(?![0-9])");
    private static final Pattern FORM = Pattern.compile("1[0-9]{10}");
    private static final Pattern SEVERAL =
            Pattern.compile("(?<![0-9])1[3-9][0-9]{9}[^0-9]+1[3-9][0-9]{9}(?![0-9])");
    private static final Pattern COUNTRY = Pattern.compile("^(?:\\+|00)?86(?=[0-9A-Z]{11}$)");
    private static final Pattern TRUNK = Pattern.compile("^0(?=1[3-9][0-9]{9}$)");

    /** 我国公众移动通信网网号分配情况, 2023: 140 to 144 serve machines, 154 and 194 are not given out. */
    private static final Pattern SEGMENTS =
            Pattern.compile(
                    "(?:13\\d|14[5-9]|15[0-35-9]|16[12567]|17[0-8]|18\\d|19[0-35-9])\\d{8}");

    /** Hong Kong, Macao and Taiwan without a plus. */
    private static final Pattern ABROAD = Pattern.compile("85[23]\\d{8}|8860?9\\d{8}");

    private static final Set<String> VIRTUAL = Set.of("162", "165", "167", "170", "171");
    private static final String SATELLITE = "174";
    private static final Rule RULE = new Rule(Mobile::flaw, Lookalikes.FOR_DIGITS);

    public Mobile {
        RULE.require(text);
    }

    public static Checked<Mobile> check(String raw) {
        String line = Typed.dashed(Typed.line(raw));
        if (SEVERAL.matcher(line).find()) {
            return new Checked.Bad<>(Flaw.of("several", line));
        }
        String number = Typed.number(raw).replace("(", "").replace(")", "");
        String bare = TRUNK.matcher(COUNTRY.matcher(number).replaceFirst("")).replaceFirst("");
        return RULE.check(bare, Mobile::new);
    }

    /** Numbers of virtual and satellite operators often do not get the text message of 12381. */
    public boolean mayMissVerificationSms() {
        String segment = text.substring(0, 3);
        return VIRTUAL.contains(segment) || SATELLITE.equals(segment);
    }

    /**
     * Why the number may be wrong although it can be right: {@code odd} {segment}. Segments that
     * libphonenumber leaves out are mostly in machines and data cards, or go by satellite.
     */
    public Optional<Flaw> oddity() {
        return AreaCodes.isMobile(text)
                ? Optional.empty()
                : Optional.of(Flaw.of("odd", text).with("segment", text.substring(0, 3)));
    }

    @Override
    public String toString() {
        return text.substring(0, 3) + "****" + text.substring(7);
    }

    static boolean is(String text) {
        return SEGMENTS.matcher(text).matches();
    }

    /** The number in 13800138000（微信同号）, if there is one and only one. */
    private static Optional<String> onlyOneIn(String text) {
        List<String> numbers =
                EMBEDDED.matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .filter(Mobile::is)
                        .toList();
        return numbers.size() == 1 ? Optional.of(numbers.get(0)) : Optional.empty();
    }

    private static Optional<Flaw> flaw(String text) {
        if (text.isEmpty()) {
            return Optional.of(Flaw.of("empty", text));
        }
        if (text.contains("*")) {
            return Optional.of(Flaw.of("masked", text));
        }
        if (text.startsWith("+") || ABROAD.matcher(text).matches()) {
            return Optional.of(Flaw.of("foreign", text));
        }
        String others = Typed.others(text, cp -> cp >= '0' && cp <= '9');
        if (!others.isEmpty()) {
            return Optional.of(
                    Flaw.of("letters", text).with("letters", others).suggesting(onlyOneIn(text)));
        }
        if (Landline.is(text)) {
            return Optional.of(Flaw.of("landline", text));
        }
        if (text.length() != 11) {
            return Optional.of(Flaw.length(text, text.length(), "11"));
        }
        return FORM.matcher(text).matches() && is(text)
                ? Optional.empty()
                : Optional.of(Flaw.of("segment", text).with("segment", text.substring(0, 3)));
    }
}
