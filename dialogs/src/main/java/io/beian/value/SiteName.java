package io.beian.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/** The name of a site. */
public record SiteName(String text) {

    /** Every code a flaw of this type can have. */
    public static final Set<String> FLAWS =
            Set.of(
                    "empty",
                    "domain",
                    "digitsOnly",
                    "latinOnly",
                    "letters",
                    "fewChinese",
                    "banned",
                    "length");

    private static final int LONGEST_BYTES = 512;
    static final int SENSIBLE = 30;
    static final int PERSONAL = 10;
    private static final int CHINESE = 3;
    private static final Pattern LABEL =
            Pattern.compile("^(?:(?:我们?的)?(?:网站|站点)的?(?:名称|名字|名)?|名称|名字)(?:[:是为叫]|是:| )");
    private static final Pattern URL =
            Pattern.compile("://|(?:^|[^a-z0-9])www\\.|[\\p{IsHan}a-z0-9]\\.[a-z\\p{IsHan}]{2}");
    private static final Pattern BANNED = Pattern.compile("反腐|赌博|廉政|色情");
    static final Pattern NATIONAL = Pattern.compile("中国|中华|中央|国家|人民|人大|^(?:纪检|监察|信访|维权|投诉)");
    static final Pattern PERSONAL_BAN = Pattern.compile("公司|集团|网|论坛|博客|社区|平台|工作室|资讯|门户|官网");
    private static final Rule RULE = new Rule(SiteName::flaw);

    public SiteName {
        RULE.require(text);
    }

    public static Checked<SiteName> check(String raw) {
        String line = Typed.after(LABEL, Typed.line(raw));
        String closed = Typed.closedUp(line).replace('(', '（').replace(')', '）');
        return RULE.check(
                Typed.trimmed(closed, cp -> " ,;。!:《》「」“”\"'".indexOf(cp) >= 0), SiteName::new);
    }

    /**
     * What a reviewer may object to in a name, with the word in question. Codes: {@code
     * nationalPersonal} (hard: a person may not use words of national bodies), {@code national}
     * (nor an organisation, unless its own name holds them), {@code personalWords}, {@code
     * personalPlace}, {@code personalName}, {@code personalLength} (what persons had better leave
     * out), {@code localWords}, {@code localLatin}, {@code localForm} (habits of single bureaux),
     * {@code approvalWords} (words that call for a pre-approval), {@code notUnitName} (nothing of
     * the organisation's name is in it) and {@code long}.
     *
     * @param individual whether a person files, not an organisation
     * @param provinceCode six digits of GB/T 2260
     * @param unitName the sponsor's name, of a person too; empty if not known yet
     */
    public List<Advice> advice(boolean individual, String provinceCode, String unitName) {
        SiteNameAdvice advice = new SiteNameAdvice(text, provinceCode, unitName);
        return individual ? advice.forPerson() : advice.forUnit();
    }

    /** An objection to expect, and the word it is about. */
    public record Advice(String code, String word) {

        static final String HARD = "nationalPersonal";

        /** Whether no bureau lets it pass, so that the name has to be refused. */
        public boolean hard() {
            return code.equals(HARD);
        }

        /** Only the code: the word may be a person's name. */
        @Override
        public String toString() {
            return "Advice[" + code + "]";
        }
    }

    /**
     * What a reviewer may object to, whoever files: {@code national} (words reserved for national
     * bodies, unless the unit's own name holds them), {@code long}, and for persons {@code
     * personalWords} and {@code personalLength}.
     */
    public List<String> advice() {
        List<String> advice = new ArrayList<>();
        int length = Typed.length(text);
        if (SiteWords.first(NATIONAL, text).isPresent()) {
            advice.add("national");
        }
        if (length > SENSIBLE) {
            advice.add("long");
        }
        if (PERSONAL_BAN.matcher(text).find()) {
            advice.add("personalWords");
        }
        if (length > PERSONAL) {
            advice.add("personalLength");
        }
        return List.copyOf(advice);
    }

    /** False for rare characters the bureau interface cannot carry. */
    public boolean fitsGbk() {
        return Gbk.fits(text);
    }

    /** The name of a site is public. */
    @Override
    public String toString() {
        return text;
    }

    private static Optional<Flaw> flaw(String text) {
        if (text.isEmpty()) {
            return Optional.of(Flaw.of("empty", text));
        }
        if (URL.matcher(text.toLowerCase(Locale.ROOT)).find()) {
            return Optional.of(Flaw.of("domain", text));
        }
        if (!Typed.contains(text, cp -> !Character.isDigit(cp))) {
            return Optional.of(Flaw.of("digitsOnly", text));
        }
        if (!Typed.contains(text, cp -> cp > 0x7F)) {
            return Optional.of(Flaw.of("latinOnly", text));
        }
        return charactersFlaw(text).or(() -> wordsFlaw(text));
    }

    private static Optional<Flaw> charactersFlaw(String text) {
        String others = Typed.others(text, SiteName::isAllowed);
        if (others.isEmpty()) {
            return Optional.empty();
        }
        String plain = kept(text, SiteName::isAllowed);
        boolean mended = flaw(plain).isEmpty();
        return Optional.of(
                Flaw.of("letters", text)
                        .with("letters", others)
                        .suggesting(mended ? Optional.of(plain) : Optional.empty()));
    }

    private static Optional<Flaw> wordsFlaw(String text) {
        long chinese = text.codePoints().filter(Typed::isHan).count();
        if (chinese < CHINESE) {
            return Optional.of(
                    Flaw.of("fewChinese", text)
                            .with("length", String.valueOf(chinese))
                            .with("expected", String.valueOf(CHINESE)));
        }
        Optional<String> banned = SiteWords.first(BANNED, text);
        if (banned.isPresent()) {
            return Optional.of(Flaw.of("banned", text).with("word", banned.get()));
        }
        int bytes = Gbk.length(text);
        return bytes <= LONGEST_BYTES
                ? Optional.empty()
                : Optional.of(Flaw.length(text, bytes, "1-" + LONGEST_BYTES));
    }

    private static boolean isAllowed(int cp) {
        return Typed.isHan(cp) || Typed.isAsciiAlphanumeric(cp) || "·（） ".indexOf(cp) >= 0;
    }

    private static String kept(String text, IntPredicate allowed) {
        StringBuilder kept = new StringBuilder();
        text.codePoints().filter(allowed).forEach(kept::appendCodePoint);
        return Typed.closedUp(kept.toString().strip());
    }
}
