package io.beian.filing;

import io.beian.form.Facts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is looked up for a filing: the sponsor by the very type and number of its certificate, and
 * every domain.
 *
 * @param province six digits
 * @param certificates to be asked for one after the other until one is filed: the present one
 *     first, then that of former days in every way bureau records write it
 * @param domains in the order of the sites
 * @param proof last six characters of the filed person's certificate number
 */
public record MatchKey(
        String province,
        List<Certificate> certificates,
        List<String> domains,
        Optional<String> proof) {

    /** Under which numbers was asked, parted by blanks. */
    static final String ASKED = "match.asked";

    private static final String BLACKLISTED = "sponsor";
    private static final List<String> OPEN_ORDER =
            List.of("match.openOrder", "match.openOrderNumber", "match.openOrderAdmitsAccess");

    /** A certificate by the bureau's code of its type and its number. */
    public record Certificate(String type, String number) {

        /** The number may be a person's. */
        @Override
        public String toString() {
            return "Certificate[" + type + "]";
        }
    }

    /** What the answers call for; empty while one it needs is missing. */
    public static Optional<MatchKey> of(Facts facts) {
        Optional<String> province = facts.text(Keys.PROVINCE.id());
        List<Certificate> certificates = certificates(facts);
        List<String> domains = domains(facts).stream().map(Findings.Asked::domain).toList();
        return province.isEmpty() || certificates.isEmpty() || domains.isEmpty()
                ? Optional.empty()
                : Optional.of(new MatchKey(province.get(), certificates, domains, proof(facts)));
    }

    private static Optional<String> proof(Facts facts) {
        return MatchForm.proofWanted(facts) ? facts.text(Keys.PROOF.id()) : Optional.empty();
    }

    /** Once matched, the certificate it was matched under. */
    private static List<Certificate> certificates(Facts facts) {
        Optional<String> matched = facts.text(Keys.MATCH_CERT_NO);
        if (matched.isPresent() && facts.text(Keys.TYPE.id()).isPresent()) {
            String type = facts.text(Keys.MATCH_CERT_TYPE).orElse(OldCertificates.LICENCE);
            return withPresent(facts, new Certificate(type, matched.get()));
        }
        Optional<String> number = facts.text(Keys.CERT_NO.id());
        if (number.isEmpty()) {
            return List.of();
        }
        List<Certificate> all = new ArrayList<>(FormerNumbers.given(facts));
        if (all.isEmpty()) {
            all.add(new Certificate(OldCertificates.present(facts), number.get()));
        }
        all.addAll(OldCertificates.named(facts));
        return List.copyOf(all);
    }

    /** A present number that came after the match may be that of an order under way. */
    private static List<Certificate> withPresent(Facts facts, Certificate matched) {
        return facts.text(Keys.CERT_NO.id())
                .filter(
                        number ->
                                !SponsorNumbers.same(
                                        SponsorNumbers.names(List.of(number)),
                                        SponsorNumbers.names(List.of(matched.number()))))
                .map(
                        number ->
                                List.of(
                                        new Certificate(OldCertificates.present(facts), number),
                                        matched))
                .orElse(List.of(matched));
    }

    /** The domains of the sites, with the paths of their answers. */
    static List<Findings.Asked> domains(Facts facts) {
        return facts.instances(Keys.SITE).stream()
                .map(site -> Keys.DOMAIN.path(Optional.of(site)))
                .flatMap(
                        path ->
                                facts
                                        .text(path)
                                        .map(domain -> new Findings.Asked(path, domain))
                                        .stream())
                .toList();
    }

    /**
     * Asks for one certificate after the other until one is filed, and adds which one it was. If
     * none is, what was said of the present one holds. An order under way and a blacklist count
     * under whatever number they are found.
     */
    public Map<String, String> lookUp(Function<Certificate, Map<String, String>> ask) {
        List<Map<String, String>> all = new ArrayList<>();
        for (Certificate each : certificates) {
            boolean later = !all.isEmpty();
            Map<String, String> found =
                    under(each, later || FormerNumbers.is(each), ask.apply(each));
            all.add(found);
            if (!found.getOrDefault(Keys.SPONSOR_LICENCE.id(), "").isEmpty()) {
                return together(found, all);
            }
        }
        return all.isEmpty() ? Map.of() : together(all.get(0), all);
    }

    private static Map<String, String> together(
            Map<String, String> one, List<Map<String, String>> all) {
        Map<String, String> found = new HashMap<>(one);
        found.put(
                ASKED,
                all.stream()
                        .map(each -> each.getOrDefault(Keys.MATCH_CERT_NO, ""))
                        .collect(Collectors.joining(" ")));
        all.stream()
                .filter(each -> BLACKLISTED.equals(each.get("match.blacklisted")))
                .findFirst()
                .ifPresent(each -> found.put("match.blacklisted", BLACKLISTED));
        all.stream()
                .filter(each -> underWay(each) > 0)
                .max(Comparator.comparing(MatchKey::underWay))
                .ifPresent(
                        each ->
                                OPEN_ORDER.stream()
                                        .filter(each::containsKey)
                                        .forEach(key -> found.put(key, each.get(key))));
        return Map.copyOf(found);
    }

    /** The filer's own order leads further than anybody else's. */
    private static int underWay(Map<String, String> found) {
        return switch (found.getOrDefault("match.openOrder", "none")) {
            case "mine" -> 2;
            case "others" -> 1;
            default -> 0;
        };
    }

    private static Map<String, String> under(
            Certificate one, boolean old, Map<String, String> found) {
        Map<String, String> all = new HashMap<>(found);
        all.put(Keys.MATCH_CERT_TYPE, one.type());
        all.put(Keys.MATCH_CERT_NO, one.number());
        all.put("match.underOld", Boolean.toString(old));
        return Map.copyOf(all);
    }

    /** Prints nothing that may be personal. */
    @Override
    public String toString() {
        return "MatchKey[" + province + ", " + domains.size() + " domains]";
    }
}
