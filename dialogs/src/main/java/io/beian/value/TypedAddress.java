package io.beian.value;

import com.google.common.base.Splitter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An address as typed, parted into the host and what is not wanted around it.
 *
 * @param spaced the host with the blanks that were typed in it
 * @param labelled whether 域名： stood before it
 */
record TypedAddress(String line, String spaced, String host, boolean hadMore, boolean labelled) {

    private static final int TOO_MANY = 20;

    /** Behind a letter a symbol parts no words: in a😀b.com nobody means b.com. */
    private static final Pattern SYMBOL_INSIDE =
            Pattern.compile("[\\p{L}\\p{N}]\\p{So}+[\\p{L}\\p{N}]");

    private static final int LONGEST_HOST = 255;
    private static final Pattern SCHEME =
            Pattern.compile("^(?:[a-z]{2,8}://|https?:/{0,3}|https?//){1,3}");
    private static final Pattern PATH = Pattern.compile("[/\\\\?#].*$");
    private static final Pattern PORT = Pattern.compile(":\\d{0,5}$");
    private static final Pattern CIDR = Pattern.compile("[0-9.]+/(?:\\d{1,3}|[0-9.]{7,15})");
    private static final String QUAD = "([0-9]{1,3}(?:\\.[0-9]{1,3}){3})";
    private static final Pattern RANGE =
            Pattern.compile(
                    QUAD
                            + "[-~至到]{1,2}("
                            + QUAD
                            + "|[0-9]{1,3})|(?:[0-9]{1,3}\\.){1,3}[*x](?:\\.[*x])*");
    private static final Pattern IPV6 =
            Pattern.compile("\\[?[0-9a-f]{0,4}:[0-9a-f]{0,4}:[0-9a-f:.]{0,45}\\]?(?:[/:%].*)?");
    private static final Pattern NUMERIC = Pattern.compile("[0-9]+(?:\\.+[0-9]+)+");
    private static final Pattern DOTTED = Pattern.compile("[^.@]+(?:\\.[^.@]+)+\\.?");
    private static final Splitter SEPARATORS =
            Splitter.on(Pattern.compile("[\\s,;、|]+")).omitEmptyStrings();
    private static final Splitter JOINERS =
            Splitter.on(Pattern.compile("和|与|及|还有")).omitEmptyStrings().trimResults();

    static TypedAddress of(String raw) {
        String typed = AddressTalk.line(raw);
        String line = AddressTalk.unlabelled(typed);
        String joined = AddressTalk.trimmed(line.replace(" ", ""));
        String bare = SCHEME.matcher(joined).replaceFirst("");
        boolean network = CIDR.matcher(bare).matches() || isIpv6(bare);
        String host = network ? bare : withoutDot(PORT.matcher(withoutPath(bare)).replaceFirst(""));
        String spaced = withoutPath(SCHEME.matcher(AddressTalk.trimmed(line)).replaceFirst(""));
        return new TypedAddress(
                line,
                spaced.strip(),
                host,
                host.length() < joined.length(),
                AddressTalk.isLabelled(typed));
    }

    Checked<SiteAddress> check() {
        if (host.isEmpty()) {
            return bad(Flaw.of("empty", line));
        }
        Matcher range = RANGE.matcher(Typed.dashed(host));
        if (range.matches()) {
            return bad(rangeFlaw(range));
        }
        List<String> several = several();
        if (several.size() > 1) {
            return bad(severalFlaw(several));
        }
        if (host.indexOf('@') >= 0) {
            return bad(Flaw.of("email", host));
        }
        return isIpv6(host) ? bad(ipv6Flaw()) : single();
    }

    /** The addresses in the text, each by itself. */
    List<Checked<SiteAddress>> checkEach() {
        return pieces().map(TypedAddress::check).toList();
    }

    private Stream<TypedAddress> pieces() {
        List<String> several = several();
        return several.size() > 1
                ? several.stream().map(TypedAddress::of).flatMap(TypedAddress::pieces)
                : Stream.of(this);
    }

    private Checked<SiteAddress> single() {
        if (host.length() > LONGEST_HOST) {
            return bad(Flaw.length(host, host.length(), Domain.LENGTHS));
        }
        return address(host).fold(this::clean, flaw -> bad(within(flaw)));
    }

    static Checked<SiteAddress> address(String host) {
        Checked<? extends SiteAddress> checked =
                isNumeric(host) ? IpAddress.of(host) : Domain.of(host);
        return checked.fold(Checked.Good::new, TypedAddress::bad);
    }

    /** A right address in a wrong wrapping is offered without it. */
    private Checked<SiteAddress> clean(SiteAddress address) {
        Optional<Flaw> said = labelled ? Optional.empty() : AddressTalk.said(spaced);
        Optional<Flaw> talk = said.or(() -> AddressTalk.parted(spaced, address));
        if (talk.isPresent()) {
            return bad(talk.get());
        }
        return hadMore
                ? bad(Flaw.of("url", line).suggesting(Optional.of(address.text())))
                : new Checked.Good<>(address);
    }

    /** Where the whole is no address, the ones in it may be meant. */
    private Flaw within(Flaw whole) {
        if (whole.suggestion().isPresent()
                || isNumeric(host)
                || SYMBOL_INSIDE.matcher(host).find()) {
            return whole;
        }
        List<String> found = AddressTalk.addresses(line);
        if (found.size() > 1) {
            return severalFlaw(found);
        }
        Optional<String> only = found.stream().findFirst().or(() -> AddressTalk.dotted(spaced));
        boolean words = only.filter(address -> AddressTalk.hasWords(line, address)).isPresent();
        return (words ? Flaw.of("words", line) : whole).suggesting(only);
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
        List<String> meant = parts.stream().map(TypedAddress::meant).distinct().toList();
        List<String> addresses = meant.stream().filter(TypedAddress::isAddress).toList();
        boolean one = addresses.size() == 1;
        return Flaw.of("several", line)
                .with("count", String.valueOf(meant.size()))
                .with("pieces", String.join("、", meant))
                .suggesting(one ? addresses.stream().findFirst() : Optional.empty());
    }

    /** The address a piece stands for, or the piece itself where it stands for none. */
    private static String meant(String part) {
        TypedAddress address = of(part);
        return address.several().size() > 1
                ? part
                : address.check().fold(SiteAddress::text, flaw -> meant(flaw).orElse(part));
    }

    /** Among several, a sign before one is its number in the list. */
    private static Optional<String> meant(Flaw flaw) {
        return Optional.ofNullable(flaw.details().get("also"))
                .filter(unnumbered -> flaw.code().equals("lookalike"))
                .or(flaw::suggestion);
    }

    /** A range that begins where it ends is how some forms write one address. */
    private Flaw rangeFlaw(Matcher range) {
        Optional<String> single = Optional.ofNullable(range.group(1));
        return Flaw.of("range", host)
                .suggesting(
                        single.filter(first -> first.equals(range.group(2)))
                                .filter(TypedAddress::isAddress));
    }

    private Flaw ipv6Flaw() {
        Optional<Ipv6> address = Ipv6.of(host);
        Optional<String> range = address.flatMap(Ipv6::reserved);
        String text = address.map(Ipv6::text).orElse(host);
        return range.map(name -> Flaw.of("reserved", text).with("range", name))
                .orElseGet(() -> Flaw.of("ipv6", text));
    }

    private static boolean isAddress(String text) {
        return of(text).check() instanceof Checked.Good;
    }

    private static boolean isNumeric(String host) {
        return NUMERIC.matcher(host).matches() || CIDR.matcher(host).matches();
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

    private static <T> Checked<T> bad(Flaw flaw) {
        return new Checked.Bad<>(flaw);
    }
}
