package io.beian.value;

import com.google.common.base.Splitter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** One public IPv4 address; the bureau interface carries no other. */
public record IpAddress(String text) implements SiteAddress {

    private static final Splitter DOTS = Splitter.on('.');
    private static final Pattern LEADING_ZEROS = Pattern.compile("(?<![0-9])0+(?=[0-9])");
    private static final Rule RULE = new Rule(IpAddress::flaw);

    /** Special-purpose addresses (RFC 6890 and the registry it began). */
    private static final List<Block> RESERVED =
            List.of(
                    Block.of("0.0.0.0", 8),
                    Block.of("10.0.0.0", 8),
                    Block.of("100.64.0.0", 10),
                    Block.of("127.0.0.0", 8),
                    Block.of("169.254.0.0", 16),
                    Block.of("172.16.0.0", 12),
                    Block.of("192.0.0.0", 24),
                    Block.of("192.0.2.0", 24),
                    Block.of("192.168.0.0", 16),
                    Block.of("198.18.0.0", 15),
                    Block.of("198.51.100.0", 24),
                    Block.of("203.0.113.0", 24),
                    Block.of("224.0.0.0", 4),
                    Block.of("240.0.0.0", 4));

    public IpAddress {
        RULE.require(text);
    }

    static Checked<IpAddress> of(String host) {
        return RULE.check(host, IpAddress::new);
    }

    /** As the bureau interface writes it: 36.111.0.1 is 611254273. */
    public long asNumber() {
        return number(text);
    }

    @Override
    public String toString() {
        return text;
    }

    private static Optional<Flaw> flaw(String text) {
        int slash = text.indexOf('/');
        if (slash >= 0) {
            String first = text.substring(0, slash);
            boolean single = text.endsWith("/32") && RULE.holds(first);
            return Optional.of(
                    Flaw.of("cidr", text)
                            .suggesting(single ? Optional.of(first) : Optional.empty()));
        }
        if (!isQuad(text)) {
            return Optional.of(Flaw.of("ip", text));
        }
        String plain = LEADING_ZEROS.matcher(text).replaceAll("");
        if (!plain.equals(text)) {
            return Optional.of(
                    Flaw.of("leadingZero", text)
                            .suggesting(Optional.of(plain).filter(RULE::holds)));
        }
        return RESERVED.stream()
                .filter(block -> block.holds(number(text)))
                .findFirst()
                .map(block -> Flaw.of("reserved", text).with("range", block.name()));
    }

    private static boolean isQuad(String text) {
        List<String> parts = DOTS.splitToList(text);
        return parts.size() == 4 && parts.stream().allMatch(IpAddress::isByte);
    }

    private static boolean isByte(String part) {
        return !part.isEmpty()
                && part.length() <= 3
                && part.chars().allMatch(c -> c >= '0' && c <= '9')
                && Integer.parseInt(part) <= 255;
    }

    private static long number(String quad) {
        return DOTS.splitToStream(quad).mapToLong(Long::parseLong).reduce(0, (a, b) -> a << 8 | b);
    }

    private record Block(String name, long first, long last) {
        static Block of(String first, int bits) {
            long start = number(first);
            return new Block(first + "/" + bits, start, start + (1L << (32 - bits)) - 1);
        }

        boolean holds(long address) {
            return address >= first && address <= last;
        }
    }
}
