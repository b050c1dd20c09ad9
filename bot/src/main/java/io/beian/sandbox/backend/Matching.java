package io.beian.sandbox.backend;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.beian.backend.OrderPaths;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Answers what is filed under a certificate and of the domains. */
final class Matching {

    private static final String PROVED_BY = "sponsor.person.certNo";
    private static final int PROOF_LENGTH = 6;
    private static final Set<String> IDENTITY =
            Set.of(
                    "sponsor.province",
                    "sponsor.nature",
                    "sponsor.certType",
                    "sponsor.certNo",
                    "sponsor.licence");

    private final OrderBook book;
    private final ProofLock lock;

    Matching(OrderBook book, ProofLock lock) {
        this.book = book;
        this.lock = lock;
    }

    /** What is asked. */
    record Query(
            String province,
            String certType,
            String certNo,
            List<String> domains,
            String reference,
            @Nullable String proof) {}

    /** What is found. */
    record Match(SponsorFound sponsor, List<DomainFound> domains, OpenFound openOrder) {}

    /**
     * The sponsor.
     *
     * @param filed nested by question path; only after the right proof
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SponsorFound(
            List<String> licences,
            boolean ours,
            String province,
            long sites,
            boolean blacklisted,
            Account account,
            Proof proof,
            @Nullable JsonNode filed) {}

    /**
     * A domain: filed by nobody, by this sponsor or by another.
     *
     * @param siteLicence only of this sponsor's own
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DomainFound(
            String domain,
            Whose filed,
            boolean access,
            boolean blacklisted,
            @Nullable String siteLicence) {}

    /**
     * An open order of this sponsor.
     *
     * @param admitsAccess whether an order that only adds an access may run beside it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OpenFound(By by, @Nullable String number, boolean admitsAccess) {}

    enum Account {
        NONE,
        MINE,
        OTHER
    }

    enum Proof {
        NONE,
        NEEDED,
        WRONG,
        GIVEN
    }

    enum Whose {
        NONE,
        OWN,
        OTHER
    }

    enum By {
        NONE,
        MINE,
        OTHERS
    }

    Match match(Query query) {
        return book.reading(
                register ->
                        new Match(
                                sponsor(register, query),
                                query.domains().stream()
                                        .map(name -> domain(register, name, query))
                                        .toList(),
                                open(query)));
    }

    private SponsorFound sponsor(Register register, Query query) {
        Optional<Register.Sponsor> found = register.sponsor(query.certType(), query.certNo());
        if (found.isEmpty()) {
            return new SponsorFound(List.of(), false, "", 0, false, Account.NONE, Proof.NONE, null);
        }
        Register.Sponsor sponsor = found.get();
        Proof proof = proof(sponsor, query.proof());
        return new SponsorFound(
                sponsor.licences(),
                sponsor.ours(),
                sponsor.province(),
                register.sites(query.certNo()),
                sponsor.blacklisted(),
                account(sponsor, query.reference()),
                proof,
                proof == Proof.GIVEN ? OrderPaths.toJson(known(sponsor.filed())) : null);
    }

    private static Account account(Register.Sponsor sponsor, String reference) {
        if (!sponsor.ours() || sponsor.account().isEmpty()) {
            return Account.NONE;
        }
        return sponsor.account().equals(reference) ? Account.MINE : Account.OTHER;
    }

    private Proof proof(Register.Sponsor sponsor, @Nullable String given) {
        if (!sponsor.ours()) {
            return Proof.NONE;
        }
        if (given == null || given.isBlank()) {
            return Proof.NEEDED;
        }
        boolean individual = "5".equals(sponsor.filed().get("sponsor.nature"));
        String certNo = individual ? sponsor.certNo() : sponsor.filed().getOrDefault(PROVED_BY, "");
        boolean right =
                certNo.length() > PROOF_LENGTH
                        && certNo.endsWith(given.strip().toUpperCase(Locale.ROOT))
                        && given.strip().length() == PROOF_LENGTH;
        return lock.passes(sponsor.certNo(), right) ? Proof.GIVEN : Proof.WRONG;
    }

    /** What was asked for and what is public need not be told again. */
    private static Map<String, String> known(Map<String, String> filed) {
        return filed.entrySet().stream()
                .filter(each -> !IDENTITY.contains(each.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static DomainFound domain(Register register, String name, Query query) {
        Optional<Register.Domain> found = register.domain(name.toLowerCase(Locale.ROOT));
        Whose whose = found.map(domain -> whose(domain, query)).orElse(Whose.NONE);
        return new DomainFound(
                name,
                whose,
                found.filter(Register.Domain::access).isPresent(),
                found.filter(Register.Domain::blacklisted).isPresent(),
                whose == Whose.OWN ? found.map(Register.Domain::licence).orElse(null) : null);
    }

    private static Whose whose(Register.Domain found, Query query) {
        if (found.certNo().isEmpty()) {
            return Whose.NONE;
        }
        return found.certNo().equals(query.certNo()) ? Whose.OWN : Whose.OTHER;
    }

    private OpenFound open(Query query) {
        return book.openOrder(query.certNo())
                .map(order -> open(order, query))
                .orElseGet(
                        () -> new OpenFound(elsewhere(query) ? By.OTHERS : By.NONE, null, false));
    }

    private static OpenFound open(StoredOrder order, Query query) {
        return order.reference().equals(query.reference())
                ? new OpenFound(By.MINE, order.number(), order.admitsAccess())
                : new OpenFound(By.OTHERS, null, order.admitsAccess());
    }

    private boolean elsewhere(Query query) {
        return book.reading(
                register ->
                        register.sponsor(query.certNo())
                                .filter(Register.Sponsor::openElsewhere)
                                .isPresent());
    }
}
