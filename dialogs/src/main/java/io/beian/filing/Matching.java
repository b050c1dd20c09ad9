package io.beian.filing;

import io.beian.dialogue.Line;
import io.beian.dialogue.Procedure.Match;
import io.beian.form.Fact;
import io.beian.form.Facts;
import io.beian.form.Source;
import io.beian.value.Province;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What kind of filing it is, from what the backend finds under certificate and domain. Keys of
 * {@code found}: {@code match.sponsorLicence}, {@code match.ours}, {@code match.sponsorProvince},
 * {@code match.sites}, {@code match.domainFiled} (none, own, other), {@code match.domainAccess},
 * {@code match.openOrder} (none, mine, others), {@code match.blacklisted}, {@code match.proof}
 * (none, needed, wrong, given), and filed answers by question id.
 */
final class Matching {

    private static final String NONE = "none";

    /**
     * Provinces where a sponsor without a site (空壳主体) may add one directly; elsewhere it has to be
     * cancelled first. From a provider's help pages, checked 2026-11; changes now and then.
     */
    private static final Set<String> SHELL_MAY_ADD =
            Set.of(
                    "110000", "120000", "140000", "210000", "310000", "320000", "330000", "450000",
                    "510000", "520000", "530000");

    private final Facts facts;
    private final Map<String, String> found;
    private final long turn;

    Matching(Facts facts, Map<String, String> found, long turn) {
        this.facts = facts;
        this.found = found;
        this.turn = turn;
    }

    private String get(String key) {
        return found.getOrDefault("match." + key, "");
    }

    private boolean is(String key, String value) {
        return get(key).equals(value);
    }

    private boolean filed() {
        return !get("sponsorLicence").isEmpty();
    }

    /** First what stops the filing, then which of the routes it is. */
    Match match() {
        return stopped().<Match>map(this::blocked).orElseGet(this::opened);
    }

    private Match blocked(Line why) {
        return new Match.Blocked(why, List.of("sponsor.certNo", domainPath()));
    }

    /** Looked up is the first site's domain. */
    private String domainPath() {
        return Keys.DOMAIN.path(facts.instances(Keys.SITE).stream().findFirst());
    }

    private Optional<Line> stopped() {
        if (!get("blacklisted").isEmpty()) {
            return Optional.of(Line.of("match.blacklisted." + get("blacklisted")));
        }
        if (!is("openOrder", NONE) && !get("openOrder").isEmpty()) {
            return Optional.of(
                    Line.of("match.openOrder." + get("openOrder"))
                            .with("order", get("openOrderNumber")));
        }
        return sponsorStops().or(this::domainStops);
    }

    private Optional<Line> sponsorStops() {
        if (get("sponsorLicence").contains(",")) {
            return Optional.of(
                    Line.of("match.severalLicences").with("licences", get("sponsorLicence")));
        }
        boolean elsewhere =
                filed()
                        && !get("sponsorProvince").isEmpty()
                        && facts.text("sponsor.province")
                                .filter(p -> !p.equals(get("sponsorProvince")))
                                .isPresent();
        if (elsewhere) {
            return Optional.of(
                    Line.of("match.otherProvince")
                            .with("licence", get("sponsorLicence"))
                            .with("province", provinceName(get("sponsorProvince"))));
        }
        boolean shell = filed() && is("sites", "0");
        return shell && !SHELL_MAY_ADD.contains(facts.text("sponsor.province").orElse(""))
                ? Optional.of(Line.of("match.shell").with("licence", get("sponsorLicence")))
                : Optional.empty();
    }

    private static String provinceName(String code) {
        return Province.ofCode(code).map(Province::shortName).orElse(code);
    }

    private Optional<Line> domainStops() {
        if (is("domainFiled", NONE) || get("domainFiled").isEmpty()) {
            return Optional.empty();
        }
        if (!filed()) {
            return Optional.of(Line.of("match.oldCertificate"));
        }
        if (is("domainFiled", "other")) {
            return Optional.of(Line.of("match.domainOfOther"));
        }
        return Optional.of(
                Line.of(is("domainAccess", "true") ? "match.alreadyHere" : "match.access"));
    }

    private Match opened() {
        if (!filed()) {
            return open(FilingType.FIRST);
        }
        if (!is("ours", "true")) {
            return open(FilingType.NEW_SITE_OTHER);
        }
        boolean skipped = facts.at(Keys.PROOF.id()).filter(Fact::skipped).isPresent();
        if (is("proof", "given") || skipped) {
            return open(FilingType.NEW_SITE_OURS);
        }
        Facts asking =
                facts.without(Keys.PROOF.id())
                        .with(MatchForm.PROOF_NEEDED.id(), Fact.system("yes", turn));
        return new Match.AskMore(
                asking, is("proof", "wrong") ? List.of(Line.of("match.proofWrong")) : List.of());
    }

    private Match open(FilingType type) {
        Facts result =
                facts.without(Keys.PROOF.id())
                        .without(MatchForm.PROOF_NEEDED.id())
                        .with(Keys.TYPE.id(), Fact.system(type.name(), turn));
        if (filed()) {
            result =
                    result.with(
                            Keys.SPONSOR_LICENCE.id(), Fact.system(get("sponsorLicence"), turn));
        }
        for (Map.Entry<String, String> answer : found.entrySet()) {
            boolean fits =
                    answer.getKey().startsWith("sponsor.")
                            && result.at(answer.getKey()).isEmpty()
                            && !answer.getValue().isEmpty();
            if (fits) {
                result =
                        result.with(
                                answer.getKey(),
                                Fact.proposed(answer.getValue(), Source.PREFILLED, turn));
            }
        }
        return new Match.Opened(
                result,
                List.of(
                        Line.of("match.type." + type.name())
                                .with("licence", get("sponsorLicence"))
                                .with("domain", facts.text(domainPath()).orElse(""))));
    }
}
