package io.beian.value;

import com.google.common.base.Splitter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An address as typed, parted into the host and what is not wanted around it. */
record TypedAddress(String line, String host, boolean hadMore) {

    private static final int TOO_MANY = 20;
    private static final int LONGEST_HOST = 255;
    private static final Pattern LABEL =
            Pattern.compile(
                    "^(?:(?:我们?的|网站|公司|备案|主){0,3}(?:域名|网址|首页|地址)(?:地址|名称)?"
                            + "(?:[:是为 ]{1,3}|(?=[a-z0-9]))|(?:url|domain|ip)(?:地址)?[: ]{1,3})");
    private static final Pattern SCHEME =
            Pattern.compile("^(?:[a-z]{2,8}://|https?:/{0,3}|https?//){1,3}");
    private static final Pattern PATH = Pattern.compile("[/\\\\?#].*$");
    private static final Pattern PORT = Pattern.compile(":\\d{0,5}$");
    private static final Pattern CIDR = Pattern.compile("[0-9.]+/\\d{1,3}");
    private static final Pattern RANGE = Pattern.compile("[0-9]+(?:\\.[0-9]+){3}[-~].*");
    private static final Pattern IPV6 =
            Pattern.compile("\\[?[0-9a-f]{0,4}:[0-9a-f]{0,4}:[0-9a-f:.]{0,45}\\]?(?:[/:%].*)?");
    private static final Pattern NUMERIC = Pattern.compile("[0-9]+(?:\\.+[0-9]+)+");
    private static final Pattern DOTTED = Pattern.compile("[^.@]+(?:\\.[^.@]+)+");
    private static final Splitter SEPARATORS =
            Splitter.on(Pattern.compile("[\\s,;、|]+")).omitEmptyStrings();
    private static final Splitter JOINERS =
            Splitter.on(Pattern.compile("和|与|及|还有")).omitEmptyStrings().trimResults();

    static TypedAddress of(String raw) {
        String typed = Typed.line(raw).toLowerCase(Locale.ROOT).replace('。', '.');
        String line = Typed.after(LABEL, typed);
        String joined = Typed.trimmed(line.replace(" ", ""), TypedAddress::isEdge);
        String bare = SCHEME.matcher(joined).replaceFirst("");
        boolean network = CIDR.matcher(bare).matches() || isIpv6(bare);
        String host = network ? bare : withoutDot(PORT.matcher(withoutPath(bare)).replaceFirst(""));
        return new TypedAddress(line, host, host.length() < withoutDot(joined).length());
    }

    Checked<SiteAddress> check() {
        if (host.isEmpty()) {
            return bad(Flaw.of("empty", line));
        }
        List<String> several = several();
        if (several.size() > 1) {
            return bad(severalFlaw(several));
        }
        if (host.indexOf('@') >= 0) {
            return bad(Flaw.of("email", host));
        }
        return isIpv6(host) ? bad(Flaw.of("ipv6", host)) : single();
    }

    private Checked<SiteAddress> single() {
        if (host.length() > LONGEST_HOST) {
            return bad(Flaw.length(host, host.length(), Domain.LENGTHS));
        }
        if (RANGE.matcher(host).matches()) {
            return bad(Flaw.of("range", host));
        }
        boolean numeric = NUMERIC.matcher(host).matches() || CIDR.matcher(host).matches();
        Checked<? extends SiteAddress> checked = numeric ? IpAddress.of(host) : Domain.of(host);
        return checked.fold(this::clean, TypedAddress::bad);
    }

    /** A right address in a wrong wrapping is offered without it. */
    private Checked<SiteAddress> clean(SiteAddress address) {
        return hadMore
                ? bad(Flaw.of("url", line).suggesting(Optional.of(address.text())))
                : new Checked.Good<>(address);
    }

    private List<String> several() {
        List<String> parts = dotted(SEPARATORS);
        if (parts.size() > 1) {
            return parts;
        }
        List<String> joined = dotted(JOINERS);
        boolean latin = joined.stream().allMatch(part -> part.chars().allMatch(c -> c < 0x80));
        return latin ? joined : List.of();
    }

    private List<String> dotted(Splitter splitter) {
        return splitter.splitToStream(line)
                .limit(TOO_MANY)
                .filter(part -> part.length() <= LONGEST_HOST && DOTTED.matcher(part).matches())
                .toList();
    }

    /** One domain written twice, with and without www., is still one. */
    private Flaw severalFlaw(List<String> parts) {
        Set<String> meant = parts.stream().map(TypedAddress::meant).collect(Collectors.toSet());
        boolean one = meant.size() == 1 && !meant.contains("");
        return Flaw.of("several", line)
                .with("count", String.valueOf(parts.size()))
                .suggesting(one ? meant.stream().findFirst() : Optional.empty());
    }

    private static String meant(String part) {
        TypedAddress address = of(part);
        Checked<SiteAddress> checked =
                address.several().size() > 1 ? bad(Flaw.of("", "")) : address.check();
        return checked.fold(SiteAddress::text, flaw -> flaw.suggestion().orElse(""));
    }

    private static boolean isIpv6(String text) {
        return IPV6.matcher(text).matches();
    }

    private static String withoutPath(String text) {
        return PATH.matcher(text).replaceFirst("");
    }

    private static String withoutDot(String text) {
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    private static boolean isEdge(int cp) {
        return (Typed.isPunctuation(cp) && ".[]:/_-*?#".indexOf(cp) < 0) || cp == '<' || cp == '>';
    }

    private static <T> Checked<T> bad(Flaw flaw) {
        return new Checked.Bad<>(flaw);
    }
}
