package io.beian.proof;

import io.beian.filing.Filing;
import io.beian.filing.IcpFiling;
import io.beian.form.Answer;
import io.beian.form.Facts;
import io.beian.form.Parsed;
import io.beian.form.Scope;
import io.beian.form.Step;
import io.beian.proof.Examples.Example;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Every way through the form: the product of all answers on which other questions depend, walked
 * depth first, everything else answered by an example. Answers that make no difference to what is
 * asked count as one in the product; each of them still stands in one route of its own.
 */
public final class Routes {

    /** A form that asks more than this has a loop. */
    private static final int MOST_STEPS = 400;

    /** So many routes are searched for differences in one round; they are spread evenly. */
    private static final int LEARNT_FROM = 120;

    private final IcpFiling filing = new IcpFiling();
    private final Completion completion = new Completion(filing);
    private final Branches branches = new Branches(filing, completion);
    private final List<String> deadEnds = new ArrayList<>();
    private final List<Route> product = new ArrayList<>();
    private final List<Route> single = new ArrayList<>();

    /**
     * One way through the form.
     *
     * @param choices the answers that made a difference, by path
     */
    public record Route(
            String world, Map<String, String> choices, Facts facts, Optional<Filing> filing) {

        @Override
        public String toString() {
            return world + choices;
        }
    }

    private Routes() {}

    /** All routes of the shipped form; found once, which takes some seconds. */
    public static Routes ofTheShippedForm() {
        return Shipped.ROUTES;
    }

    private static final class Shipped {
        static final Routes ROUTES = find();
    }

    private static Routes find() {
        Routes routes = new Routes();
        do {
            routes.product.clear();
            routes.single.clear();
            routes.deadEnds.clear();
            for (World world : World.ALL) {
                routes.explore(world, world.begin(routes.filing), Map.of(), 0);
            }
            routes.everySingleAnswer();
        } while (routes.learnt());
        return routes;
    }

    public List<Route> product() {
        return List.copyOf(product);
    }

    /** For every answer that ships and stands in no route of the product, a route with it. */
    public List<Route> single() {
        return List.copyOf(single);
    }

    /** Where an honest filer would have been stuck. */
    public List<String> deadEnds() {
        return List.copyOf(deadEnds);
    }

    /** The questions others depend on, with those that depend on them. */
    public Map<String, Set<String>> influence() {
        return branches.influence();
    }

    public Set<String> branching() {
        return branches.questions();
    }

    /** Whether two answers to a question never made a difference to what else is asked. */
    public boolean alike(String question, String one, String other) {
        return branches.classOf(question, one) == branches.classOf(question, other);
    }

    /** Ids of the questions that are asked on a route, whether by themselves or on request. */
    public Set<String> asked(Route route) {
        return completion.walk(route.facts()).steps().stream()
                .map(step -> step.entry().question().id())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean learnt() {
        int every = Math.max(1, product.size() / LEARNT_FROM);
        boolean news = false;
        for (int i = 0; i < product.size(); i += every) {
            news |= branches.learn(product.get(i).facts());
        }
        for (Route route : single) {
            news |= branches.learn(route.facts());
        }
        return news;
    }

    private void explore(World world, Facts from, Map<String, String> choices, int depth) {
        Facts facts = from;
        for (int steps = depth; steps < MOST_STEPS; steps++) {
            Filled filled = fill(world, facts);
            facts = filled.facts();
            if (filled.fork().isPresent()) {
                fork(world, facts, filled.fork().get(), choices, steps + 1);
                return;
            }
            if (completion.finished(facts)) {
                product.add(route(world.name(), choices, facts));
                return;
            }
            Optional<Facts> further = further(facts);
            if (further.isEmpty()) {
                deadEnds.add(world.name() + choices + " at " + stuck(facts));
                return;
            }
            facts = further.get();
        }
        deadEnds.add(world.name() + choices + " goes round in circles at " + stuck(facts));
    }

    private List<String> stuck(Facts facts) {
        List<String> stuck = new ArrayList<>();
        completion.walk(facts).steps().stream()
                .filter(step -> !step.done())
                .forEach(step -> stuck.add(step.path() + " " + step.state()));
        completion.examples().blocking(facts).forEach(problem -> stuck.add(problem.toString()));
        return stuck;
    }

    private Route route(String world, Map<String, String> choices, Facts facts) {
        return new Route(world, choices, facts, filing.complete(facts, Completion.TODAY));
    }

    /** Matching, or another answer where one stands in the way of the order. */
    private Optional<Facts> further(Facts facts) {
        Optional<Step> open = completion.open(facts);
        if (open.isEmpty()) {
            return Completion.matched(facts) ? Optional.empty() : completion.match(facts);
        }
        return completion
                .examples()
                .fitting(open.get().entry(), facts)
                .map(example -> Completion.answered(facts, open.get(), example.stored()));
    }

    private void fork(World world, Facts facts, Step fork, Map<String, String> choices, int depth) {
        List<Example> ways = branches.representatives(fork.entry(), facts);
        if (ways.isEmpty()) {
            deadEnds.add(world.name() + choices + " no example fits " + fork.path());
        }
        for (Example way : ways) {
            Map<String, String> more = new LinkedHashMap<>(choices);
            more.put(fork.path(), way.stored());
            explore(world, Completion.answered(facts, fork, way.stored()), more, depth);
        }
    }

    /** Answers up to the next question at which ways part. */
    private record Filled(Facts facts, Optional<Step> fork) {}

    private Filled fill(World world, Facts from) {
        Facts facts = from;
        for (Step step : completion.walk(from).steps()) {
            if (step.done()) {
                continue;
            }
            Optional<String> said = said(world, step, facts);
            boolean parting = world.sites() == 1 && said.isEmpty();
            if (parting && branches.branching(step.entry().question().id())) {
                return new Filled(facts, Optional.of(step));
            }
            Facts known = facts;
            Optional<String> answer =
                    said.or(() -> completion.honest(step.entry(), known).map(Example::stored));
            if (answer.isEmpty()) {
                return new Filled(facts, Optional.empty());
            }
            facts = Completion.answered(facts, step, answer.get());
            if (said.isPresent()) {
                return fill(world, facts);
            }
        }
        return new Filled(facts, Optional.empty());
    }

    private Optional<String> said(World world, Step step, Facts facts) {
        return Optional.ofNullable(world.answers().get(step.path()))
                .map(text -> step.entry().parse(new Answer.Text(text), scope(facts)))
                .flatMap(
                        parsed ->
                                parsed instanceof Parsed.Accepted ok
                                        ? Optional.of(ok.text())
                                        : Optional.empty());
    }

    private Scope scope(Facts facts) {
        return completion.examples().scope(facts);
    }

    /** Puts every answer nobody gave yet into a route that takes it. */
    private void everySingleAnswer() {
        Set<String> seen = new HashSet<>();
        product.forEach(route -> given(route).forEach(seen::add));
        for (Route route : product) {
            for (Step step : completion.walk(route.facts()).steps()) {
                boolean free =
                        world(route).sites() == 1
                                && !world(route).answers().containsKey(step.path());
                if (free) {
                    branches.unseen(step.entry(), route.facts(), seen)
                            .forEach(example -> with(route, step, example, seen));
                }
            }
        }
    }

    private List<String> given(Route route) {
        return completion.walk(route.facts()).steps().stream()
                .flatMap(
                        step ->
                                route.facts().text(step.path()).stream()
                                        .map(text -> step.entry().question().id() + "=" + text))
                .toList();
    }

    private static World world(Route route) {
        return World.ALL.stream()
                .filter(world -> world.name().equals(route.world()))
                .findFirst()
                .orElseThrow();
    }

    private void with(Route route, Step step, Example example, Set<String> seen) {
        seen.add(step.entry().question().id() + "=" + example.stored());
        Facts facts = Completion.answered(route.facts(), step, example.stored());
        Map<String, String> choices = Map.of(step.path(), example.stored());
        for (int i = 0; i < MOST_STEPS; i++) {
            facts = fill(world(route), facts).facts();
            if (completion.finished(facts)) {
                single.add(route(route.world(), choices, facts));
                return;
            }
            Optional<Facts> further = further(facts);
            if (further.isEmpty()) {
                break;
            }
            facts = further.get();
        }
        deadEnds.add(route.world() + choices + " alone at " + stuck(facts));
    }
}
