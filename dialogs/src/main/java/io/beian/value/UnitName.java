package io.beian.value;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name of an organisation as on its certificate. */
public record UnitName(String text) {

    /** Every code a flaw of this type can have. */
    public static final Set<String> FLAWS =
            Set.of("empty", "letters", "length", "noChinese", "several", "note", "oldCharacter");

    /** Every code of what makes a name unlikely that can be right all the same. */
    public static final Set<String> DOUBTS = OddUnits.CODES;

    private static final int LONGEST = 255;

    private static final String THING = "(?:主办单位|主办者|单位|公司|企业|机构|店铺|店|厂|商户|个体户)";
    private static final Pattern LABEL =
            Pattern.compile(
                    "^(?:(?:(?:我们?|本|贵)的?|我)?(?:(?:营业)?执照上?的?|证件上?的?)?"
                            + THING
                            + "?司?的?(?:全称|字号名称|名称|名字|全名|名)(?:应该)?(?:[:是为叫]{1,2}|就是|是:| )"
                            + "|(?:我们?的?|本)(?:"
                            + THING
                            + "|司)(?:叫做?|是|为|:){1,2}"
                            + "|(?:单位|公司|企业|店铺)(?:名称|全称)(?=.{2,250}(?:公司|店|厂|部|中心|社)$)"
                            + "|(?:营业)?执照上(?:写的|印的)?是|就叫|叫做)");
    private static final Pattern TAG =
            Pattern.compile("</?[a-zA-Z][^<>]{0,60}>|&lt;/?[a-zA-Z]{1,10}&gt;");
    private static final Pattern BOXED =
            Pattern.compile(
                    "^[\\[【「『《〈<{〖“\"(]([^\\[\\]【】「」『』《》〈〉<>{}〖〗“”\"()]+)[\\]】」』》〉>}〗”\")]$");
    private static final Pattern BOXED_LABEL =
            Pattern.compile("^[\\[【「『《](?:主办)?(?:单位|公司|企业)?(?:名称|全称|名字)?[\\]】」』》](?=.)");

    private static final Pattern TWO =
            Pattern.compile("(.{3,}(?:公司|店|厂))[和与及、,;/]+(.{3,}(?:公司|店|厂))");

    /**
     * What is said about a name behind it, in brackets; the brackets of names hold places or forms.
     */
    private static final Pattern NOTE =
            Pattern.compile("^(.{2,})（(?:原|[^（）]*(?:[为是照的]|全称|名称|这个|简称|曾用|原名|下同|谢|准|请))[^（）]*）$");

    private static final Rule ANY = new Rule(UnitName::flaw);
    private static final Rule CHINESE =
            new Rule(text -> flaw(text).or(() -> languageFlaw(text)).or(() -> noteFlaw(text)));

    public UnitName {
        ANY.require(text);
    }

    /** Reads the name of an organisation at home, which has a Chinese name. */
    public static Checked<UnitName> check(String raw) {
        return several(raw)
                .<Checked<UnitName>>map(Checked.Bad::new)
                .orElseGet(() -> CHINESE.check(normalised(raw), UnitName::new));
    }

    /** Reads the name of an organisation abroad (境外机构), Chinese or not. */
    public static Checked<UnitName> checkOverseas(String raw) {
        return ANY.check(normalised(raw), UnitName::new);
    }

    /**
     * What makes the name unlikely. Codes: {@code ending} (none of the endings names of
     * organisations have, GB/T 36104 and the rules for names of enterprises, 企业名称登记管理规定), {@code
     * address} (a house or room), {@code sentence} (words of one), {@code person} (short, and
     * begins with a family name).
     */
    public Optional<Flaw> doubt() {
        return OddUnits.doubt(text);
    }

    /** Whether the certificate has no name to copy, and says so or shows stars: 无字号, ***, ----. */
    public static boolean isNone(String raw) {
        return OddUnits.isNone(Typed.compact(raw));
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
        String line = TAG.matcher(Typed.line(ChatText.unnumbered(raw))).replaceAll("");
        String bare = BOXED_LABEL.matcher(line).replaceFirst("");
        String name = unboxed(Typed.after(LABEL, unboxed(bare)));
        String closed = Typed.closedUp(name).replace('(', '（').replace(')', '）');
        return Typed.trimmed(closed, cp -> " ,;。!:\"“”'*`_#".indexOf(cp) >= 0);
    }

    private static String unboxed(String text) {
        Matcher boxed = BOXED.matcher(Typed.trimmed(text, cp -> " ,;。!:*`_#".indexOf(cp) >= 0));
        return boxed.matches() ? boxed.group(1).strip() : text;
    }

    /** Two lines are one name only where the first is not complete. */
    private static Optional<Flaw> several(String raw) {
        List<String> lines =
                ChatText.plain(raw)
                        .lines()
                        .map(UnitName::normalised)
                        .filter(line -> !line.isEmpty())
                        .limit(3)
                        .toList();
        if (lines.size() < 2 || lines.get(1).startsWith("（") || OddUnits.isBranch(lines.get(1))) {
            return Optional.empty();
        }
        Optional<String> first = lines.stream().filter(OddUnits::isComplete).findFirst();
        boolean joined = OddUnits.isOnlyEnding(lines.get(1)) && !OddUnits.isComplete(lines.get(0));
        return first.filter(whole -> !joined)
                .filter(CHINESE::holds)
                .map(whole -> Flaw.of("several", normalised(raw)).suggesting(Optional.of(whole)));
    }

    private static Optional<Flaw> flaw(String text) {
        if (text.isEmpty() || !Typed.contains(text, Character::isLetterOrDigit)) {
            return Optional.of(Flaw.of("empty", text));
        }
        if (Typed.contains(text, Characters::isPrivate)) {
            return Optional.of(Flaw.of("oldCharacter", text));
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

    private static Optional<Flaw> noteFlaw(String text) {
        Matcher two = TWO.matcher(text);
        if (text.length() < LONGEST && two.matches()) {
            Optional<String> first = Optional.of(two.group(1)).filter(CHINESE::holds);
            return Optional.of(Flaw.of("several", text).suggesting(first));
        }
        Matcher note = NOTE.matcher(text);
        if (!note.matches() || !OddUnits.isComplete(note.group(1))) {
            return Optional.empty();
        }
        Optional<String> name = Optional.of(note.group(1)).filter(CHINESE::holds);
        return Optional.of(Flaw.of("note", text).suggesting(name));
    }
}
