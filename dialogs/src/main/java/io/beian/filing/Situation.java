package io.beian.filing;

import io.beian.form.Advice;
import io.beian.form.Facts;
import io.beian.form.Scope;
import io.beian.value.Province;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the answers so far say about sponsor, people and sites, as conditions need it. */
record Situation(Scope scope) {

    static final String PRINCIPAL = "sponsor.person";

    /** A question's answer when nothing else is said. */
    private static final String USUAL_CARD = Tables.RESIDENT_CARD;

    String province() {
        return scope.text(Keys.PROVINCE).orElse("");
    }

    String provinceName() {
        return Province.ofCode(province()).map(Province::shortName).orElse("");
    }

    /** Empty while it is not known. */
    String nature() {
        return scope.text(Keys.NATURE).orElse("");
    }

    boolean individual() {
        return nature().equals(Tables.INDIVIDUAL);
    }

    boolean unit() {
        return !nature().isEmpty() && !individual();
    }

    /** Code of the sponsor's certificate: as said, else the usual one of its nature. */
    Optional<String> certificate() {
        return scope.text(Keys.CERT_TYPE).or(this::usualCertificate);
    }

    /** The only certificate in use, or the one nearly everybody has; empty if one has to ask. */
    Optional<String> usualCertificate() {
        List<String> now = certificates();
        boolean plain = individual() || Tables.COMPANIES.contains(nature()) || now.size() == 1;
        return plain ? now.stream().findFirst() : Optional.empty();
    }

    /** Codes of the certificates a sponsor of this nature may have today. */
    List<String> certificates() {
        return Tables.NATURES
                .row(nature())
                .map(row -> row.list("certificates"))
                .orElse(List.of())
                .stream()
                .filter(
                        code ->
                                Tables.CERTIFICATES
                                        .row(code)
                                        .filter(Situation::current)
                                        .isPresent())
                .toList();
    }

    static boolean current(CodeTable.Row row) {
        return row.valid() && row.more().getOrDefault("use", "").equals("now");
    }

    String certificateName() {
        return certificate().map(Tables.CERTIFICATES::label).orElse("证件");
    }

    /** Code of the certificate of a responsible person, named by the path of the person. */
    String personCertificate(String person) {
        return person.equals(PRINCIPAL) && individual()
                ? certificate().orElse(USUAL_CARD)
                : facts().text(person + ".certType").orElse(USUAL_CARD);
    }

    /** Certificate number of a responsible person; an individual is its own. */
    String personNumber(String person) {
        String path =
                person.equals(PRINCIPAL) && individual() ? Keys.CERT_NO.id() : person + ".certNo";
        return facts().text(path).orElse("");
    }

    Facts facts() {
        return scope.facts();
    }

    /** The person responsible for a site: {@code sponsor.person} or the path of a site's own. */
    String responsible(String site) {
        String said = facts().text("site." + site + ".person.same").orElse(Tables.SAME);
        if (individual() || said.equals(Tables.SAME)) {
            return PRINCIPAL;
        }
        boolean own = said.equals(Tables.OTHER) || !sites().contains(said) || said.equals(site);
        return "site." + (own ? site : said) + ".person";
    }

    List<String> sites() {
        return facts().instances(Keys.SITE);
    }

    /** The sites before this one, in order. */
    List<String> earlier() {
        List<String> sites = sites();
        int here = scope.instance().map(sites::indexOf).orElse(0);
        return sites.subList(0, Math.max(here, 0));
    }

    /** Whether this site brings in a person nobody has been asked about before. */
    boolean newPerson() {
        return scope.instance()
                .filter(site -> responsible(site).equals("site." + site + ".person"))
                .isPresent();
    }

    /** The first site of its responsible person: there the picture of the person is asked for. */
    boolean firstOfPerson() {
        return scope.instance()
                .filter(
                        site ->
                                earlier().stream()
                                        .noneMatch(e -> responsible(e).equals(responsible(site))))
                .isPresent();
    }

    Optional<Rules.Rule> rule(String id) {
        return Rules.find(id, province(), nature());
    }

    boolean asks(String rule) {
        return rule(rule).isPresent();
    }

    /** A hint for those a rule concerns. */
    List<Advice> hint(String rule) {
        return rule(rule)
                .map(
                        found ->
                                List.of(
                                        new Advice(
                                                rule,
                                                Map.of(
                                                        "province", provinceName(),
                                                        "value", found.value(),
                                                        "checked", Rules.checked().toString()))))
                .orElse(List.of());
    }

    /** Whether the principal is somebody else than the legal representative (法定代表人). */
    boolean agent() {
        return unit() && scope.is(Keys.LEGAL, Tables.NO);
    }

    boolean approvalNeeded() {
        return scope.text(Keys.PRE_APPROVAL)
                .filter(code -> !code.equals(Tables.NO_APPROVAL))
                .isPresent();
    }

    /** Several sites in one order where the province wants a plan of them. */
    boolean planNeeded() {
        return rule("sitePlan")
                .filter(rule -> sites().size() >= Integer.parseInt(rule.value()))
                .isPresent();
    }

    /** An individual whose card was issued for another province. */
    boolean cardFromElsewhere() {
        String number = scope.text(Keys.CERT_NO).orElse("");
        return individual()
                && certificate().filter(Tables.RESIDENT_CARD::equals).isPresent()
                && number.length() > 2
                && !number.substring(0, 2).equals(province().substring(0, 2));
    }

    private static final Set<String> NO_BACK = Set.of(Tables.PASSPORT);

    /** A passport has one page with the data, a card two sides. */
    boolean twoSided(String person) {
        return !NO_BACK.contains(personCertificate(person));
    }
}
