package io.beian.value;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What somebody wrote, without what the messenger puts around it and with every character as the
 * one it stands for.
 *
 * <p>WeChat sends its emoticons as {@code [微笑]} or {@code /:strong}, a reply with the text it
 * quotes before it, and a message it cannot show as a notice in brackets.
 */
public final class ChatText {

    private static final Set<String> EMOTICONS =
            Shipped.words("emoticons").get("name").stream()
                    .map(name -> name.toLowerCase(Locale.ROOT))
                    .collect(Collectors.toUnmodifiableSet());

    private static final int LONGEST_EMOTICON = 12;
    private static final int LONGEST_NOTICE = 60;
    private static final Pattern FIRST = Pattern.compile("^[\\[［]([^\\[\\]［］]{1,10})[\\]］]");
    private static final Pattern LAST = Pattern.compile("[\\[［]([^\\[\\]［］]{1,10})[\\]］]$");

    /** Of those that begin a text only the ones in letters: what follows may be part of it. */
    private static final Pattern OLD_LAST = Pattern.compile("/:[!-.0-~]{1,10}$");

    /** The notice with which a quoted text ends, and the text before it. */
    private static final Pattern QUOTE =
            Pattern.compile("(?s)^\\s*[「“\"].{1,1500}?[」”\"]\\s*\\n\\s*(?:[-—–─]\\s?){5,}\\s*\\n");

    private static final Pattern NOTICE =
            Pattern.compile(
                    ".{0,20}(?:不支持.{0,3}(?:消息|查看|显示|展示)|消息类型.{0,4}不支持|无法(?:显示|查看)"
                            + "|在手机上查看|升级.{0,3}最新版本|撤回了?一条消息|消息已撤回).{0,30}");

    /** The number of a row in a list. */
    private static final Pattern ROW =
            Pattern.compile("^\\s*(?:[①-⑳❶-❿]|[(（]?\\d{1,2}[、.．)）])\\s*(?=\\p{IsHan})");

    private ChatText() {}

    /** The text itself; its width and its lines stay as they were written. */
    public static String plain(String raw) {
        // Too long to be anything but refused, with its length.
        if (raw.length() > Typed.LIMIT) {
            return raw;
        }
        String meant = Characters.meant(QUOTE.matcher(Typed.cut(raw)).replaceFirst(""));
        return withoutEmoticons(meant);
    }

    /** The text itself in NFKC. */
    public static String unified(String raw) {
        return Normalizer.normalize(plain(raw), Normalizer.Form.NFKC);
    }

    /**
     * What a text stands for that the messenger put in place of a message: {@code picture, voice,
     * video, location, link, file, sticker} or {@code unknown}; empty for a real text.
     */
    public static Optional<String> placeholder(String raw) {
        String line = Normalizer.normalize(Typed.cut(raw), Normalizer.Form.NFKC).strip();
        return line.length() > LONGEST_NOTICE ? Optional.empty() : Placeholders.read(line, NOTICE);
    }

    /** Without the number of a row in a list that stands before words. */
    static String unnumbered(String raw) {
        return ROW.matcher(plain(raw)).replaceFirst("");
    }

    /** Without emoticons and emoji at both ends. */
    static String withoutEmoticons(String text) {
        String rest = text;
        int before;
        do {
            before = rest.length();
            rest = Typed.trimmed(rest, ChatText::isEmoji).strip();
            rest = withoutFirst(withoutLast(rest));
        } while (rest.length() < before);
        return rest;
    }

    private static String withoutLast(String text) {
        Matcher code = LAST.matcher(text.substring(Math.max(0, text.length() - LONGEST_EMOTICON)));
        if (code.find() && isEmoticon(code.group(1))) {
            return text.substring(0, text.length() - code.group().length());
        }
        Matcher old =
                OLD_LAST.matcher(text.substring(Math.max(0, text.length() - LONGEST_EMOTICON)));
        return old.find() ? text.substring(0, text.length() - old.group().length()) : text;
    }

    private static String withoutFirst(String text) {
        Matcher code = FIRST.matcher(Typed.shortened(text, LONGEST_EMOTICON));
        return code.find() && isEmoticon(code.group(1))
                ? text.substring(code.group().length())
                : text;
    }

    private static boolean isEmoticon(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKC).strip();
        return EMOTICONS.contains(plain.toLowerCase(Locale.ROOT));
    }

    /** Pictures of the planes and blocks for them; no star, circle or number that people write. */
    static boolean isEmoji(int cp) {
        boolean picture =
                (cp >= 0x1F000 && cp <= 0x1FAFF && !(cp >= 0x1F100 && cp <= 0x1F16F))
                        || (cp >= 0x2600 && cp <= 0x27BF && !(cp >= 0x2776 && cp <= 0x2793))
                        || (cp >= 0x2B00 && cp <= 0x2BFF)
                        || (cp >= 0x231A && cp <= 0x23FF)
                        || (cp >= 0xE0020 && cp <= 0xE007F);
        boolean written = cp == 0x2605 || cp == 0x2606 || (cp >= 0x1F200 && cp <= 0x1F2FF);
        return (picture && !written) || cp == 0x200D || cp == 0xFE0F;
    }
}
