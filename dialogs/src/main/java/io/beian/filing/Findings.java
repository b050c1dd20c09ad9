package io.beian.filing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * All that is known when the kind of filing is decided: what the backend found and what the filer
 * said to it. Keys of the backend's answer: {@code match.sponsorLicence} (several are parted by
 * commas), {@code match.ours}, {@code match.account}, {@code match.sponsorProvince}, {@code
 * match.sites}, {@code match.blacklisted}, {@code match.proof}, {@code match.openOrder}, {@code
 * match.openOrderNumber}, {@code match.openOrderAdmitsAccess}, {@code match.underOld} and, for each
 * domain asked about, {@code match.domain.<domain>.filed}, {@code .access}, {@code .blacklisted},
 * {@code .siteLicence}.
 */
record Findings(Sponsor sponsor, List<Domain> domains, OpenOrder openOrder, Said said) {

    /** Whose account at this provider a sponsor of ours belongs to. */
    enum Account {
        NONE,
        MINE,
        OTHER
    }

    /** Whether the filer has shown that the sponsor is his. */
    enum Proof {
        NONE,
        NEEDED,
        WRONG,
        GIVEN
    }

    /** Whose site a domain is: nobody's, this sponsor's, another's. */
    enum Whose {
        NONE,
        OWN,
        OTHER
    }

    /** Whose open order the sponsor has. */
    enum By {
        NONE,
        MINE,
        OTHERS
    }

    /** What the filer said about a certificate of former days. */
    enum Old {
        NOT_ASKED,
        NEVER,
        UNSURE,
        GIVEN,
        SKIPPED
    }

    /** What the filer said about a sponsor that has a number and no site left (空壳主体). */
    enum Shell {
        NOT_ASKED,
        AGREED,
        NOT_AGREED
    }

    /**
     * The sponsor under its certificate.
     *
     * @param licences 主体备案号; none if it is not filed
     * @param ours whether it got the number through this provider
     * @param province where it is filed, empty if unknown
     * @param sites how many sites it has filed
     * @param underOld whether it is filed under a certificate it does not have any more
     */
    record Sponsor(
            List<String> licences,
            boolean ours,
            Account account,
            String province,
            long sites,
            boolean blacklisted,
            Proof proof,
            boolean underOld) {

        boolean filed() {
            return !licences.isEmpty();
        }
    }

    /**
     * A domain of this order.
     *
     * @param path of the answer it came from
     * @param access whether its site is accessed through us already
     * @param licence 网站备案号, empty if it has none or it is not told
     */
    record Domain(
            String path,
            String name,
            Whose filed,
            boolean access,
            boolean blacklisted,
            String licence) {

        /** The finding in one word, as it is remembered beside the domain. */
        String word() {
            if (blacklisted) {
                return "blacklisted";
            }
            return filed == Whose.OWN && access ? "here" : filed.name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * An order of the sponsor that is under way.
     *
     * @param number only of the filer's own
     * @param admitsAccess whether an order that only adds an access may run beside it
     */
    record OpenOrder(By by, String number, boolean admitsAccess) {}

    /**
     * What the filer said.
     *
     * @param province the one chosen, six digits
     * @param oldLikely whether the certificate number reaches back to before the credit code
     * @param person whether the sponsor is a natural person
     */
    record Said(
            String province,
            boolean oldLikely,
            boolean person,
            Old old,
            Shell shell,
            boolean proofSkipped) {}

    /** Reads what a backend found; a domain that it says nothing of counts as not filed. */
    static Findings of(Said said, List<Asked> asked, Map<String, String> found) {
        List<String> licences =
                Arrays.stream(get(found, "sponsorLicence").split(","))
                        .filter(licence -> !licence.isBlank())
                        .toList();
        Sponsor sponsor =
                new Sponsor(
                        licences,
                        is(found, "ours"),
                        word(Account.class, get(found, "account")),
                        get(found, "sponsorProvince"),
                        number(get(found, "sites")),
                        get(found, "blacklisted").equals("sponsor"),
                        word(Proof.class, get(found, "proof")),
                        !licences.isEmpty() && is(found, "underOld"));
        OpenOrder order =
                new OpenOrder(
                        word(By.class, get(found, "openOrder")),
                        get(found, "openOrderNumber"),
                        is(found, "openOrderAdmitsAccess"));
        List<Domain> domains = asked.stream().map(each -> domain(each, found)).toList();
        return new Findings(sponsor, domains, order, said);
    }

    /** A domain that was asked about, with the path of its answer. */
    record Asked(String path, String domain) {}

    private static Domain domain(Asked asked, Map<String, String> found) {
        String at = "domain." + asked.domain() + ".";
        return new Domain(
                asked.path(),
                asked.domain(),
                word(Whose.class, get(found, at + "filed")),
                is(found, at + "access"),
                is(found, at + "blacklisted"),
                get(found, at + "siteLicence"));
    }

    /** What was found about a domain, if anything was told of it. */
    static Optional<Domain> domainIn(Map<String, String> found, Asked asked) {
        return found.containsKey("match.domain." + asked.domain() + ".filed")
                ? Optional.of(domain(asked, found))
                : Optional.empty();
    }

    private static String get(Map<String, String> found, String key) {
        return found.getOrDefault("match." + key, "");
    }

    private static boolean is(Map<String, String> found, String key) {
        return get(found, key).equals("true");
    }

    private static long number(String digits) {
        return digits.matches("[0-9]{1,9}") ? Long.parseLong(digits) : 0;
    }

    /** A word this release does not know is read as the first, which claims nothing. */
    private static <E extends Enum<E>> E word(Class<E> type, String word) {
        E[] all = type.getEnumConstants();
        return Arrays.stream(all)
                .filter(each -> each.name().equalsIgnoreCase(word))
                .findFirst()
                .orElse(all[0]);
    }
}
