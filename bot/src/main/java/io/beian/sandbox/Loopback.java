package io.beian.sandbox;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells this machine from all others, without asking any name server. */
final class Loopback {

    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private Loopback() {}

    /** Whether a host in a URL or a setting is this machine. */
    static boolean isHost(@Nullable String host) {
        return host != null && NAMES.contains(host.toLowerCase(Locale.ROOT));
    }

    /** Whether a numeric address, as the server reports it, is this machine. */
    static boolean isAddress(String address) {
        try {
            return address.matches("[0-9a-fA-F.:]+(%.*)?")
                    && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException notNumeric) {
            return false;
        }
    }
}
