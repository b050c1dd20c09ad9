package io.beian.filing;

import io.beian.dialogue.Line;
import io.beian.filing.Findings.Account;
import io.beian.filing.Findings.By;
import io.beian.filing.Findings.Domain;
import io.beian.filing.Findings.Old;
import io.beian.filing.Findings.Proof;
import io.beian.filing.Findings.Shell;
import io.beian.filing.Findings.Whose;
import io.beian.filing.Verdict.Ask;
import io.beian.filing.Verdict.Blocked;
import io.beian.filing.Verdict.Opened;
import io.beian.filing.Verdict.Wanted;
import io.beian.value.Province;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The decision table of matching (icp-filing §1.2): a pure function from what was found to what
 * comes of it. What nobody can mend here is told first, then what the filer can mend, then what
 * still has to be asked.
 */
final class DecisionTable {

    private static final String CERT_NO = Keys.CERT_NO.id();
    private static final List<String> NO_OFFER = List.of();

    private final Findings found;

    private DecisionTable(Findings found) {
        this.found = found;
    }

    static Verdict decide(Findings found) {
        return new DecisionTable(found).verdict();
    }

    private Verdict verdict() {
        return blacklisted()
                .or(this::severalLicences)
                .or(this::openOrder)
                .or(this::otherProvince)
                .or(this::domainOfOthers)
                .or(this::domainOfOwn)
                .or(this::filedBefore)
                .or(this::shell)
                .or(this::proof)
                .orElseGet(this::type);
    }

    private boolean filed() {
        return found.sponsor().filed();
    }

    private Line line(String key) {
        return Line.of("match." + key)
                .with("licence", String.join("、", found.sponsor().licences()))
                .with("province", provinceName(found.sponsor().province()));
    }

    private static String provinceName(String code) {
        return Province.ofCode(code).map(Province::shortName).orElse(code);
    }

    private List<Domain> domains(Predicate<Domain> which) {
        return found.domains().stream().filter(which).toList();
    }

    private static String names(List<Domain> domains) {
        return domains.stream().map(Domain::name).collect(Collectors.joining("、"));
    }

    private static List<String> paths(List<Domain> domains) {
        return domains.stream().map(Domain::path).toList();
    }

    private static List<String> sponsorOr(List<Domain> domains) {
        List<String> paths = new ArrayList<>(List.of(CERT_NO));
        paths.addAll(paths(domains));
        return paths;
    }

    /** Row 12. */
    private Optional<Verdict> blacklisted() {
        if (found.sponsor().blacklisted()) {
            return Optional.of(
                    new Blocked(12, line("blacklisted.sponsor"), List.of(CERT_NO), NO_OFFER));
        }
        List<Domain> black = domains(Domain::blacklisted);
        return black.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Blocked(
                                12,
                                line("blacklisted.domain").with("domain", names(black)),
                                paths(black),
                                NO_OFFER));
    }

    /** Row 10. */
    private Optional<Verdict> severalLicences() {
        return found.sponsor().licences().size() < 2
                ? Optional.empty()
                : Optional.of(
                        new Blocked(
                                10, line("severalLicences"), List.of(CERT_NO), List.of("注销主体")));
    }

    /** Row 13. One open order with new sites for a sponsor, whoever asks; accesses run beside. */
    private Optional<Verdict> openOrder() {
        Findings.OpenOrder order = found.openOrder();
        boolean beside = accessOnly() && order.admitsAccess();
        if (order.by() == By.NONE || beside) {
            return Optional.empty();
        }
        return Optional.of(
                order.by() == By.MINE && !order.number().isEmpty()
                        ? new Verdict.Led(13, order.number())
                        : new Blocked(13, line("openOrder.others"), List.of(CERT_NO), NO_OFFER));
    }

    private boolean accessOnly() {
        return filed()
                && !found.domains().isEmpty()
                && domains(each -> each.filed() == Whose.OWN).size() == found.domains().size();
    }

    /** Row 11. */
    private Optional<Verdict> otherProvince() {
        String there = found.sponsor().province();
        boolean elsewhere = filed() && !there.isEmpty() && !there.equals(found.said().province());
        return elsewhere
                ? Optional.of(
                        new Blocked(
                                11,
                                line("otherProvince"),
                                List.of(Keys.PROVINCE.id(), CERT_NO),
                                List.of("注销主体")))
                : Optional.empty();
    }

    /** Rows 7 and 8. A domain cannot be its sponsor's while that sponsor has no number. */
    private Optional<Verdict> domainOfOthers() {
        List<Domain> others =
                domains(filed() ? each -> each.filed() == Whose.OTHER : each -> notFree(each));
        if (others.isEmpty()) {
            return Optional.empty();
        }
        if (filed()) {
            return Optional.of(conflict(others, NO_OFFER));
        }
        return Optional.of(
                switch (found.said().old()) {
                    case NOT_ASKED -> suspect(others);
                    case NEVER -> conflict(others, List.of("旧证件"));
                    case GIVEN -> new Ask(8, Wanted.OLD_NUMBER, List.of(line("oldNotFound")));
                    case UNSURE, SKIPPED ->
                            new Blocked(
                                    8,
                                    line("oldUnknown").with("domain", names(others)),
                                    sponsorOr(others),
                                    List.of("旧证件"));
                });
    }

    private static boolean notFree(Domain domain) {
        return domain.filed() != Whose.NONE;
    }

    private static Verdict conflict(List<Domain> others, List<String> offers) {
        return new Blocked(
                7,
                Line.of("match.domainOfOther").with("domain", names(others)),
                sponsorOr(others),
                offers);
    }

    /** A number given after the credit code came in has no older one behind it, as a rule. */
    private Verdict suspect(List<Domain> others) {
        return found.said().oldLikely() || found.said().person()
                ? new Ask(
                        8,
                        Wanted.OLD,
                        List.of(line("oldCertificate").with("domain", names(others))))
                : conflict(others, List.of("旧证件"));
    }

    /** Row 6, and orders that would be of two kinds. */
    private Optional<Verdict> domainOfOwn() {
        List<Domain> own = domains(each -> each.filed() == Whose.OWN);
        List<Domain> free = domains(each -> each.filed() == Whose.NONE);
        if (own.isEmpty()) {
            return Optional.empty();
        }
        if (!free.isEmpty()) {
            Line mixed = line("mixed").with("domain", names(own)).with("free", names(free));
            return Optional.of(new Blocked(0, mixed, paths(found.domains()), NO_OFFER));
        }
        List<Domain> here = domains(Domain::access);
        return here.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Blocked(
                                6,
                                line("alreadyHere").with("domain", names(here)),
                                paths(here),
                                List.of("变更备案", "取消接入", "注销网站")));
    }

    /** §4: nothing is filed at all, under a number that reaches back to the years before 2015. */
    private Optional<Verdict> filedBefore() {
        if (filed()) {
            return Optional.empty();
        }
        Old old = found.said().old();
        if (old == Old.NOT_ASKED && found.said().oldLikely() && !found.said().person()) {
            return Optional.of(new Ask(1, Wanted.OLD, List.of()));
        }
        return old == Old.GIVEN
                ? Optional.of(new Ask(1, Wanted.OLD_NUMBER, List.of(line("oldNotFound"))))
                : Optional.empty();
    }

    /**
     * Row 9. Some provinces let a sponsor without a site (空壳主体) add one, elsewhere it has to be
     * cancelled first. It changes now and then, so it is advice: who has the bureau's word goes on.
     */
    private Optional<Verdict> shell() {
        boolean empty = filed() && found.sponsor().sites() == 0 && !accessOnly();
        Shell shell = found.said().shell();
        if (!empty
                || Rules.find("shellAdds", found.said().province(), "").isPresent()
                || shell == Shell.AGREED) {
            return Optional.empty();
        }
        return Optional.of(
                shell == Shell.NOT_ASKED
                        ? new Ask(9, Wanted.SHELL, List.of(line("shell")))
                        : new Blocked(9, line("shell.first"), List.of(CERT_NO), List.of("注销主体")));
    }

    /** Row 14, and the check of identity before filed data are shown to anybody. */
    private Optional<Verdict> proof() {
        Findings.Sponsor sponsor = found.sponsor();
        if (!filed() || !sponsor.ours() || sponsor.proof() == Proof.GIVEN) {
            return Optional.empty();
        }
        boolean claimed = sponsor.account() == Account.OTHER;
        boolean none = sponsor.proof() == Proof.NONE || found.said().proofSkipped();
        if (none) {
            return claimed
                    ? Optional.of(new Blocked(14, line("claim"), List.of(CERT_NO), List.of("备案认领")))
                    : Optional.empty();
        }
        int row = claimed ? 14 : accessOnly() ? 5 : 3;
        if (sponsor.proof() == Proof.WRONG) {
            return Optional.of(new Ask(row, Wanted.PROOF, List.of(line("proofWrong"))));
        }
        return Optional.of(
                new Ask(row, Wanted.PROOF, claimed ? List.of(line("otherAccount")) : List.of()));
    }

    /** Rows 1 to 5. */
    private Verdict type() {
        boolean ours = found.sponsor().ours();
        if (!filed()) {
            return opened(1, FilingType.FIRST);
        }
        if (accessOnly()) {
            return ours
                    ? opened(5, FilingType.NEW_ACCESS_OURS)
                    : opened(4, FilingType.NEW_ACCESS_OTHER);
        }
        return ours ? opened(3, FilingType.NEW_SITE_OURS) : opened(2, FilingType.NEW_SITE_OTHER);
    }

    private Verdict opened(int row, FilingType type) {
        List<Line> why = new ArrayList<>();
        why.add(line("type." + type.name()).with("domain", names(found.domains())));
        Old old = found.said().old();
        if (type == FilingType.FIRST && (old == Old.UNSURE || old == Old.SKIPPED)) {
            why.add(line("oldLater"));
        }
        if (type.ours() && found.sponsor().account() == Account.OTHER) {
            why.add(line("claimed"));
        }
        if (type.ours()) {
            why.add(line("becomesFiled"));
        }
        if (found.sponsor().underOld()) {
            why.addAll(OldCertificates.advice(found.said().province(), type));
        }
        return new Opened(row, type, why);
    }
}
