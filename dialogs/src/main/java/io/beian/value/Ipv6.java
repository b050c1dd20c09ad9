package io.beian.value;

import com.google.common.net.InetAddresses;
import java.math.BigInteger;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/** An IPv6 address, told apart from others to say why it cannot be filed. */
record Ipv6(String text) {

    /** Special-purpose addresses (RFC 6890 and the registry it began). */
    private static final List<Block> RESERVED =
            List.of(
                    new Block("::", 128),
                    new Block("::1", 128),
                    new Block("64:ff9b::", 96),
                    new Block("100::", 64),
                    new Block("2001::", 23),
                    new Block("2001:db8::", 32),
                    new Block("2002::", 16),
                    new Block("3fff::", 20),
                    new Block("fc00::", 7),
                    new Block("fe80::", 10),
                    new Block("fec0::", 10),
                    new Block("ff00::", 8));

    /** Reads an address as written in a URL or alone; the text is canonical (RFC 5952). */
    static Optional<Ipv6> of(String typed) {
        String bare = typed.replaceFirst("^\\[([^]]*)].*$", "$1").replaceFirst("[/%].*$", "");
        return InetAddresses.isInetAddress(bare) && bare.indexOf(':') >= 0
                ? Optional.of(new Ipv6(InetAddresses.toAddrString(InetAddresses.forString(bare))))
                : Optional.empty();
    }

    /** The block of addresses it belongs to that serve no public site. */
    Optional<String> reserved() {
        InetAddress address = InetAddresses.forString(text);
        return RESERVED.stream()
                .filter(block -> block.holds(address))
                .findFirst()
                .map(block -> block.first() + "/" + block.bits());
    }

    private record Block(String first, int bits) {

        boolean holds(InetAddress address) {
            return number(address)
                    .xor(number(InetAddresses.forString(first)))
                    .shiftRight(128 - bits)
                    .equals(BigInteger.ZERO);
        }

        private static BigInteger number(InetAddress address) {
            return new BigInteger(1, address.getAddress());
        }
    }
}
