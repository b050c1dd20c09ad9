package io.beian.value;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The name of an organisation as on its certificate. */
public record UnitName(String text) {

    /** Every code a flaw of this type can have. */
    public static final Set<String> FLAWS = Set.of("empty", "letters", "length", "noChinese");

    private static final int LONGEST = 255;
    private static final Pattern LABEL =
            Pattern.compile(
                    "^(?:(?:我们?的?|我司)?(?:单位|公司|企业|主办单位|主办者|机构|店铺)(?:全称|名称|名字|全名|名)"
                            + "|名称|全称|字号名称)(?:[:是为叫]|是:| )");
    private static final Rule ANY = new Rule(UnitName::flaw);
    private static final Rule CHINESE = new Rule(text -> flaw(text).or(() -> languageFlaw(text)));

    public UnitName {
        ANY.require(text);
    }

    /** Reads the name of an organisation at home, which has a Chinese name. */
    public static Checked<UnitName> check(String raw) {
        return CHINESE.check(normalised(raw), UnitName::new);
    }

    /** Reads the name of an organisation abroad (境外机构), Chinese or not. */
    public static Checked<UnitName> checkOverseas(String raw) {
        return ANY.check(normalised(raw), UnitName::new);
    }

    /** False for rare characters the bureau interface cannot carry. */
    public boolean fitsGbk() {
        return Gbk.fits(text);
    }

    /** The name of an organisation is public. */
    @Override
    public String toString() {
        return text;
    }

    private static String normalised(String raw) {
        String line = Typed.after(LABEL, Typed.line(raw));
        String closed = Typed.closedUp(line).replace('(', '（').replace(')', '）');
        return Typed.trimmed(closed, cp -> " ,;。!:\"“”'".indexOf(cp) >= 0);
    }

    private static Optional<Flaw> flaw(String text) {
        if (text.isEmpty()) {
            return Optional.of(Flaw.of("empty", text));
        }
        String others = Typed.others(text, Typed::isPrintable);
        if (!others.isEmpty()) {
            return Optional.of(Flaw.of("letters", text).with("letters", others));
        }
        int length = Typed.length(text);
        return length >= 2 && length <= LONGEST
                ? Optional.empty()
                : Optional.of(Flaw.length(text, length, "2-" + LONGEST));
    }

    private static Optional<Flaw> languageFlaw(String text) {
        return Typed.contains(text, Typed::isHan)
                ? Optional.empty()
                : Optional.of(Flaw.of("noChinese", text));
    }
}
