package io.beian.filing;

import com.google.common.collect.Sets;
import io.beian.filing.Mention.Kind;
import io.beian.filing.Opinion.Part;
import io.beian.filing.OpinionTable.Found;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads a reviewer's opinion: which answers of this order each part of it is about. */
final class Reading {

    private static final Set<Kind> PEOPLE =
            Sets.immutableEnumSet(Kind.PERSON, Kind.SPONSOR, Kind.RESPONSIBLE);

    /** A name so near behind a word is what the word is about, as in 域名 a.cn. */
    private static final int NEAR = 2;

    private static final Pattern COMPARED = Pattern.compile("[与和同跟]");

    private final Targets targets;

    Reading(Targets targets) {
        this.targets = targets;
    }

    /**
     * What is said of one answer.
     *
     * @param path empty for what leads to no answer
     * @param advice key of the advice, empty if there is none
     */
    record Said(String path, String text, String advice) {

        private Said and(Said more) {
            return new Said(
                    path, text + "；" + more.text(), advice.isEmpty() ? more.advice() : advice);
        }
    }

    /** Every part in order, those of one answer together; whole if nothing leads anywhere. */
    List<Said> of(String text) {
        List<Said> all = new ArrayList<>();
        for (Part part : Opinion.read(text).parts()) {
            about(part).forEach((path, advice) -> add(all, new Said(path, part.text(), advice)));
        }
        if (all.stream().allMatch(said -> said.path().isEmpty())) {
            String advice = all.stream().map(Said::advice).findFirst().orElse("");
            return List.of(new Said("", Opinion.cut(text).strip(), advice));
        }
        return all;
    }

    private static void add(List<Said> all, Said said) {
        int before =
                IntStream.range(0, all.size())
                        .filter(i -> all.get(i).path().equals(said.path()))
                        .findFirst()
                        .orElse(-1);
        if (before < 0 || said.path().isEmpty()) {
            all.add(said);
        } else {
            all.set(before, all.get(before).and(said));
        }
    }

    /** The answers a part is about, with their advice; the empty path if there is none. */
    private Map<String, String> about(Part part) {
        List<Mention> here = Mention.in(part.text(), targets.now());
        List<Mention> above = Mention.in(part.heading(), targets.now());
        Map<String, String> advice = new LinkedHashMap<>();
        for (Found found : OpinionTable.in(part.text(), here)) {
            lead(found, whom(part.text(), here, above, found), advice);
        }
        if (advice.isEmpty()) {
            for (Found found : OpinionTable.in(part.heading(), above)) {
                lead(found, whom(part.heading(), above, here, found), advice);
            }
        }
        String outside = advice.getOrDefault("", "");
        advice.remove("");
        return advice.isEmpty() ? Map.of("", outside) : advice;
    }

    private void lead(Found found, Whom whom, Map<String, String> advice) {
        OpinionTable.Row row = found.row();
        if (row.targets().equals(OpinionTable.NOTHING)) {
            advice.putIfAbsent("", row.advice());
            return;
        }
        List<String> paths = targets.paths(row.targets(), whom);
        paths.forEach(path -> advice.putIfAbsent(path, row.advice()));
        if (paths.isEmpty()) {
            advice.putIfAbsent("", row.advice());
        }
    }

    private Whom whom(String text, List<Mention> here, List<Mention> above, Found found) {
        Predicate<Mention> person = mention -> PEOPLE.contains(mention.kind());
        List<String> sites =
                meant(text, here, above, found, mention -> mention.kind() == Kind.SITE)
                        .map(Mention::of)
                        .distinct()
                        .toList();
        List<Mention> named = meant(text, here, above, found, person).toList();
        List<String> people =
                named.stream().flatMap(mention -> people(mention, sites)).distinct().toList();
        boolean unit =
                named.isEmpty()
                        ? here.stream().anyMatch(m -> m.kind() == Kind.NOBODY)
                        : named.stream().allMatch(m -> m.kind() == Kind.SPONSOR);
        boolean ofSites = people.isEmpty() && !sites.isEmpty();
        return new Whom(ofSites ? targets.responsible(sites) : people, sites, unit);
    }

    private Stream<String> people(Mention mention, List<String> sites) {
        return mention.kind() == Kind.RESPONSIBLE
                ? targets.responsible(sites).stream()
                : Stream.of(mention.of());
    }

    /** Whoever is named next to the words, with those named in one breath; else in the heading. */
    private static Stream<Mention> meant(
            String text,
            List<Mention> here,
            List<Mention> above,
            Found found,
            Predicate<Mention> kind) {
        List<Mention> named = here.stream().filter(kind).toList();
        int at = nearest(named, found, text);
        if (at < 0) {
            return above.stream().filter(kind);
        }
        int from = at;
        while (from > 0 && named.get(from - 1).joins(named.get(from), text)) {
            from--;
        }
        int to = at;
        while (to + 1 < named.size() && named.get(to).joins(named.get(to + 1), text)) {
            to++;
        }
        return named.subList(from, to + 1).stream();
    }

    /**
     * Right behind the words, or before them; a site may also be named later on. Whom the words are
     * compared with, as in 手机号与主体负责人相同, is not whom they are about.
     */
    private static int nearest(List<Mention> named, Found found, String text) {
        int before = -1;
        for (int i = 0; i < named.size(); i++) {
            int start = named.get(i).start();
            if (start >= found.end()
                    && start <= found.end() + NEAR
                    && !COMPARED.matcher(text.substring(found.end(), start)).find()) {
                return i;
            }
            before = start < found.end() ? i : before;
        }
        boolean later = before < 0 && !named.isEmpty() && named.get(0).kind() == Kind.SITE;
        return later ? 0 : before;
    }
}
