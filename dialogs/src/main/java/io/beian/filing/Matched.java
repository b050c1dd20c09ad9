package io.beian.filing;

import io.beian.dialogue.Line;
import io.beian.dialogue.Problem;
import io.beian.dialogue.Procedure.Joined;
import io.beian.filing.Findings.Asked;
import io.beian.filing.Findings.Domain;
import io.beian.form.Fact;
import io.beian.form.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What follows from a match while an order is filled in: beside it, behind it, in its way. */
final class Matched {

    private static final String DOMAIN_FOUND = "Found";
    private static final String AT = "@";
    private static final String LAST = "site.last";

    private Matched() {}

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
        Optional<String> number =
                facts.text(Keys.CERT_NO.id()).filter(now -> asked(found).contains(now));
        return number.isPresent()
                ? next.with(Keys.CHECKED_NO, Fact.system(number.get(), turn))
                : next;
    }

    private static List<String> asked(Map<String, String> found) {
        return List.of(found.getOrDefault(MatchKey.ASKED, "").split(" "));
    }

    private static Optional<String> word(Facts facts, Asked asked) {
        return facts.text(asked.path() + DOMAIN_FOUND)
                .map(text -> text.split(AT, 2))
                .filter(parts -> parts.length == 2 && parts[1].equals(asked.domain()))
                .map(parts -> parts[0]);
    }

    /** Domains and numbers that came after the match and have not been looked up. */
    static List<String> unchecked(Facts facts) {
        if (facts.text(Keys.TYPE.id()).isEmpty()) {
            return List.of();
        }
        Stream<String> domains =
                MatchKey.domains(facts).stream()
                        .filter(asked -> word(facts, asked).isEmpty())
                        .map(Asked::domain);
        Optional<String> checked = facts.text(Keys.CHECKED_NO);
        Stream<String> number =
                facts
                        .text(Keys.CERT_NO.id())
                        .filter(now -> checked.filter(last -> !last.equals(now)).isPresent())
                        .stream();
        return Stream.concat(domains, number).toList();
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
     * Names of which only one order with new sites may bear any at a time: the sponsor's, by every
     * number it has. Orders that only add an access run beside each other.
     */
    static Set<String> exclusive(Facts facts) {
        boolean access =
                facts.text(Keys.TYPE.id())
                        .filter(type -> FilingType.valueOf(type).access())
                        .isPresent();
        return access ? Set.of() : SponsorNumbers.of(facts);
    }

    /**
     * Another order of the sponsor that turned up after matching.
     *
     * @param own the number of the order these answers are of, if they are handed in
     */
    static Optional<Line> inTheWay(Map<String, String> found, Optional<String> own) {
        String by = found.getOrDefault("match.openOrder", "none");
        String number = found.getOrDefault("match.openOrderNumber", "");
        if (by.equals("others")) {
            return Optional.of(Line.of("match.inTheWay"));
        }
        boolean other = by.equals("mine") && own.filter(number::equals).isEmpty();
        return other
                ? Optional.of(Line.of("match.inTheWay.own").with("order", number))
                : Optional.empty();
    }

    static Line sameSponsor(Facts dropped) {
        return Line.of("match.sameSponsor").with("domain", names(MatchKey.domains(dropped)));
    }

    private static String names(List<Asked> domains) {
        return domains.stream().map(Asked::domain).collect(Collectors.joining("、"));
    }

    /** The domains of some answers that others of the same sponsor do not have. */
    private static List<Asked> more(Facts into, Facts dropped) {
        List<String> there = MatchKey.domains(into).stream().map(Asked::domain).toList();
        return MatchKey.domains(dropped).stream()
                .filter(asked -> !there.contains(asked.domain()))
                .toList();
    }

    /** The sites of one draft put behind those of another of the same sponsor. */
    static Optional<Joined> joined(Facts into, Facts dropped, long turn) {
        List<Asked> more = more(into, dropped);
        if (more.isEmpty()) {
            return Optional.empty();
        }
        List<String> ids = new ArrayList<>(into.instances(Keys.SITE));
        int first = ids.size() + 1;
        Facts facts = into;
        for (Asked asked : more) {
            String id = "s" + (last(facts, ids) + 1);
            ids.add(id);
            String path = Keys.DOMAIN.path(Optional.of(id));
            facts =
                    facts.with(Keys.SITE, Fact.system(String.join(" ", ids), turn))
                            .with(LAST, Fact.system(id.substring(1), turn))
                            .with(path, Fact.typed(asked.domain(), turn));
            Optional<Fact> known = dropped.at(asked.path() + DOMAIN_FOUND);
            facts = facts.restored(path + DOMAIN_FOUND, known.orElse(null));
        }
        Line told =
                Line.of("match.joined")
                        .with("domain", names(more))
                        .with("site", first == ids.size() ? "" + first : first + "–" + ids.size());
        return Optional.of(new Joined(facts, told));
    }

    /** No id is given twice, not even that of a site that was closed. */
    private static int last(Facts facts, List<String> ids) {
        return Stream.concat(facts.text(LAST).stream(), ids.stream().map(id -> id.substring(1)))
                .filter(number -> number.matches("[0-9]{1,6}"))
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(0);
    }

    /** Domains that cannot be put into an order that is handed in. */
    static Optional<Line> leftOut(Facts into, Facts dropped) {
        List<Asked> more = more(into, dropped);
        return more.isEmpty()
                ? Optional.empty()
                : Optional.of(Line.of("match.leftOut").with("domain", names(more)));
    }
}
