package io.beian.value;

import com.google.common.net.InternetDomainName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What the Public Suffix List says of a host name in ASCII form; its ICANN part only. */
final class DomainName {

    /** Endings nobody registers under but many type. */
    private static final Set<String> SLIPS =
            Set.of("con", "cmo", "comm", "ocm", "coom", "vom", "xom", "cpm", "c0m");

    /**
     * 政务.cn and 公益.cn, two of the nine categories under .cn (工信部公告2018年第7号, 中国互联网域名体系); the list
     * lacks them.
     */
    private static final Set<String> CATEGORIES = Set.of("xn--zfr164b.cn", "xn--55qw42g.cn");

    /** 政務 in traditional characters; names are registered under 政务. */
    private static final Pattern TRADITIONAL = Pattern.compile("\\.xn--lhrz14b(\\.cn)?$");

    /** Clouds whose customers' host names the list leaves out. */
    private static final Set<String> CLOUDS =
            Set.of("aliyuncs.com", "myqcloud.com", "myhuaweicloud.com", "bcebos.com");

    private DomainName() {}

    /** Whether the name lies under an ending that exists. */
    static boolean isHost(String ascii) {
        return !CATEGORIES.contains(ascii)
                && InternetDomainName.isValid(ascii)
                && InternetDomainName.from(ascii).isUnderRegistrySuffix();
    }

    /** Whether the name is an ending itself, such as com.cn. */
    static boolean isSuffix(String ascii) {
        return CATEGORIES.contains(ascii)
                || (InternetDomainName.isValid(ascii)
                        && InternetDomainName.from(ascii).isRegistrySuffix());
    }

    /** One label under an ending: what a registrar sells. */
    static String registrable(String ascii) {
        boolean category = CATEGORIES.contains(tail(ascii, 2));
        return category
                ? tail(ascii, 3)
                : InternetDomainName.from(ascii).topDomainUnderRegistrySuffix().toString();
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
        String mended =
                SLIPS.contains(ending)
                        ? ascii.substring(0, dot + 1) + "com"
                        : TRADITIONAL.matcher(ascii).replaceFirst(".xn--zfr164b$1");
        return dot > 0 && isHost(mended) ? Optional.of(mended) : Optional.empty();
    }

    /** The last labels of a name. */
    static String tail(String ascii, int labels) {
        List<String> parts = InternetDomainName.from(ascii).parts();
        return String.join(".", parts.subList(Math.max(0, parts.size() - labels), parts.size()));
    }
}
