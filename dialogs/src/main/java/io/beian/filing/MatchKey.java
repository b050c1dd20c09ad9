package io.beian.filing;

import io.beian.form.Facts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

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
            return List.of(new Certificate(type, matched.get()));
        }
        Optional<String> number = facts.text(Keys.CERT_NO.id());
        if (number.isEmpty()) {
            return List.of();
        }
        List<Certificate> all = new ArrayList<>();
        all.add(new Certificate(OldCertificates.present(facts), number.get()));
        all.addAll(OldCertificates.named(facts));
        return List.copyOf(all);
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
     * none is, what was said of the present one holds.
     */
    public Map<String, String> lookUp(Function<Certificate, Map<String, String>> ask) {
        Map<String, String> first = Map.of();
        for (Certificate each : certificates) {
            Map<String, String> found = ask.apply(each);
            boolean present = each.equals(certificates.get(0));
            first = present ? under(each, false, found) : first;
            if (!found.getOrDefault(Keys.SPONSOR_LICENCE.id(), "").isEmpty()) {
                return under(each, !present, found);
            }
        }
        return first;
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
