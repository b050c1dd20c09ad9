package io.beian.value;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name of a person as on the certificate, in Chinese or Latin letters. */
public record PersonName(String text) {

    /** Every code a flaw of this type can have. */
    public static final Set<String> FLAWS =
            Set.of("empty", "letters", "title", "length", "unit", "several", "oldCharacter");

    /** Every code of what makes a name unlikely that can be right all the same. */
    public static final Set<String> DOUBTS = Set.of("odd", "dotted", "call");

    private static final Pattern TITLE =
            Pattern.compile("(?:先生|女士|小姐|老师|总?经理|老板娘?|董事长|厂长|店长|主任|师傅)$");

    /** Nobody is called like the kinds of organisations there are. */
    private static final Pattern UNIT =
            Pattern.compile(
                    ".{2,}(?:公司|集团|事务所|合作社|委员会|工作室|经营部|协会|学校|医院|商行|超市|酒店|饭店|工厂"
                            + "|门市部|服务部|基金会|研究院|幼儿园|分行|有限合伙）?|.{3}(?:店|厂|中心))$");

    private static final Rule RULE = new Rule(PersonName::flaw);

    public PersonName {
        RULE.require(text);
    }

    public static Checked<PersonName> check(String raw) {
        return RULE.check(TypedName.of(raw).text(), PersonName::new);
    }

    /**
     * What makes a name unlikely as it was sent. Codes: {@code dotted} (the dot between its parts
     * was put in here), {@code call} (what people call somebody: 王总, 老李), {@code odd} (no family
     * name that is known, more characters than names have, words of a sentence, or two scripts).
     */
    public static Optional<Flaw> doubt(String raw) {
        TypedName typed = TypedName.of(raw);
        return typed.dotted()
                ? Optional.of(Flaw.of("dotted", typed.text()))
                : OddNames.doubt(typed.text());
    }

    /** False for rare characters the bureau interface cannot carry. */
    public boolean fitsGbk() {
        return Gbk.fits(text);
    }

    /** Whether it is a usual Chinese name, nothing to ask about. */
    public boolean usual() {
        return Typed.contains(text, Typed::isHan) && OddNames.doubt(text).isEmpty();
    }

    /** Whether an everyday word of two characters is a name as well, as 明天 or 安全. */
    public static boolean couldBe(String word) {
        return Surnames.isOld(Typed.shortened(word, 1))
                && !Typed.contains(word, cp -> "行可好是的了吗不没么来在谢吧啊".indexOf(cp) >= 0);
    }

    @Override
    public String toString() {
        return Typed.shortened(text, 1) + "*".repeat(Math.min(Typed.length(text) - 1, 3));
    }

    private static Optional<Flaw> flaw(String text) {
        if (text.isEmpty()) {
            return Optional.of(Flaw.of("empty", text));
        }
        if (Typed.contains(text, Typed::isHan) && TypedName.isSeveral(text)) {
            return Optional.of(Flaw.of("several", text).suggesting(dotted(text)));
        }
        return lettersFlaw(text).or(() -> wordsFlaw(text));
    }

    /** Two names parted by no word can be the two parts of one. */
    private static Optional<String> dotted(String text) {
        return Optional.of(text.replace('、', '·'))
                .filter(name -> !name.equals(text) && flaw(name).isEmpty());
    }

    private static Optional<Flaw> lettersFlaw(String text) {
        if (Typed.contains(text, Characters::isPrivate)) {
            return Optional.of(Flaw.of("oldCharacter", text));
        }
        boolean chinese = Typed.contains(text, Typed::isHan);
        String others = Typed.others(text, cp -> chinese ? isChinese(cp) : isLatin(cp));
        if (others.isEmpty() && Typed.contains(text, Character::isLetter)) {
            return Optional.empty();
        }
        String zero = text.replace('0', '〇');
        boolean whole = chinese && others.equals("0") && flaw(zero).isEmpty();
        return Optional.of(
                Flaw.of("letters", text)
                        .with("letters", others)
                        .suggesting(whole ? Optional.of(zero) : Optional.empty()));
    }

    private static Optional<Flaw> wordsFlaw(String text) {
        boolean chinese = Typed.contains(text, Typed::isHan);
        if (chinese && UNIT.matcher(text).matches()) {
            return Optional.of(Flaw.of("unit", text));
        }
        Matcher title = TITLE.matcher(text);
        if (chinese && title.find()) {
            String plain = text.substring(0, title.start());
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

    /** Residence cards of foreigners mix Latin letters in. */
    private static boolean isChinese(int cp) {
        return Typed.isHan(cp) || cp == '·' || isLatinLetter(cp);
    }

    private static boolean isLatin(int cp) {
        return isLatinLetter(cp) || " .,'-".indexOf(cp) >= 0;
    }

    private static boolean isLatinLetter(int cp) {
        return Character.isLetter(cp)
                && Character.UnicodeScript.of(cp) == Character.UnicodeScript.LATIN;
    }
}
