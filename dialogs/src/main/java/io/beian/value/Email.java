package io.beian.value;

import static java.util.stream.Collectors.joining;

import com.google.common.base.Splitter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * An e-mail address: before the @ the atoms of RFC 5321 §4.1.2 as far as addresses have them,
 * behind it a domain, Chinese or not. {@code * ? !} and a few more stand for something else when
 * people type them, and the great providers give out letters, digits and {@code . _ - +} only.
 */
public record Email(String text) {

    /** Every code a flaw of this type can have. */
    public static final Set<String> FLAWS =
            Set.of("empty", "at", "several", "length", "letters", "local", "typo", "host");

    private static final int SHORTEST = 6;
    private static final int LONGEST = 128;
    private static final Pattern LABEL =
            Pattern.compile(
                    "(?i)^(?:[^\\x00-\\x7F]{0,24}+(?!@))?[:<=]{0,2}(?:(?:e-?mail|mailto|mail):)?");
    private static final Pattern ATOMS = Pattern.compile("[A-Za-z0-9._%+&/=~#$^'-]{1,64}");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._%+-]{1,64}");
    private static final Pattern APOSTROPHE = Pattern.compile("(?<=[A-Za-z])'(?=[A-Za-z])");
    private static final Pattern SAID_DOT = Pattern.compile("(?<=[a-z0-9])点(?=[a-z])");
    private static final Splitter DOTS = Splitter.on('.');

    /** A telephone number and an address in one. */
    private static final Pattern NUMBER_BEFORE = Pattern.compile("^[0-9-]{7,}[/&=#]");

    private static final Pattern HOST =
            Pattern.compile("(?:[a-z0-9-]{1,63}\\.){1,10}(?:[a-z]{2,24}|xn--[a-z0-9-]{2,59})");
    private static final Pattern EMOTICON = Pattern.compile("\\[[^\\[\\]@.:]{1,10}\\]");
    private static final Pattern INSIDE =
            Pattern.compile(
                    "[A-Za-z0-9._%+-]{1,64}+@[A-Za-z0-9-]{1,63}+(?:\\.[A-Za-z0-9-]{1,63}+){1,10}+");

    /** Whose names are typed wrong often enough to say so. */
    private static final List<String> PROVIDERS =
            List.of(
                    "qq.com",
                    "163.com",
                    "126.com",
                    "139.com",
                    "189.cn",
                    "21cn.com",
                    "vip.qq.com",
                    "vip.163.com",
                    "gmail.com",
                    "foxmail.com",
                    "hotmail.com",
                    "outlook.com",
                    "sina.com",
                    "sohu.com",
                    "yeah.net",
                    "aliyun.com",
                    "icloud.com",
                    "yahoo.com");

    private static final Map<String, String> TYPOS =
            Map.ofEntries(
                    Map.entry("gmial.com", "gmail.com"),
                    Map.entry("gmal.com", "gmail.com"),
                    Map.entry("gamil.com", "gmail.com"),
                    Map.entry("gmai.com", "gmail.com"),
                    Map.entry("gmaill.com", "gmail.com"),
                    Map.entry("foxmial.com", "foxmail.com"),
                    Map.entry("foxmal.com", "foxmail.com"),
                    Map.entry("hotmial.com", "hotmail.com"),
                    Map.entry("hotmal.com", "hotmail.com"),
                    Map.entry("outlok.com", "outlook.com"),
                    Map.entry("outllook.com", "outlook.com"),
                    Map.entry("ailyun.com", "aliyun.com"),
                    Map.entry("aliyum.com", "aliyun.com"),
                    Map.entry("iclould.com", "icloud.com"));

    private static final Rule RULE = new Rule(Email::flaw);

    public Email {
        RULE.require(text);
    }

    public static Checked<Email> check(String raw) {
        String typed =
                EMOTICON.matcher(
                                Typed.narrowed(raw)
                                        .replace(" ", "")
                                        .replace('。', '.')
                                        .replace('’', '\''))
                        .replaceAll("");
        String line = LABEL.matcher(typed).replaceFirst("");
        String text = Typed.trimmed(line, Email::isEdge);
        int at = text.indexOf('@');
        String host = at < 0 ? "" : text.substring(at).toLowerCase(Locale.ROOT);
        return RULE.check(at < 0 ? text : text.substring(0, at) + host, Email::new);
    }

    @Override
    public String toString() {
        int at = text.indexOf('@');
        return (at > 1 ? text.substring(0, 1) : "") + "***" + text.substring(at);
    }

    private static boolean is(String text) {
        return flaw(text).isEmpty();
    }

    private static Optional<Flaw> flaw(String text) {
        if (text.isEmpty()) {
            return Optional.of(Flaw.of("empty", text));
        }
        int at = text.indexOf('@');
        if (at < 0) {
            return Optional.of(Flaw.of("at", text).suggesting(withAt(text)));
        }
        if (text.indexOf('@', at + 1) > 0) {
            return Optional.of(Flaw.of("several", text));
        }
        if (text.length() < SHORTEST || text.length() > LONGEST) {
            return Optional.of(Flaw.length(text, text.length(), SHORTEST + "-" + LONGEST));
        }
        return partsFlaw(text, text.substring(0, at), text.substring(at + 1));
    }

    private static Optional<Flaw> partsFlaw(String text, String local, String host) {
        Optional<String> meant = meant(host).map(right -> local + "@" + right).filter(Email::is);
        String others = others(local, host);
        if (!others.isEmpty()) {
            return Optional.of(
                    Flaw.of("letters", text)
                            .with("letters", others)
                            .suggesting(meant.or(() -> in(text))));
        }
        if (!ATOMS.matcher(local).matches()) {
            return Optional.of(Flaw.of("local", text));
        }
        if (meant.isPresent()) {
            return Optional.of(Flaw.of("typo", text).suggesting(meant));
        }
        boolean reachable = ascii(host).filter(Email::isReachable).isPresent();
        return reachable
                ? Optional.empty()
                : Optional.of(Flaw.of("host", text).suggesting(in(text)));
    }

    private static String others(String local, String host) {
        boolean plain = PROVIDERS.contains(host) || NUMBER_BEFORE.matcher(local).find();
        Pattern allowed = plain ? PLAIN : ATOMS;
        String bare = APOSTROPHE.matcher(local).replaceAll("");
        return Typed.others(bare, cp -> allowed.matcher(Character.toString(cp)).matches())
                + Typed.others(host, cp -> Typed.isAsciiAlphanumeric(cp) || isMark(cp) || cp > 0x7F)
                + DomainLetters.typedFlaw(host)
                        .map(flaw -> flaw.details().getOrDefault("letters", ""))
                        .filter(letters -> letters.codePoints().anyMatch(cp -> cp > 0x7F))
                        .orElse("");
    }

    private static Optional<String> ascii(String host) {
        List<Optional<String>> labels = DOTS.splitToStream(host).map(Email::label).toList();
        boolean all = labels.stream().allMatch(Optional::isPresent);
        return all && DomainLetters.flaw(host).isEmpty()
                ? Optional.of(labels.stream().flatMap(Optional::stream).collect(joining(".")))
                : Optional.empty();
    }

    private static Optional<String> label(String label) {
        return label.chars().allMatch(c -> c < 0x80) ? Optional.of(label) : Idn.ascii(label);
    }

    private static boolean isReachable(String host) {
        return HOST.matcher(host).matches() && DomainName.isHost(host);
    }

    /** The one address in a text that says more. */
    private static Optional<String> in(String text) {
        List<String> found =
                INSIDE.matcher(text)
                        .results()
                        .limit(2)
                        .map(MatchResult::group)
                        .filter(part -> part.length() < text.length())
                        .filter(
                                part ->
                                        check(part)
                                                .fold(
                                                        whole -> whole.text().equals(part),
                                                        f -> false))
                        .toList();
        return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
    }

    private static boolean isEdge(int cp) {
        boolean mark = Typed.isPunctuation(cp) && "_-%*@".indexOf(cp) < 0;
        return mark || "<>=~$^".indexOf(cp) >= 0 || (AddressTalk.isSymbol(cp) && cp > 0x7F);
    }

    /** {@code zhang#qq.com} and {@code zhangqq.com}: the provider tells where the @ belongs. */
    private static Optional<String> withAt(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return PROVIDERS.stream()
                .filter(lower::endsWith)
                .max(Comparator.comparingInt(String::length))
                .map(host -> local(text, host) + "@" + host)
                .filter(Email::is);
    }

    private static String local(String text, String host) {
        String local = text.substring(0, text.length() - host.length());
        return local.endsWith("#") ? local.substring(0, local.length() - 1) : local;
    }

    private static long dots(String host) {
        return host.chars().filter(c -> c == '.').count();
    }

    private static boolean isMark(int cp) {
        return cp == '.' || cp == '-';
    }

    /** The well-known provider or ending behind a slip, if the host is one. */
    private static Optional<String> meant(String host) {
        String known = TYPOS.get(host);
        if (known != null) {
            return Optional.of(known);
        }
        String dotted = SAID_DOT.matcher(host.replace(',', '.')).replaceAll(".").replace("..", ".");
        Optional<String> provider = PROVIDERS.stream().filter(p -> isSlip(dotted, p)).findFirst();
        if (provider.isPresent() && !PROVIDERS.contains(host)) {
            return provider;
        }
        Optional<String> alike = DomainLetters.typedFlaw(host).flatMap(Flaw::suggestion);
        return alike.filter(right -> dots(right) == dots(host))
                .or(() -> DomainName.withoutSlip(dotted).filter(right -> !right.equals(host)));
    }

    /**
     * {@code qq}, {@code qq.cm}, {@code 163.co}, {@code gmail.con}, {@code qqcom}, {@code qq,com}.
     */
    private static boolean isSlip(String host, String provider) {
        int dot = provider.lastIndexOf('.');
        String name = provider.substring(0, dot);
        if (List.of(provider, name, provider.replace(".", "")).contains(host)) {
            return true;
        }
        boolean other = host.startsWith(name + ".") && provider.endsWith(".com");
        return other && List.of("cm", "co", "om", "cim").contains(host.substring(dot + 1));
    }
}
