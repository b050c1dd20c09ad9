package io.beian.value;

import com.google.common.collect.ImmutableMap;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What people say in place of an answer: 不知道, 稍等, 同上, 见照片.
 *
 * <p>A text is such talk when it can be cut into everyday words altogether, in any order and number
 * and with each sound drawn out (好的呀, 我现在还不知道怎么写啊), and at least one of them means something.
 *
 * @param kind what it means most of all
 * @param named whether it also names a thing, as 公司 or 网站
 */
public record Everyday(Kind kind, boolean named) {

    /** What such talk means; of several the first counts. */
    public enum Kind {
        PICTURE,
        SAME,
        LATER,
        UNKNOWN,
        NONE,
        ASKING,
        COMPLAINT,
        SELF,
        TRIAL,
        CHOICE,
        GREETING,
        ACK;

        /** The name its sentences go by. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private enum Part {
        PARTICLE,
        FILLER,
        NOUN
    }

    private static final int LONGEST = 40;
    private static final ImmutableMap<String, Object> WORDS = words();
    private static final int LONGEST_WORD =
            WORDS.keySet().stream().mapToInt(String::length).max().orElseThrow();

    private static final String NUMBER = "[0-9一二三四五六七八九十两]{1,2}";
    private static final Pattern PLACE =
            Pattern.compile(
                    "(?:(?:我?要?选择?|就|那就)?第?"
                            + NUMBER
                            + "(?:[个项号条种]|选项)+"
                            + "|(?:我?要?选择?)第?(?:"
                            + NUMBER
                            + "|[a-e])|第"
                            + NUMBER
                            + "|[0-9a-e])"
                            + "(?:吧|啊|呀|呢|的)?");
    private static final Pattern WAYS = Pattern.compile("长期|长期有效|永久|无固定期限|以上都不涉及|都不涉及|是|否");
    private static final Pattern TRIAL =
            Pattern.compile("([a-z])\\1+|([0-9])\\2{1,3}|1234?5?6?|[a-z]");

    /** Words of talk, of which names and remarks that are meant have few. */
    private static final Pattern TALK =
            Pattern.compile(
                    ".*[吧呢啊呀哦嘛啦咯呗噢喔]$|^(?:我|你|您|俺|咱|等|让我|给我|帮我)(?!们|司|爱|校|院|店|公司|单位).*"
                            + "|.*(?:不知道|不清楚|不晓得|不懂|不想|忘了|忘记|没法|没空|没时间|稍等|等会|等下|等我|一会儿?[再就弄发]|晚点"
                            + "|回头[再发给]|再说|再弄|怎么|什么|为啥|谢谢|麻烦|老公|老婆|问问|问一下).*");

    private static final int SHORT_TALK = 24;

    /** Whatever else somebody asks ends like this. */
    private static final Pattern QUESTION =
            Pattern.compile(".*(?:[?？]|[吗嘛么]|是不是|对不对|行不行|可以不|怎么办)$");

    private record Cut(int words, Set<Kind> kinds, boolean strong, boolean filled, boolean named) {

        static final Cut NONE = new Cut(0, Set.of(), false, false, false);

        Cut with(Object part, boolean single) {
            Set<Kind> more = EnumSet.noneOf(Kind.class);
            more.addAll(kinds);
            if (part instanceof Kind kind) {
                more.add(kind);
                return new Cut(words + 1, more, strong || !single, filled, named);
            }
            boolean noun = part == Part.NOUN;
            return new Cut(words + 1, more, strong, filled || part != Part.PARTICLE, named || noun);
        }

        /** A word of one character means too little beside another, as in 好公司 or a name. */
        boolean means() {
            return strong || (!filled && words > 0);
        }

        Kind kind() {
            return kinds.stream().findFirst().orElse(Kind.ACK);
        }
    }

    /** What a text means that is nothing but such talk; empty for what may be an answer. */
    public static Optional<Everyday> read(String raw) {
        String line = Normalizer.normalize(Typed.line(raw), Normalizer.Form.NFKC);
        String said = letters(line);
        if (said.length() > LONGEST || line.isEmpty()) {
            return Optional.empty();
        }
        if (ChatText.placeholder(raw).isPresent()) {
            return Optional.of(new Everyday(Kind.PICTURE, false));
        }
        if (said.isEmpty() || TRIAL.matcher(said).matches()) {
            return Optional.of(new Everyday(Kind.TRIAL, false));
        }
        if (PLACE.matcher(said).matches() || WAYS.matcher(said).matches()) {
            return Optional.of(new Everyday(Kind.CHOICE, false));
        }
        Cut cut = cut(said);
        return Optional.of(cut)
                .filter(Cut::means)
                .map(whole -> new Everyday(whole.kind(), whole.named()));
    }

    /**
     * Whether a short text sounds like talk, though it may be meant: such a text is asked about.
     */
    public static boolean resembles(String raw) {
        String line = Typed.trimmed(Typed.line(raw), Typed::isPunctuation);
        return Typed.length(line) <= SHORT_TALK && TALK.matcher(line).matches();
    }

    /** Whether a text asks something rather than answers. */
    public static boolean asks(String raw) {
        return QUESTION.matcher(Typed.line(raw)).matches();
    }

    private static String letters(String line) {
        StringBuilder letters = new StringBuilder();
        line.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }

    /** The cut into the fewest words; a drawn-out sound is no word of its own. */
    private static Cut cut(String said) {
        Cut[] best = new Cut[said.length() + 1];
        best[0] = Cut.NONE;
        for (int from = 0; from < said.length(); from++) {
            if (best[from] == null) {
                continue;
            }
            if (from > 0 && said.charAt(from) == said.charAt(from - 1)) {
                keep(best, from + 1, best[from].with(Part.PARTICLE, true));
            }
            for (int to = from + 1; to <= Math.min(said.length(), from + LONGEST_WORD); to++) {
                Object part = WORDS.get(said.substring(from, to));
                if (part != null) {
                    keep(best, to, best[from].with(part, to - from == 1));
                }
            }
        }
        return best[said.length()] == null ? Cut.NONE : best[said.length()];
    }

    private static void keep(Cut[] best, int at, Cut cut) {
        if (best[at] == null || cut.words() < best[at].words()) {
            best[at] = cut;
        }
    }

    private static ImmutableMap<String, Object> words() {
        ImmutableMap.Builder<String, Object> words = ImmutableMap.builder();
        for (Map.Entry<String, String> word : Shipped.words("everyday").entries()) {
            words.put(word.getValue(), part(word.getKey()));
        }
        return words.buildOrThrow();
    }

    private static Object part(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return Arrays.stream(Part.values())
                .filter(part -> part.name().equals(upper))
                .<Object>map(part -> part)
                .findFirst()
                .orElseGet(() -> Kind.valueOf(upper));
    }
}
