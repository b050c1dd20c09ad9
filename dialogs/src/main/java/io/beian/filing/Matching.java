package io.beian.filing;

import io.beian.dialogue.Line;
import io.beian.dialogue.Problem;
import io.beian.dialogue.Procedure.Match;
import io.beian.filing.Findings.Asked;
import io.beian.filing.Findings.Domain;
import io.beian.filing.Findings.Old;
import io.beian.filing.Findings.Said;
import io.beian.filing.Findings.Shell;
import io.beian.form.Fact;
import io.beian.form.Facts;
import io.beian.form.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Carries out what the {@link DecisionTable} says on the answers of a case. */
final class Matching {

    private static final String DOMAIN_FOUND = "Found";
    private static final String AT = "@";

    /** Serve to get to a result and are of no use once there is one. */
    private static final List<String> PASSING =
            List.of(
                    Keys.PROOF.id(),
                    MatchForm.PROOF_NEEDED.id(),
                    MatchForm.OLD_WANTED.id(),
                    Keys.SHELL.id(),
                    MatchForm.SHELL_WANTED.id());

    private static final List<String> RESULT =
            List.of(
                    Keys.TYPE.id(),
                    Keys.SPONSOR_LICENCE.id(),
                    Keys.MATCH_PROVINCE,
                    Keys.MATCH_CERT_TYPE,
                    Keys.MATCH_CERT_NO,
                    Keys.SITE_LICENCE);

    /** What the sponsor was found by is never prefilled. */
    private static final Set<String> IDENTITY =
            Set.of(
                    Keys.PROVINCE.id(),
                    Keys.NATURE.id(),
                    Keys.CERT_TYPE.id(),
                    Keys.CERT_NO.id(),
                    "sponsor.licence");

    private static final List<String> OLD =
            List.of(Keys.OLD.id(), Keys.OLD_CERT_TYPE.id(), Keys.OLD_CERT_NO.id(), Keys.OLD_TRIED);

    private final Facts facts;
    private final Map<String, String> found;
    private final LocalDate today;
    private final long turn;

    Matching(Facts facts, Map<String, String> found, LocalDate today, long turn) {
        this.facts = facts;
        this.found = found;
        this.today = today;
        this.turn = turn;
    }

    Match match() {
        Findings findings = Findings.of(said(), MatchKey.domains(facts), found);
        Verdict verdict = DecisionTable.decide(findings);
        if (verdict instanceof Verdict.Opened type) {
            return opened(type, findings);
        }
        if (verdict instanceof Verdict.Ask ask) {
            return asking(ask);
        }
        if (verdict instanceof Verdict.Led led) {
            return new Match.Led(led.orderNumber());
        }
        Verdict.Blocked blocked = (Verdict.Blocked) verdict;
        return new Match.Blocked(blocked.why(), blocked.reopen(), blocked.offers());
    }

    private Said said() {
        boolean proofSkipped =
                MatchForm.proofWanted(facts)
                        && facts.at(Keys.PROOF.id()).filter(Fact::skipped).isPresent();
        return new Said(
                facts.text(Keys.PROVINCE.id()).orElse(""),
                OldCertificates.likely(facts),
                OldCertificates.person(facts, today),
                old(),
                shell(),
                proofSkipped);
    }

    private Old old() {
        Optional<String> said = facts.text(Keys.OLD.id());
        if (!MatchForm.oldWanted(facts) || said.isEmpty()) {
            return Old.NOT_ASKED;
        }
        if (said.get().equals(MatchForm.YES)) {
            Optional<String> number = facts.text(Keys.OLD_CERT_NO.id());
            boolean given = number.isPresent() && !number.equals(facts.text(Keys.OLD_TRIED));
            return given ? Old.GIVEN : Old.SKIPPED;
        }
        return said.get().equals(MatchForm.UNSURE) ? Old.UNSURE : Old.NEVER;
    }

    private Shell shell() {
        if (!MatchForm.shellWanted(facts)) {
            return Shell.NOT_ASKED;
        }
        return facts.text(Keys.SHELL.id())
                .map(said -> said.equals(MatchForm.YES) ? Shell.AGREED : Shell.NOT_AGREED)
                .orElse(Shell.NOT_ASKED);
    }

    private Match asking(Verdict.Ask ask) {
        Fact wanted = Fact.system(MatchForm.YES, turn);
        Facts next =
                switch (ask.wanted()) {
                    case OLD -> without(facts, OLD).with(MatchForm.OLD_WANTED.id(), wanted);
                    case OLD_NUMBER ->
                            facts.with(
                                            Keys.OLD_TRIED,
                                            system(facts.text(Keys.OLD_CERT_NO.id()).orElse("")))
                                    .without(Keys.OLD_CERT_NO.id());
                    case SHELL ->
                            facts.without(Keys.SHELL.id())
                                    .with(MatchForm.SHELL_WANTED.id(), wanted);
                    case PROOF ->
                            facts.without(Keys.PROOF.id())
                                    .with(MatchForm.PROOF_NEEDED.id(), wanted);
                };
        return new Match.AskMore(next, ask.why());
    }

    private static Facts without(Facts facts, List<String> paths) {
        Facts left = facts;
        for (String path : paths) {
            left = left.without(path);
        }
        return left;
    }

    private Match opened(Verdict.Opened type, Findings findings) {
        Facts result = frozen(type.type(), findings);
        for (Map.Entry<String, String> answer : found.entrySet()) {
            boolean fits =
                    answer.getKey().startsWith("sponsor.")
                            && !IDENTITY.contains(answer.getKey())
                            && result.at(answer.getKey()).isEmpty()
                            && !answer.getValue().isEmpty();
            if (fits) {
                Fact filed = Fact.proposed(answer.getValue(), Source.PREFILLED, turn);
                result = result.with(answer.getKey(), filed);
            }
        }
        return new Match.Opened(noted(result, found, turn), type.why());
    }

    /** What was matched stays as it was, whatever the sponsor's data become. */
    private Facts frozen(FilingType type, Findings findings) {
        boolean filed = findings.sponsor().filed();
        String certType = OldCertificates.present(facts);
        String certNo = facts.text(Keys.CERT_NO.id()).orElse("");
        Facts result =
                without(without(facts, PASSING), RESULT)
                        .with(Keys.TYPE.id(), system(type.name()))
                        .with(Keys.MATCH_PROVINCE, system(findings.said().province()))
                        .with(Keys.MATCH_CERT_TYPE, system(matched(filed, "certType", certType)))
                        .with(Keys.MATCH_CERT_NO, system(matched(filed, "certNo", certNo)));
        if (filed) {
            String licence = findings.sponsor().licences().get(0);
            result = result.with(Keys.SPONSOR_LICENCE.id(), system(licence));
        }
        String sites =
                findings.domains().stream()
                        .map(Domain::licence)
                        .filter(licence -> !licence.isEmpty())
                        .collect(Collectors.joining(","));
        return type.access() && !sites.isEmpty()
                ? result.with(Keys.SITE_LICENCE, system(sites))
                : result;
    }

    private String matched(boolean filed, String name, String present) {
        return filed ? found.getOrDefault("match." + name, present) : present;
    }

    private Fact system(String value) {
        return Fact.system(value, turn);
    }

    /**
     * The answers as they are before matching, with the question for an old number open; empty
     * where no old certificate could change anything.
     */
    static Optional<Facts> reopened(Facts facts, long turn) {
        boolean first =
                facts.text(Keys.TYPE.id())
                        .filter(t -> !t.equals(FilingType.FIRST.name()))
                        .isEmpty();
        boolean possible =
                facts.text(Keys.CERT_NO.id()).isPresent()
                        && !OldCertificates.types(facts).isEmpty();
        return first && possible
                ? Optional.of(
                        without(without(without(facts, PASSING), RESULT), OLD)
                                .with(MatchForm.OLD_WANTED.id(), Fact.system("yes", turn))
                                .with(Keys.OLD.id(), Fact.typed(MatchForm.YES, turn)))
                : Optional.empty();
    }

    /** Remembers beside each domain what was found about it. */
    static Facts noted(Facts facts, Map<String, String> found, long turn) {
        Facts next = facts;
        for (Asked asked : MatchKey.domains(facts)) {
            Optional<String> word = Findings.domainIn(found, asked).map(Domain::word);
            if (word.isPresent()) {
                Fact fact = Fact.system(word.get() + AT + asked.domain(), turn);
                next = next.with(asked.path() + DOMAIN_FOUND, fact);
            }
        }
        return next;
    }

    private static Optional<String> word(Facts facts, Asked asked) {
        return facts.text(asked.path() + DOMAIN_FOUND)
                .map(text -> text.split(AT, 2))
                .filter(parts -> parts.length == 2 && parts[1].equals(asked.domain()))
                .map(parts -> parts[0]);
    }

    /** Domains that came after the match and have not been looked up. */
    static List<String> unchecked(Facts facts) {
        return facts.text(Keys.TYPE.id()).isEmpty()
                ? List.of()
                : MatchKey.domains(facts).stream()
                        .filter(asked -> word(facts, asked).isEmpty())
                        .map(Asked::domain)
                        .toList();
    }

    /** Domains that cannot be in an order of this kind. */
    static List<Problem> problems(Facts facts) {
        Optional<FilingType> type = facts.text(Keys.TYPE.id()).map(FilingType::valueOf);
        List<Problem> problems = new ArrayList<>();
        for (Asked asked : MatchKey.domains(facts)) {
            word(facts, asked)
                    .filter(word -> type.isPresent())
                    .flatMap(word -> code(type.get().access(), word))
                    .map(code -> problem(asked, code))
                    .ifPresent(problems::add);
        }
        return problems;
    }

    private static Problem problem(Asked asked, String code) {
        return new Problem(asked.path(), code, "", true, Map.of("domain", asked.domain()));
    }

    private static Optional<String> code(boolean access, String word) {
        if (word.equals("blacklisted")) {
            return Optional.of("domainBlacklisted");
        }
        boolean free = word.equals("none");
        if (access) {
            boolean fits = word.equals("own");
            return fits ? Optional.empty() : Optional.of(free ? "domainNotFiled" : "domainFiled");
        }
        return free ? Optional.empty() : Optional.of("domainFiled");
    }

    /**
     * A name only one order with new sites may bear at a time: the sponsor by its certificate.
     * Orders that only add an access run beside each other.
     */
    static Optional<String> exclusive(Facts facts) {
        boolean access =
                facts.text(Keys.TYPE.id())
                        .filter(type -> FilingType.valueOf(type).access())
                        .isPresent();
        return access
                ? Optional.empty()
                : facts.text(Keys.CERT_NO.id())
                        .map(number -> OldCertificates.present(facts) + AT + number);
    }

    static Line sameSponsor(Facts dropped) {
        return Line.of("match.sameSponsor")
                .with(
                        "domain",
                        MatchKey.domains(dropped).stream()
                                .map(Asked::domain)
                                .collect(Collectors.joining("、")));
    }
}
