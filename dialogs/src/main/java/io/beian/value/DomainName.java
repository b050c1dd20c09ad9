package io.beian.value;

import com.google.common.net.InternetDomainName;
import java.net.IDN;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the Public Suffix List says of a host name in ASCII form; its ICANN part only. */
final class DomainName {

    /** Endings nobody registers under but many type. */
    private static final Set<String> SLIPS =
            Set.of("con", "cmo", "comm", "ocm", "coom", "vom", "xom", "cpm", "c0m");

    /** Clouds whose customers' host names the list leaves out. */
    private static final Set<String> CLOUDS =
            Set.of("aliyuncs.com", "myqcloud.com", "myhuaweicloud.com", "bcebos.com");

    private DomainName() {}

    /** Whether the name lies under an ending that exists. */
    static boolean isHost(String ascii) {
        return InternetDomainName.isValid(ascii)
                && InternetDomainName.from(ascii).isUnderRegistrySuffix();
    }

    /** Whether the name is an ending itself, such as com.cn. */
    static boolean isSuffix(String ascii) {
        return InternetDomainName.isValid(ascii)
                && InternetDomainName.from(ascii).isRegistrySuffix();
    }

    /** One label under an ending: what a registrar sells. */
    static String registrable(String ascii) {
        return InternetDomainName.from(ascii).topDomainUnderRegistrySuffix().toString();
    }

    /** The platform's own domain, if the name belongs to a customer of a hosting platform. */
    static Optional<String> platform(String ascii) {
        InternetDomainName name = InternetDomainName.from(ascii);
        InternetDomainName publicSuffix = name.publicSuffix();
        if (publicSuffix != null && !publicSuffix.equals(name.registrySuffix())) {
            return Optional.of(publicSuffix.toString());
        }
        String registrable = registrable(ascii);
        boolean cloud = CLOUDS.contains(registrable) && !registrable.equals(ascii);
        return cloud ? Optional.of(registrable) : Optional.empty();
    }

    /** The name with its ending mended, if that makes it a host. */
    static Optional<String> withoutSlip(String ascii) {
        int dot = ascii.lastIndexOf('.');
        String ending = ascii.substring(dot + 1);
        String mended = SLIPS.contains(ending) ? ascii.substring(0, dot + 1) + "com" : ascii;
        return dot > 0 && isHost(mended) ? Optional.of(mended) : Optional.empty();
    }

    /** The last labels of a name. */
    static String tail(String ascii, int labels) {
        List<String> parts = InternetDomainName.from(ascii).parts();
        return String.join(".", parts.subList(Math.max(0, parts.size() - labels), parts.size()));
    }

    /** ASCII form of one label, or nothing if no registry could hold it. */
    static Optional<String> ascii(String label) {
        try {
            return Optional.of(IDN.toASCII(label, IDN.USE_STD3_ASCII_RULES | IDN.ALLOW_UNASSIGNED));
        } catch (IllegalArgumentException unlawful) {
            return Optional.empty();
        }
    }

    /** As people write it; characters younger than the encoding's tables are read too. */
    static String unicode(String ascii) {
        return IDN.toUnicode(ascii, IDN.ALLOW_UNASSIGNED);
    }
}
