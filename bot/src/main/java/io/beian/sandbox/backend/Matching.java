package io.beian.sandbox.backend;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.beian.backend.OrderPaths;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Answers what is filed under a certificate and a domain. */
final class Matching {

    private static final String PROVED_BY = "sponsor.person.certNo";
    private static final int PROOF_LENGTH = 6;

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
            String domain,
            String reference,
            @Nullable String proof) {}

    /** What is found. */
    record Match(SponsorFound sponsor, DomainFound domain, OpenFound openOrder) {}

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
            Proof proof,
            @Nullable JsonNode filed) {}

    /** The domain: filed by nobody, by this sponsor or by another. */
    record DomainFound(Whose filed, boolean access, boolean blacklisted) {}

    /** An open order of this sponsor. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OpenFound(By by, @Nullable String number) {}

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
                        new Match(sponsor(register, query), domain(register, query), open(query)));
    }

    private SponsorFound sponsor(Register register, Query query) {
        Optional<Register.Sponsor> found = register.sponsor(query.certNo());
        if (found.isEmpty()) {
            return new SponsorFound(List.of(), false, "", 0, false, Proof.NONE, null);
        }
        Register.Sponsor sponsor = found.get();
        Proof proof = proof(sponsor, query.proof());
        return new SponsorFound(
                sponsor.licences(),
                sponsor.ours(),
                sponsor.province(),
                register.sites(query.certNo()),
                sponsor.blacklisted(),
                proof,
                proof == Proof.GIVEN ? OrderPaths.toJson(known(sponsor.filed())) : null);
    }

    private Proof proof(Register.Sponsor sponsor, @Nullable String given) {
        if (!sponsor.ours()) {
            return Proof.NONE;
        }
        if (given == null || given.isBlank()) {
            return Proof.NEEDED;
        }
        String certNo = sponsor.filed().getOrDefault(PROVED_BY, "");
        boolean right =
                certNo.length() > PROOF_LENGTH
                        && certNo.endsWith(given.strip().toUpperCase(Locale.ROOT))
                        && given.strip().length() == PROOF_LENGTH;
        return lock.passes(sponsor.certNo(), right) ? Proof.GIVEN : Proof.WRONG;
    }

    /** What was asked for and what is public need not be told again. */
    private static Map<String, String> known(Map<String, String> filed) {
        return filed.entrySet().stream()
                .filter(each -> !each.getKey().equals("sponsor.certNo"))
                .filter(each -> !each.getKey().equals("sponsor.province"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static DomainFound domain(Register register, Query query) {
        return register.domain(query.domain().toLowerCase(Locale.ROOT))
                .map(
                        found ->
                                new DomainFound(
                                        whose(found, query), found.access(), found.blacklisted()))
                .orElse(new DomainFound(Whose.NONE, false, false));
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
                .orElseGet(() -> new OpenFound(elsewhere(query) ? By.OTHERS : By.NONE, null));
    }

    private static OpenFound open(StoredOrder order, Query query) {
        return order.reference().equals(query.reference())
                ? new OpenFound(By.MINE, order.number())
                : new OpenFound(By.OTHERS, null);
    }

    private boolean elsewhere(Query query) {
        return book.reading(
                register ->
                        register.sponsor(query.certNo())
                                .filter(Register.Sponsor::openElsewhere)
                                .isPresent());
    }
}
