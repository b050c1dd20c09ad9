package io.beian.sandbox.backend;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is filed: the seeds and every order approved since. */
final class Register {

    private final Map<String, String> prefixes;
    private final Map<String, Sponsor> sponsors = new HashMap<>();
    private final Map<String, Domain> domains = new HashMap<>();
    private final PublicRecord published;

    /** A sponsor as it is filed; without licences it is only known. */
    record Sponsor(
            String certNo,
            String province,
            List<String> licences,
            boolean ours,
            Map<String, String> filed,
            boolean blacklisted,
            boolean openElsewhere) {

        boolean licensed() {
            return !licences.isEmpty();
        }
    }

    /** A domain that is filed or blacklisted. */
    record Domain(String domain, String certNo, boolean access, boolean blacklisted) {}

    Register(Seeds seeds) {
        this.prefixes = seeds.prefixes();
        this.published = new PublicRecord(seeds.published());
        seeds.sponsors().forEach(each -> sponsors.put(each.certNo(), sponsor(each)));
        seeds.domains().forEach(each -> domains.put(each.domain(), domain(each)));
    }

    private static Sponsor sponsor(Seeds.Sponsor seed) {
        return new Sponsor(
                seed.certNo(),
                seed.province(),
                seed.licences(),
                Boolean.TRUE.equals(seed.ours()),
                Objects.requireNonNullElse(seed.filed(), Map.of()),
                Boolean.TRUE.equals(seed.blacklisted()),
                Boolean.TRUE.equals(seed.openElsewhere()));
    }

    private static Domain domain(Seeds.Domain seed) {
        return new Domain(
                seed.domain(),
                seed.certNo(),
                Boolean.TRUE.equals(seed.access()),
                Boolean.TRUE.equals(seed.blacklisted()));
    }

    Optional<Sponsor> sponsor(String certNo) {
        return Optional.ofNullable(sponsors.get(certNo));
    }

    Optional<Domain> domain(String name) {
        return Optional.ofNullable(domains.get(name));
    }

    PublicRecord published() {
        return published;
    }

    long sites(String certNo) {
        return domains.values().stream().filter(each -> each.certNo().equals(certNo)).count();
    }

    /** The data of an approved order become the filed ones (icp-filing §6.4). */
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
        String certNo = approved.certNo();
        sponsors.put(
                certNo,
                new Sponsor(
                        certNo,
                        filed.getOrDefault("sponsor.province", ""),
                        List.of(approved.numbers().getOrDefault("sponsor", "")),
                        true,
                        filed,
                        false,
                        false));
        approved.domains()
                .forEach(name -> domains.put(name, new Domain(name, certNo, true, false)));
    }

    /**
     * The numbers the bureau gives: a sponsor keeps the one it has, sites are counted on.
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
            next++;
            numbers.put("site." + site, licence + "-" + next);
        }
        return numbers;
    }
}
