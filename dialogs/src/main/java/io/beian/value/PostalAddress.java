package io.beian.value;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** An address letters reach, down to the house or room. */
public record PostalAddress(String text) {

    /** Every code a flaw of this type can have. */
    public static final Set<String> FLAWS =
            Set.of("empty", "letters", "length", "noChinese", "noDetail");

    private static final int SHORTEST = 6;
    private static final int LONGEST = 1_024;
    private static final int SHOWN = 6;
    private static final Pattern LABEL =
            Pattern.compile(
                    "^(?:我们?的|公司|单位|联系|办公|详细|家庭|证件|注册){0,2}(?:通信|通讯)?(?:地址|住所|住址)"
                            + "(?:[:是为在]|是:| )");
    private static final Pattern STOPS =
            Pattern.compile("(?<![0-9A-Za-z])[,;。!?]|[,;。!?](?![0-9A-Za-z])");
    private static final Pattern DETAIL =
            Pattern.compile("[0-9]|[号室栋幢层组屯寨弄巷]|楼(?!区)|单元|村(?!镇)|大院|大厦|广场|店铺|商铺|门面");
    private static final Rule RULE = new Rule(PostalAddress::flaw);

    public PostalAddress {
        RULE.require(text);
    }

    public static Checked<PostalAddress> check(String raw) {
        String line = Typed.after(LABEL, Typed.line(raw));
        String plain = STOPS.matcher(Typed.dashed(line)).replaceAll("");
        return RULE.check(
                Typed.trimmed(Typed.closedUp(plain), PostalAddress::isEdge), PostalAddress::new);
    }

    /** False for rare characters the bureau interface cannot carry. */
    public boolean fitsGbk() {
        return Gbk.fits(text);
    }

    /** The place stays, the house does not. */
    @Override
    public String toString() {
        return Typed.shortened(text, Math.min(SHOWN, Typed.length(text) / 2)) + "****";
    }

    private static boolean isEdge(int cp) {
        return cp == ' ' || (Typed.isPunctuation(cp) && "()#".indexOf(cp) < 0);
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
        if (length < SHORTEST || length > LONGEST) {
            return Optional.of(Flaw.length(text, length, SHORTEST + "-" + LONGEST));
        }
        if (!Typed.contains(text, Typed::isHan)) {
            return Optional.of(Flaw.of("noChinese", text));
        }
        return DETAIL.matcher(text).find()
                ? Optional.empty()
                : Optional.of(Flaw.of("noDetail", text));
    }
}
