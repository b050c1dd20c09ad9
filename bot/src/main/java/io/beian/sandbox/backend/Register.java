package io.beian.sandbox.backend;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is filed: the seeds and every order approved since. */
final class Register {

    private final Map<String, String> prefixes;
    private final Map<String, Sponsor> sponsors = new LinkedHashMap<>();
    private final Map<String, Domain> domains = new LinkedHashMap<>();
    private final PublicRecord published;

    /**
     * A sponsor as it is filed; without licences it is only known.
     *
     * @param certType empty if any type finds it
     * @param account reference of the filer it belongs to, empty if it is on nobody's account
     */
    record Sponsor(
            String certType,
            String certNo,
            String province,
            List<String> licences,
            boolean ours,
            String account,
            Map<String, String> filed,
            boolean blacklisted,
            boolean openElsewhere) {

        boolean licensed() {
            return !licences.isEmpty();
        }
    }

    /**
     * A domain that is filed or blacklisted.
     *
     * @param answers of the site, by question path without the site
     */
    record Domain(
            String domain,
            String certNo,
            String licence,
            boolean access,
            boolean blacklisted,
            Map<String, String> answers) {

        Domain of(String owner) {
            return new Domain(domain, owner, licence, access, blacklisted, answers);
        }
    }

    Register(Seeds seeds) {
        this.prefixes = seeds.prefixes();
        this.published = new PublicRecord(seeds.published());
        seeds.sponsors().forEach(each -> sponsors.put(each.certNo(), sponsor(each)));
        seeds.domains().forEach(each -> domains.put(each.domain(), domain(each)));
    }

    private static Sponsor sponsor(Seeds.Sponsor seed) {
        return new Sponsor(
                Objects.requireNonNullElse(seed.certType(), ""),
                seed.certNo(),
                seed.province(),
                seed.licences(),
                Boolean.TRUE.equals(seed.ours()),
                Objects.requireNonNullElse(seed.account(), ""),
                Objects.requireNonNullElse(seed.filed(), Map.of()),
                Boolean.TRUE.equals(seed.blacklisted()),
                Boolean.TRUE.equals(seed.openElsewhere()));
    }

    private Domain domain(Seeds.Domain seed) {
        return new Domain(
                seed.domain(),
                seed.certNo(),
                Objects.requireNonNullElse(seed.licence(), ""),
                Boolean.TRUE.equals(seed.access()),
                Boolean.TRUE.equals(seed.blacklisted()),
                answers(seed.domain()));
    }

    /** Of a seeded site no more is known than what is public. */
    private Map<String, String> answers(String domain) {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("domain", domain);
        published.byDomain(domain).stream()
                .flatMap(unit -> unit.sites().stream())
                .findFirst()
                .ifPresent(site -> answers.put("name", site.name()));
        return answers;
    }

    Optional<Sponsor> sponsor(String certNo) {
        return Optional.ofNullable(sponsors.get(certNo));
    }

    /** Found only under the very type and number it is filed under (icp-filing §1.1). */
    Optional<Sponsor> sponsor(String certType, String certNo) {
        return sponsor(certNo)
                .filter(each -> each.certType().isEmpty() || each.certType().equals(certType));
    }

    Optional<Domain> domain(String name) {
        return Optional.ofNullable(domains.get(name));
    }

    PublicRecord published() {
        return published;
    }

    /** The licensed sponsors on an account. */
    List<Sponsor> ofAccount(String reference) {
        return sponsors.values().stream()
                .filter(each -> each.ours() && each.licensed())
                .filter(each -> each.account().equals(reference))
                .toList();
    }

    /** The filed sites of a sponsor, the oldest first. */
    List<Domain> sitesOf(String certNo) {
        return domains.values().stream().filter(each -> each.certNo().equals(certNo)).toList();
    }

    long sites(String certNo) {
        return domains.values().stream().filter(each -> each.certNo().equals(certNo)).count();
    }

    /**
     * The data of an approved order become the filed ones (icp-filing §6.4), the number of the
     * certificate included: the sponsor is found under its present one from now on.
     */
    void file(StoredOrder approved) {
        published.file(approved);
        Map<String, String> filed =
                approved.fields().entrySet().stream()
                        .filter(each -> each.getKey().startsWith("sponsor."))
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        Map.Entry::getValue,
                                        (one, other) -> one,
                                        LinkedHashMap::new));
        String certNo = filed.getOrDefault("sponsor.certNo", approved.certNo());
        sponsors.remove(approved.certNo());
        sponsors.put(
                certNo,
                new Sponsor(
                        filed.getOrDefault("sponsor.certType", ""),
                        certNo,
                        filed.getOrDefault("sponsor.province", ""),
                        List.of(approved.numbers().getOrDefault("sponsor", "")),
                        true,
                        approved.reference(),
                        filed,
                        false,
                        false));
        domains.replaceAll(
                (name, domain) ->
                        domain.certNo().equals(approved.certNo()) ? domain.of(certNo) : domain);
        for (String site : approved.sites()) {
            String name = approved.fields().getOrDefault("site." + site + ".domain", "");
            String licence = approved.numbers().getOrDefault("site." + site, "");
            domains.put(
                    name,
                    new Domain(name, certNo, licence, true, false, FiledSite.of(approved, site)));
        }
    }

    /**
     * The numbers the bureau gives: a sponsor keeps the one it has, new sites are counted on, a
     * site that gets another access keeps its own.
     *
     * @param serial makes a new sponsor's number
     */
    Map<String, String> number(StoredOrder order, int year, long serial) {
        String province = order.fields().getOrDefault("sponsor.province", "");
        String licence =
                sponsor(order.certNo())
                        .filter(Sponsor::licensed)
                        .map(filed -> filed.licences().get(0))
                        .orElseGet(
                                () ->
                                        "%sICP备%d%06d号"
                                                .formatted(
                                                        prefixes.getOrDefault(province, "京"),
                                                        year,
                                                        serial));
        Map<String, String> numbers = new LinkedHashMap<>();
        numbers.put("sponsor", licence);
        long next = sites(order.certNo());
        for (String site : order.sites()) {
            String name = order.fields().getOrDefault("site." + site + ".domain", "");
            Optional<String> kept =
                    domain(name).map(Domain::licence).filter(number -> !number.isEmpty());
            next += kept.isPresent() ? 0 : 1;
            numbers.put("site." + site, kept.orElse(licence + "-" + next));
        }
        return numbers;
    }
}
