package io.beian.value;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people write around an address: labels, stops, emoticons and whole sentences. */
final class AddressTalk {

    private static final int MOST = 20;
    private static final int LONGEST = 255;

    private static final Pattern LABEL =
            Pattern.compile(
                    "^(?:(?:我们?的|我司的?|这个|网站|公司|单位|备案|主|要|的|用){0,5}"
                            + "(?:域名|网址|首页|地址)(?:地址|名称|网址|链接)?(?:[:是为= ]{1,3}|(?=[a-z0-9]))"
                            + "|(?:网站|官网|主页|网页)[:= ]{1,3}"
                            + "|(?:url|domain|ip)(?:地址)?[: ]{1,3})");

    /** WeChat writes an emoticon it cannot send as its name: [微笑], [OK]. */
    private static final Pattern EMOTICON = Pattern.compile("\\[[^\\[\\]\\s.:/0-9]{1,10}\\]");

    /** The stop behind a domain, where the next one follows. */
    private static final Pattern STOP =
            Pattern.compile("(?<=\\.(?:com|cn|net|org|top|vip|xyz|中国))。(?=[^.。]{1,63}\\.)");

    /** A common ending that runs into what is said next; 和 and its like part two domains. */
    private static final Pattern ENDED =
            Pattern.compile(
                    "(\\.(?:com|cn|net|org|top|vip|xyz|cc|shop|site|ltd|tech))"
                            + "(?!和|与|及|还有)(?=\\p{IsHan})");

    private static final String LETTERS =
            "\\p{L}\\p{Mn}\\p{Mc}\\p{Nd}\\u2E80-\\u2FDF\\u200C\\u200D-";
    private static final Pattern RUN =
            Pattern.compile(
                    "(?<![_" + LETTERS + "])[" + LETTERS + "]++(?:\\.[" + LETTERS + "]++)++");
    private static final Pattern LATIN =
            Pattern.compile(
                    "(?:(?<=\\p{IsHan})|(?<![\\p{L}\\p{M}\\p{Nd}._-]))[a-z0-9][a-z0-9-]*+(?:\\.[a-z0-9-]++)++");

    /** Ends of sentences that run into a domain without a stop: 我买的example.com. */
    private static final Pattern SAID =
            Pattern.compile(
                    "^(?:网站|官网|主页|网页)(?=[a-z0-9])"
                            + "|^\\p{IsHan}{0,40}?(?:(?<!美)的|是|叫|叫做|我|我们|我司|这个|那个|买了|注册了|申请了"
                            + "|备案|域名|网址|地址|填写|你好|您好|好的|谢谢|麻烦)(?=[a-z0-9])");

    /** Before Chinese letters only a whole beginning of a sentence is none of the domain. */
    private static final Pattern SAID_IN_FULL =
            Pattern.compile(
                    "^(?:我们?的?|我司的?|公司的?|单位的?|网站的?|要?备案的?|想要?|买的|注册的|申请的|用的"
                            + "|域名|网址|名字|这个|那个|应该|就|也){1,8}是(?=\\p{IsHan}{2})");

    private static final Pattern PARTED = Pattern.compile("(?<![.:/-]) (?![.:/-])");

    private static final Pattern DOT = Pattern.compile("(?<=[a-z0-9]) ?(?:点|dot) ?(?=[a-z0-9])");
    private static final Pattern ENDING = Pattern.compile(" (?:com|cn|net|org)$");

    /** Words before a blank that no domain begins with. */
    private static final Set<String> NO_BEGINNINGS =
            Set.of("www", "http", "https", "ok", "hi", "hello", "site", "web", "website");

    private AddressTalk() {}

    /** What was typed in small letters and with dots, without emoticons. */
    static String line(String raw) {
        String typed = small(plain(raw));
        String dotted = STOP.matcher(typed).replaceAll(",").replace('。', '.');
        return ENDED.matcher(dotted).replaceAll("$1 ").replaceAll(" {2,}", " ").strip();
    }

    /** What was typed, without emoticons. */
    static String plain(String raw) {
        return EMOTICON.matcher(Typed.narrowed(raw)).replaceAll(" ").strip();
    }

    static String unlabelled(String line) {
        return Typed.after(LABEL, line);
    }

    /** Whether the filer says in so many words that the rest is the domain. */
    static boolean isLabelled(String line) {
        Matcher label = LABEL.matcher(line);
        return label.find() && label.group().indexOf(':') > 0;
    }

    /** Without quotation marks, brackets and bullets around it, and without what ends sentences. */
    static String trimmed(String text) {
        String ended = text;
        while (!ended.isEmpty() && isEnd(ended.codePointBefore(ended.length()))) {
            ended = ended.substring(0, ended.offsetByCodePoints(ended.length(), -1));
        }
        return Typed.trimmed(ended, AddressTalk::isEdge);
    }

    /** What could be read as an address is the end of a sentence: 我的example.com. */
    static Optional<Flaw> said(String spaced) {
        String joined = spaced.replace(" ", "");
        return Optional.of(unsaid(joined))
                .filter(rest -> rest.length() < joined.length())
                .flatMap(AddressTalk::meant)
                .map(only -> Flaw.of("words", spaced).suggesting(Optional.of(only)));
    }

    /** A blank in the middle may be a slip or part a word from the domain. */
    static Optional<Flaw> parted(String spaced, SiteAddress whole) {
        if (!PARTED.matcher(spaced).find()) {
            return Optional.empty();
        }
        List<String> found = addresses(spaced);
        Optional<String> only = found.size() == 1 ? found.stream().findFirst() : Optional.empty();
        if (only.isPresent() && beginsWithWord(spaced)) {
            return Optional.of(Flaw.of("words", spaced).suggesting(only));
        }
        Flaw flaw = Flaw.of("blank", spaced).suggesting(Optional.of(whole.text()));
        return only.filter(part -> !part.equals(whole.text()))
                .map(part -> flaw.with("also", part))
                .or(() -> Optional.of(flaw));
    }

    private static boolean beginsWithWord(String spaced) {
        String first = spaced.substring(0, spaced.indexOf(' '));
        boolean chinese = spaced.chars().anyMatch(c -> c > 0x7F) && first.length() > 1;
        return chinese
                || NO_BEGINNINGS.contains(first)
                || first.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** The dots that were said or left out: example点com, www example com. */
    static Optional<String> dotted(String spaced) {
        String said = DOT.matcher(spaced).replaceAll(".");
        String dotted = ENDING.matcher(said).find() ? said.replace(' ', '.') : said;
        return dotted.equals(spaced) ? Optional.empty() : meant(dotted);
    }

    /** The different addresses that stand in a text. */
    static List<String> addresses(String line) {
        return RUN.matcher(line)
                .results()
                .limit(MOST)
                .map(MatchResult::group)
                .filter(run -> run.length() <= LONGEST)
                .flatMap(run -> inRun(run).stream())
                .distinct()
                .toList();
    }

    /** Whether a text says more than the address found in it. */
    static boolean hasWords(String line, String found) {
        return letters(line) > letters(found);
    }

    private static long letters(String text) {
        return text.codePoints().filter(Character::isLetterOrDigit).count();
    }

    private static Optional<String> inRun(String run) {
        String rest = Typed.trimmed(unsaid(run), cp -> cp == '-');
        return meant(rest)
                .or(() -> cut(rest).flatMap(AddressTalk::meant))
                .or(
                        () ->
                                LATIN.matcher(rest)
                                        .results()
                                        .limit(MOST)
                                        .flatMap(part -> meant(part.group()).stream())
                                        .findFirst());
    }

    private static Optional<String> meant(String host) {
        return TypedAddress.address(host)
                .fold(address -> Optional.of(address.text()), Flaw::suggestion);
    }

    private static String unsaid(String host) {
        String rest = SAID.matcher(host).replaceFirst("");
        return SAID_IN_FULL.matcher(rest).replaceFirst("");
    }

    /** Without what follows the longest ending that exists: 例子.中国谢谢. */
    private static Optional<String> cut(String host) {
        int dot = host.lastIndexOf('.');
        for (int end = host.length() - 1; end > dot + 1; end--) {
            String shorter = host.substring(0, end);
            boolean ends =
                    Idn.ascii(host.substring(dot + 1, end))
                            .filter(AddressTalk::isEnding)
                            .isPresent();
            if (ends && Typed.isHan(host.codePointAt(end))) {
                return Optional.of(shorter);
            }
        }
        return Optional.empty();
    }

    private static boolean isEnding(String ascii) {
        return DomainName.isSuffix(ascii);
    }

    static String small(String text) {
        StringBuilder small = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            small.setCharAt(i, c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
        }
        return small.toString();
    }

    private static boolean isEdge(int cp) {
        return (Typed.isPunctuation(cp) && ".[]:/_-*?#".indexOf(cp) < 0) || cp == '<' || cp == '>';
    }

    /** A dot ends a sentence, and emoji come behind it. */
    private static boolean isEnd(int cp) {
        return isEdge(cp) || cp == '.' || isSymbol(cp);
    }

    static boolean isSymbol(int cp) {
        return switch (Character.getType(cp)) {
            case Character.OTHER_SYMBOL,
                    Character.MODIFIER_SYMBOL,
                    Character.MATH_SYMBOL,
                    Character.CURRENCY_SYMBOL,
                    Character.ENCLOSING_MARK ->
                    true;
            default -> cp >= 0x1F000 && cp <= 0x1FAFF;
        };
    }
}
