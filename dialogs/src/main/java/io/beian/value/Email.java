package io.beian.value;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** An e-mail address. */
public record Email(String text) {

    /** Every code a flaw of this type can have. */
    public static final Set<String> FLAWS =
            Set.of("empty", "at", "several", "length", "letters", "local", "typo", "host");

    private static final int SHORTEST = 6;
    private static final int LONGEST = 128;
    private static final Pattern LABEL =
            Pattern.compile(
                    "(?i)^(?:[^\\x00-\\x7F]{0,24}+(?!@))?[:<]{0,2}(?:(?:e-?mail|mailto):)?");
    private static final Pattern LOCAL = Pattern.compile("[A-Za-z0-9._%+-]{1,64}");
    private static final Pattern HOST = Pattern.compile("(?:[a-z0-9-]{1,63}\\.){1,10}[a-z]{2,24}");

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
        String line = LABEL.matcher(Typed.compact(raw).replace('。', '.')).replaceFirst("");
        String text = Typed.trimmed(line, cp -> ".,;:!?<>()\"'".indexOf(cp) >= 0);
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
        String others =
                Typed.others(local, cp -> LOCAL.matcher(Character.toString(cp)).matches())
                        + Typed.others(host, cp -> Typed.isAsciiAlphanumeric(cp) || isMark(cp));
        Optional<String> meant = meant(host).map(right -> local + "@" + right).filter(Email::is);
        if (!others.isEmpty()) {
            return Optional.of(Flaw.of("letters", text).with("letters", others).suggesting(meant));
        }
        if (!LOCAL.matcher(local).matches()) {
            return Optional.of(Flaw.of("local", text));
        }
        if (meant.isPresent()) {
            return Optional.of(Flaw.of("typo", text).suggesting(meant));
        }
        boolean reachable = HOST.matcher(host).matches() && DomainName.isHost(host);
        return reachable ? Optional.empty() : Optional.of(Flaw.of("host", text));
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

    private static boolean isMark(int cp) {
        return cp == '.' || cp == '-';
    }

    /** The well-known provider or ending behind a slip, if the host is one. */
    private static Optional<String> meant(String host) {
        String known = TYPOS.get(host);
        if (known != null) {
            return Optional.of(known);
        }
        String dotted = host.replace(',', '.').replace("..", ".");
        Optional<String> provider = PROVIDERS.stream().filter(p -> isSlip(dotted, p)).findFirst();
        if (provider.isPresent() && !PROVIDERS.contains(host)) {
            return provider;
        }
        return DomainName.withoutSlip(dotted).filter(right -> !right.equals(host));
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
