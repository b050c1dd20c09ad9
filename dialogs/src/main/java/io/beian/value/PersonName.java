package io.beian.value;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The name of a person as on the certificate, in Chinese or Latin letters. */
public record PersonName(String text) {

    /** Every code a flaw of this type can have. */
    public static final Set<String> FLAWS = Set.of("empty", "letters", "title", "length");

    private static final String ROLE = "(?:法定代表人|法人代表|法人|网站负责人|主体负责人|负责人|联系人)";
    private static final Pattern LABEL =
            Pattern.compile(
                    "^(?:我叫|我是|name:|(?:我的)?"
                            + ROLE
                            + "?的?(?:姓名|名字)[:是为叫 ]{0,2}|"
                            + ROLE
                            + "[:是为 ]{1,2})",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern DOTS = Pattern.compile("[•‧・∙⋅●·.。]+");
    private static final Pattern TITLE = Pattern.compile("(?:先生|女士|小姐|老师|经理|老板)$");
    private static final Rule RULE = new Rule(PersonName::flaw);

    public PersonName {
        RULE.require(text);
    }

    public static Checked<PersonName> check(String raw) {
        return RULE.check(normalised(raw), PersonName::new);
    }

    /** False for rare characters the bureau interface cannot carry. */
    public boolean fitsGbk() {
        return Gbk.fits(text);
    }

    @Override
    public String toString() {
        return Typed.shortened(text, 1) + "*".repeat(Math.min(Typed.length(text) - 1, 3));
    }

    private static String normalised(String raw) {
        String line = Typed.after(LABEL, Typed.line(raw));
        if (!Typed.contains(line, Typed::isHan)) {
            return Typed.trimmed(line.replace('’', '\''), cp -> " ,;:!\"'-".indexOf(cp) >= 0);
        }
        String joined = DOTS.matcher(line.replace(" ", "")).replaceAll("·");
        return Typed.trimmed(joined, Typed::isPunctuation);
    }

    private static Optional<Flaw> flaw(String text) {
        if (text.isEmpty()) {
            return Optional.of(Flaw.of("empty", text));
        }
        boolean chinese = Typed.contains(text, Typed::isHan);
        String others = Typed.others(text, cp -> chinese ? isChinese(cp) : isLatin(cp));
        if (!others.isEmpty() || !Typed.contains(text, Character::isLetter)) {
            return Optional.of(Flaw.of("letters", text).with("letters", others));
        }
        String plain = TITLE.matcher(text).replaceFirst("");
        if (chinese && !plain.equals(text)) {
            boolean whole = flaw(plain).isEmpty();
            return Optional.of(
                    Flaw.of("title", text)
                            .suggesting(whole ? Optional.of(plain) : Optional.empty()));
        }
        int length = Typed.length(text);
        int longest = chinese ? 50 : 128;
        return length >= 2 && length <= longest
                ? Optional.empty()
                : Optional.of(Flaw.length(text, length, "2-" + longest));
    }

    private static boolean isChinese(int cp) {
        return Typed.isHan(cp) || cp == '·';
    }

    private static boolean isLatin(int cp) {
        boolean letter = Character.UnicodeScript.of(cp) == Character.UnicodeScript.LATIN;
        return letter || " .,'-".indexOf(cp) >= 0;
    }
}
