package io.beian.value;

import com.google.common.base.Splitter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a person as it was typed, without what stands around it.
 *
 * @param text with {@code ·} between the parts of a name
 * @param dotted whether that dot stands for something else that was typed
 */
record TypedName(String text, boolean dotted) {

    private static final String ROLE =
            "(?>法定代表人|法人代表|法人|网站负责人|主体负责人|主要负责人|负责人|联系人|经营者|经办人|投资人|股东|店主|业主"
                    + "|老板娘|老板|店长|厂长|我自己|本人|我老公|我老婆|我爸爸|我妈妈|我爸|我妈|我儿子|我女儿)";
    private static final String NAMED = "的?(?:姓名|名字|大名)";
    private static final Pattern LABEL =
            Pattern.compile(
                    "^(?:(?:我们?的?)?"
                            + ROLE
                            + "?"
                            + NAMED
                            + "(?:就是|就叫|[:是为叫 ]){0,2}|(?:我们?的?)?"
                            + ROLE
                            + "(?:(?:就是|就叫|[:是为叫 ]){1,2}|(?=\\p{IsHan}{2,4}$))"
                            + "|(?:我|他|她|本人)?叫|我是|name:)",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern SPELT = Pattern.compile("^姓(\\p{IsHan}{1,2})名(\\p{IsHan}{1,2})$");
    private static final Pattern NOTE =
            Pattern.compile(
                    "\\s*(?:\\((?:"
                            + ROLE
                            + "|男|女|[^()]{0,12}[的是为准已][^()]{0,12})\\)|[,;:、 (是]"
                            + ROLE
                            + "\\)?|[啊吧呀呢哦嘛]{1,3})$");
    private static final Pattern TAG =
            Pattern.compile("</?[a-zA-Z][^<>]{0,60}>|&lt;/?[a-zA-Z]{1,10}&gt;");
    private static final Pattern DOTS = Pattern.compile("\\s*[•‧・∙⋅●·.。･▪◦˙ᆞㆍᐧ⸱⸳]+\\s*");

    /** Between Chinese characters, what people type who find no dot on the keyboard. */
    private static final Pattern GAPS =
            Pattern.compile("(?<=\\p{IsHan})\\s*[-‐‑‒–—―－_/\\\\|~'’‘`,*+\\s]+\\s*(?=\\p{IsHan})");

    private static final Splitter GAP = Splitter.on(GAPS);
    private static final Pattern AND = Pattern.compile("[和与及跟或、,;/&+]+");

    /** So many characters are one name, however they are spread. */
    private static final int SHORT = 4;

    /** A longer text holds no two names. */
    private static final int LONGEST_PAIR = 12;

    static TypedName of(String raw) {
        String bare = TAG.matcher(Typed.line(ChatText.unnumbered(raw))).replaceAll("").strip();
        String named = SPELT.matcher(Typed.after(LABEL, bare)).replaceFirst("$1$2");
        String line = Typed.after(NOTE, named);
        if (!Typed.contains(line, cp -> Typed.isHan(cp) || Characters.isPrivate(cp))) {
            String latin = line.replace('’', '\'');
            return new TypedName(Typed.trimmed(latin, cp -> " ,;:!\"'-".indexOf(cp) >= 0), false);
        }
        String dots = DOTS.matcher(line).replaceAll("·");
        String plain = Typed.trimmed(dots, cp -> cp == ' ' || Typed.isPunctuation(cp));
        List<String> parts = GAP.splitToList(plain);
        boolean dotted = parts.size() > 1 && isPartedByDots(parts) && !plain.contains("、");
        String joined = dotted ? String.join("·", parts) : joined(parts);
        return new TypedName(joined.replace(" ", ""), dotted);
    }

    /** Blanks inside a short name only spread it; between two whole names they part people. */
    private static String joined(List<String> parts) {
        boolean people = parts.size() > 1 && parts.stream().allMatch(Surnames::beginWhole);
        return people ? String.join("、", parts) : String.join("", parts);
    }

    private static boolean isPartedByDots(List<String> parts) {
        boolean whole = parts.stream().allMatch(part -> Typed.length(part) >= 2);
        boolean people = parts.stream().allMatch(Surnames::beginWhole);
        return whole && !people && Typed.length(String.join("", parts)) > SHORT;
    }

    /** Whether two whole names are joined by a word or a stop. */
    static boolean isSeveral(String text) {
        if (text.length() > LONGEST_PAIR * 2) {
            return false;
        }
        Matcher and = AND.matcher(text);
        while (and.find()) {
            String before = text.substring(0, and.start());
            String after = text.substring(and.end());
            boolean word = Typed.isHan(and.group().codePointAt(0));
            int least = word ? 2 : 1;
            if (whole(before, least) && whole(after, least)) {
                return true;
            }
        }
        return false;
    }

    private static boolean whole(String part, int least) {
        return Typed.length(part) >= least && Surnames.beginWhole(part);
    }
}
