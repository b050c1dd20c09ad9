package io.beian.value;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The number of a registration certificate or permit that follows no common form (社会团体, 民办非企业单位,
 * 基金会, 宗教场所, 医疗机构 …): 3 to 64 characters as printed, with a digit among them.
 */
public record RegistrationText(String text) {

    /** Every code a flaw of this type can have. */
    public static final Set<String> FLAWS =
            Set.of("empty", "masked", "letters", "length", "noDigit");

    private static final int SHORTEST = 3;
    private static final int LONGEST = 64;
    private static final Pattern LABEL =
            Pattern.compile(
                    "^(?:证件|证书|证|执照|登记证书?|许可证|批准|登记|编|注册|执业|办学|机构|单位|法人|医疗|宗教|活动|场所"
                            + "|社会团体|民办非企业|基金会|备案|文|我们?的|的){1,6}"
                            + "(?:号码?[:是为]{0,2}(?=[0-9A-Z])|号码?[:是为]{1,2}|[:是为]{1,2})");

    /** Which copy it was printed on. */
    private static final Pattern COPY =
            Pattern.compile("(?:[(\\[【](?:[正副]本)?(?:[0-9]{1,2}[-/][0-9]{1,2})?[)\\]】]){1,2}$");

    private static final Pattern NUMERAL = Pattern.compile("[0-9〇零一二三四五六七八九十百]");
    private static final Rule RULE = new Rule(RegistrationText::flaw);

    public RegistrationText {
        RULE.require(text);
    }

    public static Checked<RegistrationText> check(String raw) {
        String line = Typed.after(LABEL, Typed.compact(Copied.uncounted(raw)));
        return RULE.check(printed(COPY.matcher(line).replaceFirst("")), RegistrationText::new);
    }

    /** The number is public. */
    @Override
    public String toString() {
        return text;
    }

    /** With brackets as certificates print them. */
    static String printed(String compact) {
        String dashed = Typed.dashed(compact).replace('(', '（').replace(')', '）');
        return Typed.trimmed(dashed, cp -> " ,;。.!?:、\"“”'".indexOf(cp) >= 0);
    }

    /** What any printed number must satisfy. */
    static Optional<Flaw> textFlaw(String text, int shortest) {
        if (text.isEmpty()) {
            return Optional.of(Flaw.of("empty", text));
        }
        if (text.contains("*")) {
            return Optional.of(Flaw.of("masked", text));
        }
        String others = Typed.others(text, Typed::isPrintable);
        if (!others.isEmpty()) {
            return Optional.of(Flaw.of("letters", text).with("letters", others));
        }
        int length = Typed.length(text);
        if (length < shortest || length > LONGEST) {
            return Optional.of(Flaw.length(text, length, shortest + "-" + LONGEST));
        }
        return NUMERAL.matcher(text).find()
                ? Optional.empty()
                : Optional.of(Flaw.of("noDigit", text));
    }

    private static Optional<Flaw> flaw(String text) {
        return textFlaw(text, SHORTEST);
    }
}
