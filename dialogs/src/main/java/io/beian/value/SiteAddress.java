package io.beian.value;

import java.util.List;
import java.util.Set;

/** Where a site is reached: one domain or, on a dedicated line, one public IP address. */
public sealed interface SiteAddress permits Domain, IpAddress {

    /** Every code a flaw of this type can have. */
    Set<String> FLAWS =
            Set.of(
                    "empty",
                    "several",
                    "email",
                    "ipv6",
                    "url",
                    "words",
                    "blank",
                    "length",
                    "letters",
                    "lookalike",
                    "mixed",
                    "label",
                    "hyphen",
                    "noDot",
                    "suffix",
                    "topLevel",
                    "hosted",
                    "www",
                    "subdomain",
                    "range",
                    "cidr",
                    "ip",
                    "leadingZero",
                    "reserved");

    static Checked<SiteAddress> check(String raw) {
        return TypedAddress.of(raw).check();
    }

    /**
     * Reads every address in a text that names several, in order; a text that names one gives one.
     * At most 20 are read.
     */
    static List<Checked<SiteAddress>> checkEach(String raw) {
        return TypedAddress.of(raw).checkEach();
    }

    /** The canonical full text. */
    String text();
}
