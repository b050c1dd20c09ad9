package io.beian.value;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** An address letters reach, down to the house or room. */
public record PostalAddress(String text) {

    /** Every code a flaw of this type can have. */
    public static final Set<String> FLAWS =
            Set.of("empty", "letters", "length", "noChinese", "unlike");

    /** Every code a doubt about an address can have. */
    public static final Set<String> DOUBTS = Set.of("noDetail", "asPrinted", "odd");

    private static final int SHORTEST = 3;
    private static final int SHORTEST_USUAL = 6;
    private static final int LONGEST = 1_024;
    private static final int SHOWN = 6;
    private static final Pattern LABEL =
            Pattern.compile(
                    "^(?:我们?的|公司|单位|联系|办公|详细|家庭|证件|注册|经营|营业){0,2}(?:通信|通讯)?(?:地址|住所|住址|场所)"
                            + "(?:[:是为在]|是:| )");
    private static final Pattern STOPS =
            Pattern.compile("(?<![0-9A-Za-z])[,;。!?]|[,;。!?](?![0-9A-Za-z])");
    private static final Pattern HOUSE =
            Pattern.compile("[0-9]|[号室栋幢层组屯寨弄巷]|楼(?!区)|单元|村(?!镇)|大院|大厦|广场|店铺|商铺|门面");

    private static final Pattern NO_NUMBER = Pattern.compile("[无没]有?门牌号?码?");

    /** What licences print where there is no house number. */
    private static final Pattern PRINTED =
            Pattern.compile(
                    "[岛礁嘎]|园区|[A-Za-z一二三四五六七八九十][区座期段库]|集中办公|托管|一照多址|一址多照|[农林牧渔]场|连队"
                            + "|[旁边]$|对面|交[叉汇]|路口|以[东西南北]|[东西南北]侧|隔壁|院内|市场内");

    /** Some word for a place; 道 and 里 also stand in 不知道 and 家里. */
    private static final Pattern PLACE = Pattern.compile("(?!^)[省市县区旗州盟镇乡村屯岛礁街路巷庄寨园场港湾]");

    /** Said in place of an address. */
    private static final Pattern NO_ADDRESS =
            Pattern.compile(
                    "没有?(?:门牌|房间|地址|具体|详细|楼|租|号|了|$)|还没|暂[无时]|不(?:知道|清楚|确定|记得|懂)|忘了|一样|同上"
                            + "|[见看发]照片|照片[上里]?$|[见看发]图片?$|拍照|稍[后等]|回头|等[会下一]|以?后再|再说|明天|随便|帮我"
                            + "|(?:执照|证件|身份证)上|什么|怎么|哪里|为啥|[吗呢]$");

    /** A number or an account to reach somebody at. */
    private static final Pattern CONTACT =
            Pattern.compile("@|https?:|www[.]|(?<![0-9])1[3-9][0-9]{9}(?![0-9])");

    private static final Rule RULE = new Rule(PostalAddress::flaw);

    public PostalAddress {
        RULE.require(text);
    }

    /**
     * Flaws and their details: {@code length} {length, expected}, {@code letters} {letters}; {@code
     * unlike} is for what names no place at all. Whether it is fine enough is a matter of {@link
     * #doubt} and {@link #doubtAsPrinted}.
     */
    public static Checked<PostalAddress> check(String raw) {
        String line = Typed.after(LABEL, Typed.line(raw));
        String plain = STOPS.matcher(Typed.dashed(line)).replaceAll("");
        return RULE.check(
                Typed.trimmed(Typed.closedUp(plain), PostalAddress::isEdge), PostalAddress::new);
    }

    /** {@code odd} where it holds what is no address, {@code noDetail} where it names no house. */
    public Optional<Flaw> doubt() {
        return doubt(isFine(), "noDetail");
    }

    /**
     * {@code odd}, or {@code asPrinted} for what certificates rarely print: they know islands,
     * villages and parks without a number.
     */
    public Optional<Flaw> doubtAsPrinted() {
        return doubt(isFine() || PRINTED.matcher(text).find(), "asPrinted");
    }

    private Optional<Flaw> doubt(boolean enough, String code) {
        if (CONTACT.matcher(text).find()
                || (NO_ADDRESS.matcher(text).find() && !beginsWithDivision(text))) {
            return Optional.of(Flaw.of("odd", text));
        }
        return enough && Typed.length(text) >= SHORTEST_USUAL
                ? Optional.empty()
                : Optional.of(Flaw.of(code, text));
    }

    /** Whether it names a house, or a village that letters reach without one. */
    public boolean isFine() {
        return HOUSE.matcher(NO_NUMBER.matcher(text).replaceAll("")).find();
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
        boolean place = PLACE.matcher(text).find() || beginsWithDivision(text);
        int length = Typed.length(text);
        int shortest = place ? SHORTEST : SHORTEST_USUAL;
        if (length < shortest || length > LONGEST) {
            return Optional.of(Flaw.length(text, length, SHORTEST_USUAL + "-" + LONGEST));
        }
        if (!Typed.contains(text, Typed::isHan)) {
            return Optional.of(Flaw.of("noChinese", text));
        }
        boolean said = NO_ADDRESS.matcher(text).find() || !HOUSE.matcher(text).find();
        return place || !said ? Optional.empty() : Optional.of(Flaw.of("unlike", text));
    }

    private static boolean beginsWithDivision(String text) {
        return !Beginnings.longest(Letters.of(text), "").isEmpty();
    }
}
