package io.beian.filing;

import io.beian.dialogue.Problem;
import io.beian.form.Facts;
import io.beian.form.Scope;
import io.beian.value.CreditCode;
import io.beian.value.ValidUntil;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What does not fit together among the answers of an order, told all at once in the preview: worst
 * first (icp-filing §3.14). What a province dislikes can be kept with a remark; what contradicts
 * itself has to be mended.
 */
final class Checks {

    private final Facts facts;
    private final LocalDate today;
    private final Scope scope;
    private final Situation now;
    private final List<Problem> problems = new ArrayList<>();

    Checks(Facts facts, LocalDate today) {
        this.facts = facts;
        this.today = today;
        this.scope = new Scope(facts, Optional.empty(), today);
        this.now = new Situation(scope);
    }

    List<Problem> run() {
        problems.addAll(Matching.problems(facts));
        expiry(Keys.CERT_VALID.id());
        code();
        person(Situation.PRINCIPAL);
        principal();
        places();
        individual();
        people();
        now.sites().forEach(this::site);
        sites();
        problems.sort(Comparator.comparing(problem -> !problem.blocking()));
        return List.copyOf(problems);
    }

    /** A code that was taken although its check character is off. */
    private void code() {
        boolean off =
                now.unit()
                        && CreditCode.checkPrinted(at(Keys.CERT_NO.id()))
                                .<Boolean>fold(code -> !code.checkHolds(), flaw -> false);
        if (off) {
            advise(Keys.CERT_NO.id(), "creditCheck");
        }
    }

    /** Whoever answers for the sponsor: of age, and the legal representative where asked for. */
    private void principal() {
        if (now.agent()) {
            byRule("principalLegal", Keys.LEGAL.id(), Keys.SPONSOR_REMARK.id());
        }
        boolean foreign =
                now.unit()
                        && !now.personCertificate(Situation.PRINCIPAL).equals(Tables.RESIDENT_CARD);
        if (foreign) {
            byRule("foreignPrincipal", Situation.PRINCIPAL + ".certType", Keys.SPONSOR_REMARK.id());
        }
        if (now.unit() && at(Situation.PRINCIPAL + ".tel").isEmpty()) {
            byRule("officePhone", Situation.PRINCIPAL + ".tel", Keys.SPONSOR_REMARK.id());
        }
    }

    /** The addresses against the region the sponsor is filed under. */
    private void places() {
        if (!Regions.mayHold(Keys.ADDRESS, scope)) {
            advise(Keys.ADDRESS.id(), "addressElsewhere");
        }
        if (!Regions.mayHold(Keys.CERT_ADDRESS, scope)) {
            byRule("addressInCity", Keys.ADDRESS.id(), Keys.SPONSOR_REMARK.id());
        }
        if (Addresses.unexplained(scope)) {
            advise(Keys.SPONSOR_REMARK.id(), "addressSmallest");
        }
    }

    private void individual() {
        if (now.cardFromElsewhere()) {
            byRule("personalLocal", Keys.CERT_NO.id(), Keys.SPONSOR_REMARK.id());
            if (now.asks("residencePermit") && at("photo.residence").isEmpty()) {
                advise("photo.residence", "paperMissing");
            }
        }
    }

    private void person(String person) {
        String number = at(person + ".emergency");
        if (!number.isEmpty() && number.equals(at(person + ".mobile"))) {
            block(person + ".emergency", "emergencySame");
        }
        expiry(person + ".certValid");
        age(person);
    }

    private void age(String person) {
        boolean young =
                now.rule("leastAge")
                        .map(rule -> Integer.parseInt(rule.value()))
                        .flatMap(
                                least ->
                                        Certificates.birth(
                                                        now.personCertificate(person),
                                                        now.personNumber(person),
                                                        today)
                                                .filter(b -> b.plusYears(least).isAfter(today)))
                        .isPresent();
        if (young) {
            boolean self = person.equals(Situation.PRINCIPAL) && now.individual();
            String field = self ? Keys.CERT_NO.id() : person + ".certNo";
            byRule("leastAge", field, Keys.SPONSOR_REMARK.id());
        }
    }

    /** One person has one number; two people have two. Told apart by certificate, not by name. */
    private void people() {
        List<String> all = new ArrayList<>(everybody());
        for (int i = 1; i < all.size(); i++) {
            for (String earlier : all.subList(0, i)) {
                pair(earlier, all.get(i));
            }
        }
    }

    private Set<String> everybody() {
        Set<String> people = new LinkedHashSet<>();
        people.add(Situation.PRINCIPAL);
        now.sites().forEach(site -> people.add(now.responsible(site)));
        return people;
    }

    private void pair(String earlier, String later) {
        String number = now.personNumber(later);
        if (!number.isEmpty() && number.equals(now.personNumber(earlier))) {
            block(later + ".same", "samePerson");
            return;
        }
        for (String field : List.of(".mobile", ".email")) {
            String value = at(later + field);
            if (!value.isEmpty() && value.equals(at(earlier + field))) {
                block(later + field, "sharedContact");
            }
        }
    }

    private void site(String id) {
        String site = "site." + id;
        Situation here = new Situation(new Scope(facts, Optional.of(id), today));
        if (here.newPerson()) {
            person(site + ".person");
        }
        if (now.agent() && !here.responsible(id).equals(Situation.PRINCIPAL)) {
            byRule("sitePersonOfAgent", site + ".person.same", site + ".remark");
        }
        approval(site);
        content(site);
        missingPaper(here.asks("domainCertificate"), site + ".photo.domainCert");
        missingPaper(
                here.newPerson() && here.asks("siteAuthorization"), site + ".photo.authorization");
    }

    private void approval(String site) {
        boolean none = at(site + ".preApproval").equals(Tables.NO_APPROVAL);
        if (!none) {
            if (now.individual() && !at(site + ".preApproval").isEmpty()) {
                explained(site + ".preApproval", "approvalIndividual", site + ".remark", Map.of());
            }
            return;
        }
        Optional<String> content =
                List.of(at(site + ".content").split(" ")).stream()
                        .filter(code -> !approvalOf(code).isEmpty())
                        .findFirst();
        content.ifPresent(code -> advise(site + ".preApproval", "contentNeedsApproval"));
        if (content.isEmpty()) {
            word(at(site + ".name") + at(Keys.NAME.id()))
                    .ifPresent(
                            word ->
                                    tell(
                                            site + ".preApproval",
                                            "approvalWord",
                                            Map.of("word", word)));
        }
    }

    private static String approvalOf(String content) {
        return Tables.CONTENTS
                .row(content)
                .map(row -> row.more().getOrDefault("approval", ""))
                .orElse("");
    }

    /** The first word that lets a reviewer think of an approval. */
    private static Optional<String> word(String names) {
        return Tables.PRE_APPROVALS.rows().stream()
                .map(row -> row.more().getOrDefault("trigger", ""))
                .filter(words -> !words.isEmpty())
                .map(words -> Pattern.compile(words).matcher(names))
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst();
    }

    private void content(String site) {
        List<String> codes = List.of(at(site + ".content").split(" "));
        now.rule("blogNotTaken")
                .filter(rule -> codes.contains(rule.value()))
                .ifPresent(rule -> byRule("blogNotTaken", site + ".content", site + ".remark"));
        boolean silent = at(site + ".remark").isEmpty();
        if (silent && now.asks("personalRemark")) {
            byRule("personalRemark", site + ".remark", site + ".remark");
        } else if (silent && codes.contains(Tables.OTHER_CONTENT)) {
            advise(site + ".remark", "remarkUseful");
        }
    }

    private void missingPaper(boolean wanted, String path) {
        if (wanted && at(path).isEmpty()) {
            advise(path, "paperMissing");
        }
    }

    private void sites() {
        List<String> sites = now.sites();
        now.rule("mostSites")
                .filter(rule -> sites.size() > Integer.parseInt(rule.value()))
                .ifPresent(
                        rule ->
                                byRule(
                                        "mostSites",
                                        "site." + sites.get(sites.size() - 1) + ".domain",
                                        Keys.SPONSOR_REMARK.id()));
        for (String paper : List.of("commitment", "partyProof", "governmentForm")) {
            missingPaper(now.asks(paper), "photo." + paper);
        }
        if (!sites.isEmpty()) {
            missingPaper(now.planNeeded(), "site." + sites.get(0) + ".photo.plan");
        }
    }

    private void expiry(String path) {
        int months = People.months(scope);
        Optional<ValidUntil> valid =
                facts.text(path)
                        .flatMap(
                                text ->
                                        ValidUntil.check(text, today)
                                                .<Optional<ValidUntil>>fold(
                                                        Optional::of, flaw -> Optional.empty()));
        if (valid.filter(v -> v.expiresWithin(months, today)).isPresent()) {
            tell(path, "expiresSoon", Map.of("value", Integer.toString(months)));
        }
    }

    private String at(String path) {
        return facts.text(path).orElse("");
    }

    /** What a rule of the province dislikes: to be changed, or explained in a remark. */
    private void byRule(String rule, String field, String remark) {
        now.rule(rule)
                .ifPresent(
                        found ->
                                explained(
                                        field,
                                        rule,
                                        remark,
                                        Map.of(
                                                "province", now.provinceName(),
                                                "value", found.value(),
                                                "checked", Rules.checked().toString())));
    }

    private void explained(String field, String code, String remark, Map<String, String> words) {
        Map<String, String> args = new HashMap<>(words);
        args.put(Problem.OR, remark);
        problems.add(new Problem(field, code, "", at(remark).isEmpty(), args));
    }

    private void block(String field, String code) {
        problems.add(new Problem(field, code, "", true, Map.of()));
    }

    private void advise(String field, String code) {
        tell(field, code, Map.of());
    }

    private void tell(String field, String code, Map<String, String> words) {
        problems.add(new Problem(field, code, "", false, words));
    }
}
