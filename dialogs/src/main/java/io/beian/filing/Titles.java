package io.beian.filing;

import io.beian.form.Fact;
import io.beian.form.Facts;
import io.beian.value.PersonName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a filing is called: its domains, and its unit in short. */
final class Titles {

    /** A title stands in a list of nine within one message. */
    private static final int LONGEST_DOMAIN = 26;

    private static final int LONGEST_NAME = 10;

    private Titles() {}

    static String of(Facts facts) {
        List<String> domains = domains(facts);
        List<String> parts = new ArrayList<>();
        if (!domains.isEmpty()) {
            parts.add(shorten(domains.get(0), LONGEST_DOMAIN));
        }
        if (domains.size() > 1) {
            parts.add("+" + (domains.size() - 1));
        }
        facts.text(Keys.NAME.id()).map(name -> named(facts, name)).ifPresent(parts::add);
        return String.join(" ", parts);
    }

    /** The name of a private person never stands in a list. */
    private static String named(Facts facts, String name) {
        return facts.text(Keys.NATURE.id()).filter(Tables.INDIVIDUAL::equals).isPresent()
                ? PersonName.check(name).fold(PersonName::toString, flaw -> "****")
                : shorten(name, LONGEST_NAME);
    }

    private static String shorten(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most)) + "…";
    }

    static List<String> names(Facts facts) {
        List<String> names = new ArrayList<>(domains(facts));
        facts.text(Keys.NAME.id()).ifPresent(names::add);
        return List.copyOf(names);
    }

    static List<String> domains(Facts facts) {
        return facts.instances(Keys.SITE).stream()
                .map(site -> facts.text(Keys.SITE + "." + site + ".domain"))
                .flatMap(Optional::stream)
                .toList();
    }

    static Facts known(List<String> domains, long turn) {
        List<String> sites =
                IntStream.rangeClosed(1, Math.max(1, domains.size()))
                        .mapToObj(n -> "s" + n)
                        .toList();
        Facts facts = Facts.NONE.with(Keys.SITE, Fact.system(String.join(" ", sites), turn));
        for (int i = 0; i < domains.size(); i++) {
            String path = Keys.SITE + "." + sites.get(i) + ".domain";
            facts = facts.with(path, Fact.system(domains.get(i), turn));
        }
        return facts;
    }
}
