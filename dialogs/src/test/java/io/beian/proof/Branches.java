package io.beian.proof;

import io.beian.filing.IcpFiling;
import io.beian.form.Entry;
import io.beian.form.Fact;
import io.beian.form.Facts;
import io.beian.form.Option;
import io.beian.form.Scope;
import io.beian.form.Step;
import io.beian.proof.Examples.Example;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which answers make a difference to what else is asked, found by trying: an answer is exchanged
 * for every other one its question takes, and it is looked whether other questions come, go or
 * offer something else. Answers that never made a difference share a class.
 */
final class Branches {

    /** A free text that made no difference so often makes none. */
    private static final int ENOUGH = 60;

    private final IcpFiling filing;
    private final Completion completion;

    /** Class of an answer by question id and canonical text; none means 0. */
    private final Map<String, Map<String, Integer>> classes = new TreeMap<>();

    private final Map<String, Integer> tried = new TreeMap<>();

    /** Which questions a question was seen to influence. */
    private final Map<String, Set<String>> influence = new TreeMap<>();

    Branches(IcpFiling filing, Completion completion) {
        this.filing = filing;
        this.completion = completion;
    }

    boolean branching(String question) {
        return classes.getOrDefault(question, Map.of()).values().stream().distinct().count() > 1;
    }

    /** The questions on whose answers others depend. */
    Set<String> questions() {
        Set<String> all = new TreeSet<>(classes.keySet());
        all.removeIf(question -> !branching(question));
        return all;
    }

    Map<String, Set<String>> influence() {
        return influence;
    }

    int classOf(String question, String stored) {
        return classes.getOrDefault(question, Map.of()).getOrDefault(stored, 0);
    }

    /** One answer of each class. */
    List<Example> representatives(Entry entry, Facts facts) {
        Map<Integer, Example> first = new LinkedHashMap<>();
        for (Example example : completion.examples().of(entry, facts)) {
            first.putIfAbsent(classOf(entry.question().id(), example.stored()), example);
        }
        return List.copyOf(first.values());
    }

    /** Tries every exchange in a finished form; true if a difference was found that is new. */
    boolean learn(Facts facts) {
        boolean news = false;
        for (Step step : completion.walk(facts).steps()) {
            news |= learn(step.entry(), facts);
        }
        return news;
    }

    private boolean learn(Entry entry, Facts facts) {
        String id = entry.question().id();
        boolean closed = !entry.question().options().isEmpty() || branching(id);
        if (!closed && tried.merge(id, 1, Integer::sum) > ENOUGH) {
            return false;
        }
        List<Example> examples = completion.examples().of(entry, facts);
        if (examples.size() < 2) {
            return false;
        }
        Map<String, Map<String, List<String>>> asked = new LinkedHashMap<>();
        for (Example example : examples) {
            Facts changed = facts.with(entry.path(), Fact.typed(example.stored(), 1));
            asked.put(example.stored(), asked(changed, entry));
        }
        noteInfluence(entry.question().id(), asked.values());
        return split(entry.question().id(), asked);
    }

    private void noteInfluence(String question, Iterable<Map<String, List<String>>> asked) {
        Set<Map.Entry<String, List<String>>> some = new LinkedHashSet<>();
        Set<Map.Entry<String, List<String>>> all = new LinkedHashSet<>();
        boolean first = true;
        for (Map<String, List<String>> one : asked) {
            some.addAll(one.entrySet());
            if (first) {
                all.addAll(one.entrySet());
            }
            all.retainAll(one.entrySet());
            first = false;
        }
        some.removeAll(all);
        if (!some.isEmpty()) {
            Set<String> met = influence.computeIfAbsent(question, id -> new TreeSet<>());
            some.forEach(each -> met.add(each.getKey()));
        }
    }

    /** Parts what was held alike as far as it is not. */
    private boolean split(String question, Map<String, Map<String, List<String>>> asked) {
        Map<String, Integer> known = classes.computeIfAbsent(question, id -> new TreeMap<>());
        Map<Integer, Map<Map<String, List<String>>, Integer>> parts = new TreeMap<>();
        int free = known.values().stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
        boolean news = false;
        for (Map.Entry<String, Map<String, List<String>>> each : asked.entrySet()) {
            int held = known.getOrDefault(each.getKey(), 0);
            Map<Map<String, List<String>>, Integer> part =
                    parts.computeIfAbsent(held, id -> new LinkedHashMap<>());
            Integer to = part.get(each.getValue());
            if (to == null) {
                to = part.isEmpty() ? held : free++;
                part.put(each.getValue(), to);
            }
            news |= to != held;
            known.put(each.getKey(), to);
        }
        return news;
    }

    /** The other questions that are asked, and what each offers. */
    private Map<String, List<String>> asked(Facts facts, Entry but) {
        Scope outer = completion.examples().scope(facts);
        Map<String, List<String>> asked = new LinkedHashMap<>();
        for (Entry entry : filing.form().entries(facts, section -> true)) {
            Scope scope = entry.scope(outer);
            boolean other = !entry.path().equals(but.path());
            if (other && entry.question().relevant().test(scope)) {
                List<String> codes =
                        entry.question().offered(scope).stream().map(Option::code).toList();
                asked.put(entry.question().id(), codes);
            }
        }
        return asked;
    }

    /** Answers a question takes here that stand in none of the given ones. */
    List<Example> unseen(Entry entry, Facts facts, Set<String> seen) {
        List<Example> unseen = new ArrayList<>();
        for (Example example : completion.examples().of(entry, facts)) {
            if (!seen.contains(entry.question().id() + "=" + example.stored())) {
                unseen.add(example);
            }
        }
        return unseen;
    }
}
