package io.beian.filing;

import io.beian.form.Fact;
import io.beian.form.Facts;
import io.beian.form.Scope;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One person for several sites: said once, pictured once. Sites refer to the one that brought the
 * person in, and when that one goes, the next of them takes the person over.
 */
final class SitePeople {

    private static final String PERSON = "site.*.person.";

    private SitePeople() {}

    /** A copied site refers to the person of the site it was copied from. */
    static Optional<String> copied(String question, String value, String from) {
        if (question.equals(Keys.PERSON_SAME.id())) {
            return Optional.of(value.equals(Tables.OTHER) ? from : value);
        }
        return question.startsWith(PERSON) ? Optional.empty() : Optional.of(value);
    }

    /** What the other sites take over from one that goes. */
    static Map<String, Fact> heritage(Facts facts, String gone, long turn) {
        Scope scope = new Scope(facts, Optional.of(gone), LocalDate.EPOCH);
        Situation now = new Situation(scope);
        String person = now.responsible(gone);
        List<String> heirs =
                now.sites().stream()
                        .filter(site -> !site.equals(gone))
                        .filter(site -> now.responsible(site).equals(person))
                        .toList();
        if (heirs.isEmpty()) {
            return Map.of();
        }
        Map<String, Fact> taken = new LinkedHashMap<>();
        String heir = heirs.get(0);
        if (person.equals("site." + gone + ".person")) {
            facts.of(Keys.SITE, gone).entrySet().stream()
                    .filter(answer -> answer.getKey().startsWith(person + "."))
                    .forEach(answer -> taken.put(moved(answer, gone, heir), answer.getValue()));
            heirs.forEach(site -> taken.put(same(site), Fact.typed(heir, turn)));
            taken.put(same(heir), Fact.typed(Tables.OTHER, turn));
        }
        pictures(facts, gone, heir, taken);
        return taken;
    }

    /** Pictures of the person the heir has none of itself. */
    private static void pictures(Facts facts, String gone, String heir, Map<String, Fact> taken) {
        for (String kind : List.of("idFront", "idBack", "verify")) {
            String path = "site." + heir + ".photo." + kind;
            facts.at("site." + gone + ".photo." + kind)
                    .filter(picture -> facts.at(path).isEmpty())
                    .ifPresent(picture -> taken.put(path, picture));
        }
    }

    private static String moved(Map.Entry<String, Fact> answer, String from, String to) {
        return answer.getKey().replace("site." + from + ".", "site." + to + ".");
    }

    private static String same(String site) {
        return Keys.PERSON_SAME.path(Optional.of(site));
    }
}
