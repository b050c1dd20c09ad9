package io.beian.value;

/** Where a site is reached: one domain or, on a dedicated line, one public IP address. */
public sealed interface SiteAddress permits Domain, IpAddress {

    static Checked<SiteAddress> check(String raw) {
        return TypedAddress.of(raw).check();
    }

    /** The canonical full text. */
    String text();
}
