package io.beian.value;

import com.google.common.base.Splitter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The address of a site's home page: a host under the site's domain, and a path. Interface codes
 * 1022 and 1041: it must be one, and contain the domain; at most 255 characters (Syurl).
 */
public record HomeUrl(String text) {

    /** Every code a flaw of this type can have. */
    public static final Set<String> FLAWS = Set.of("format", "otherDomain", "meant");

    private static final int LONGEST = 255;
    private static final int MOST = 20;
    private static final Splitter DOTS = Splitter.on('.');
    private static final String SCHEME = "http://";
    private static final Pattern SCHEMES =
            Pattern.compile("^(?:https?:/{0,3}|https?//)+", Pattern.CASE_INSENSITIVE);
    private static final Pattern PARTS =
            Pattern.compile("([\\p{L}\\p{Mn}\\p{Mc}\\p{Nd}.-]{1,255})((?:[/?#][\\x21-\\x7e]*)?)");
    private static final Pattern BESIDE_DOTS = Pattern.compile(" *([./:]) *");

    /** The place in a list, or what is left of http:// and www. */
    private static final Pattern ODD = Pattern.compile("[0-9]|1[0-9]|20|w{2}|w{4,6}|https?|url");

    private static final Pattern NAME = Pattern.compile("(?:[a-z0-9]++(?:-++[a-z0-9]++)*+\\.?)++");
    private static final Pattern BEFORE_LATIN = Pattern.compile("^[^a-z0-9]+(?=[a-z0-9])");
    private static final Pattern WWW = Pattern.compile("w{2,6}");

    /**
     * Reads the address of the home page of a site.
     *
     * @param domain the domain of the site as it is written in the form
     */
    public static Checked<HomeUrl> check(String raw, String domain) {
        String typed = AddressTalk.trimmed(AddressTalk.plain(raw).replace('。', '.'));
        String line = BESIDE_DOTS.matcher(AddressTalk.unlabelled(typed)).replaceAll("$1");
        String bare = SCHEMES.matcher(line).replaceFirst("");
        Matcher parts = PARTS.matcher(bare);
        if (!parts.matches() || bare.length() > LONGEST) {
            return new Checked.Bad<>(inside(line, domain, "format"));
        }
        String host = Idn.unicode(encoded(AddressTalk.small(parts.group(1))));
        String path = parts.group(2).replaceFirst("/+$", "");
        if (!host.equals(domain) && !host.endsWith("." + domain)) {
            return new Checked.Bad<>(inside(line, domain, "otherDomain"));
        }
        return under(host, path, domain, bare.length() < line.length());
    }

    @Override
    public String toString() {
        return text;
    }

    /** A host under the domain, unless what stands before the domain is no part of it. */
    private static Checked<HomeUrl> under(String host, String path, String domain, boolean scheme) {
        String meant = meant(host, domain);
        boolean numbered = DOTS.splitToList(host).size() > DOTS.splitToList(meant).size() + 1;
        if (meant.equals(host)) {
            return new Checked.Good<>(new HomeUrl(host + path));
        }
        boolean name = NAME.matcher(host).matches() && !host.contains(".www.");
        if (name && scheme && !numbered) {
            return new Checked.Good<>(new HomeUrl(SCHEME + host + path));
        }
        Flaw flaw = Flaw.of("meant", host).suggesting(Optional.of(meant + path));
        return new Checked.Bad<>(
                name && !numbered ? flaw.with("also", SCHEME + host + path) : flaw);
    }

    /** Without labels nobody gives a host: 1.www, ①, http, 首页www. */
    private static String meant(String host, String domain) {
        if (host.equals(domain)) {
            return host;
        }
        String before = host.substring(0, host.length() - domain.length() - 1);
        List<String> labels =
                DOTS.splitToStream(before)
                        .map(label -> BEFORE_LATIN.matcher(label).replaceFirst(""))
                        .dropWhile(label -> !isHostLabel(label))
                        .toList();
        boolean www = WWW.matcher(before.substring(before.lastIndexOf('.') + 1)).matches();
        List<String> left = labels.isEmpty() && www ? List.of("www") : labels;
        List<String> once = left.stream().distinct().toList();
        return once.isEmpty() ? domain : String.join(".", once) + "." + domain;
    }

    private static boolean isHostLabel(String label) {
        boolean latin = label.chars().allMatch(c -> c < 0x80);
        boolean mixed = !latin && label.chars().anyMatch(c -> c < 0x80);
        return !label.isEmpty()
                && !ODD.matcher(label).matches()
                && !mixed
                && !label.endsWith("-")
                && DomainLetters.typedFlaw(label).isEmpty()
                && DomainLetters.flaw(label).isEmpty();
    }

    /** What stands in a text that is no address itself. */
    private static Flaw inside(String line, String domain, String code) {
        Pattern hosts =
                Pattern.compile(
                        "(?<![a-z0-9-])(?:[a-z0-9-]{1,63}\\.){0,5}?"
                                + Pattern.quote(domain)
                                + "(?![a-z0-9-]|\\.[a-z0-9])");
        List<String> found =
                domain.isEmpty()
                        ? List.of()
                        : hosts.matcher(AddressTalk.small(line))
                                .results()
                                .limit(MOST)
                                .map(MatchResult::group)
                                .map(host -> meant(host, domain))
                                .distinct()
                                .toList();
        return found.size() == 1
                ? Flaw.of("meant", line).suggesting(found.stream().findFirst())
                : Flaw.of(code, line);
    }

    private static String encoded(String host) {
        return DOTS.splitToStream(host)
                .map(label -> Idn.ascii(label).orElse(label))
                .collect(Collectors.joining("."));
    }
}
