package io.beian.sandbox.backend;

import io.beian.filing.IcpFiling;
import io.beian.form.Option;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the bureau's public query shows (icp-filing §1.6): the seeds and every order approved since.
 * Neither telephone, certificate, mail nor address is in it, and of a private person no whole name.
 */
final class PublicRecord {

    private static final ZoneId BUREAU = ZoneId.of("Asia/Shanghai");
    private static final String PERSON = "个人";

    private final Map<String, String> natures =
            new IcpFiling()
                    .form()
                    .questions()
                    .filter(question -> question.id().equals("sponsor.nature"))
                    .flatMap(question -> question.options().stream())
                    .collect(Collectors.toMap(Option::code, Option::label));

    private final Map<String, Unit> byLicence = new LinkedHashMap<>();

    /** A filing as it is told. */
    record Unit(String name, String nature, String licence, String approved, List<Site> sites) {

        private Unit with(List<Site> others) {
            return new Unit(name, nature, licence, approved, others);
        }

        private boolean person() {
            return nature.equals(PERSON);
        }

        /** 李*: the way the public query shows private persons. */
        private Unit masked() {
            String shown = person() ? name.substring(0, name.offsetByCodePoints(0, 1)) + "*" : name;
            return new Unit(shown, nature, licence, approved, sites);
        }
    }

    /** A filed site. */
    record Site(String name, String domain, String licence) {}

    PublicRecord(List<Unit> seeds) {
        seeds.forEach(unit -> byLicence.put(unit.licence(), unit));
    }

    /** Takes an approved order in; the sponsor's latest name is the one that counts. */
    void file(StoredOrder approved) {
        String licence = approved.numbers().getOrDefault("sponsor", "");
        Optional<Unit> before = Optional.ofNullable(byLicence.get(licence));
        Map<String, String> fields = approved.fields();
        List<Site> sites = new ArrayList<>(before.map(Unit::sites).orElse(List.of()));
        for (String site : approved.sites()) {
            String domain = fields.getOrDefault("site." + site + ".domain", "");
            sites.removeIf(known -> known.domain().equals(domain));
            sites.add(
                    new Site(
                            fields.getOrDefault("site." + site + ".name", ""),
                            domain,
                            approved.numbers().getOrDefault("site." + site, "")));
        }
        String nature = fields.getOrDefault("sponsor.nature", "");
        byLicence.put(
                licence,
                new Unit(
                        fields.getOrDefault("sponsor.name", before.map(Unit::name).orElse("")),
                        natures.getOrDefault(nature, before.map(Unit::nature).orElse(nature)),
                        licence,
                        day(approved),
                        sites));
    }

    private static String day(StoredOrder approved) {
        Moved last = approved.last();
        return LocalDate.ofInstant(last.at(), BUREAU).toString();
    }

    /** By domain or a site's own number that site alone is told. */
    List<Unit> byDomain(String domain) {
        String wanted = domain.toLowerCase(Locale.ROOT);
        return only(site -> site.domain().equals(wanted)).toList();
    }

    List<Unit> byLicence(String licence) {
        Stream<Unit> whole = Optional.ofNullable(byLicence.get(licence)).stream();
        return Stream.concat(whole.map(Unit::masked), only(site -> site.licence().equals(licence)))
                .toList();
    }

    /** The whole name; private persons are not found by theirs. */
    List<Unit> byName(String name) {
        return byLicence.values().stream()
                .filter(unit -> !unit.person() && unit.name().equals(name))
                .toList();
    }

    private Stream<Unit> only(Predicate<Site> wanted) {
        return byLicence.values().stream()
                .map(unit -> unit.with(unit.sites().stream().filter(wanted).toList()))
                .filter(unit -> !unit.sites().isEmpty())
                .map(Unit::masked);
    }
}
