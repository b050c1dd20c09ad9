package io.beian.wording;

import io.beian.filing.IcpFiling;
import io.beian.form.Facts;
import io.beian.form.Option;
import io.beian.form.Question;
import io.beian.form.Question.Trait;
import io.beian.form.Section;
import io.beian.proof.Routes;
import io.beian.proof.Routes.Route;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Pages about the form that are read off the form: its diagram and the papers it asks for. */
final class FormPages {

    private static final String HOW =
            "<!-- Generated; `mvn test -pl templates -am -Dtest=FormPagesTest -Dbeian.docs=write"
                    + " -Dsurefire.failIfNoSpecifiedTests=false` writes it anew. -->\n\n";
    private static final int MOST_NAMED = 8;

    private final IcpFiling filing = new IcpFiling();
    private final Wording wording = new Wording();
    private final Routes routes = Routes.ofTheShippedForm();
    private final List<Route> all = new ArrayList<>();
    private final IdentityHashMap<Route, Set<String>> asked = new IdentityHashMap<>();

    FormPages() {
        all.addAll(routes.product());
        all.addAll(routes.single());
        all.forEach(route -> asked.put(route, routes.asked(route)));
    }

    /** The diagram and the table of conditions. */
    String form() {
        StringBuilder page = new StringBuilder("# The form\n\n" + HOW);
        page.append("Solid: the order of asking. Dotted: an answer decides whether the other");
        page.append(" question is asked or what it offers.\n\n```mermaid\nflowchart TD\n");
        filing.form().sections().forEach(section -> diagram(section, page));
        routes.influence()
                .forEach(
                        (from, to) ->
                                to.forEach(
                                        id ->
                                                page.append("  ")
                                                        .append(node(from))
                                                        .append(" -.-> ")
                                                        .append(node(id))
                                                        .append('\n')));
        page.append("```\n\n| question | id | asked |\n|---|---|---|\n");
        filing.form().questions().forEach(question -> row(question, page));
        return page.toString();
    }

    private void diagram(Section section, StringBuilder page) {
        page.append("  subgraph ").append("s_" + section.id());
        page.append("[\"").append(wording.section(section.id())).append("\"]\n");
        String before = "";
        for (Question<?> question : section.questions()) {
            page.append("    ").append(node(question.id()));
            page.append("[\"").append(label(question.id())).append("\"]\n");
            if (!before.isEmpty()) {
                page.append("    ").append(before).append(" --> ");
                page.append(node(question.id())).append('\n');
            }
            before = node(question.id());
        }
        page.append("  end\n");
    }

    private static String node(String id) {
        return id.replace(".*.", "_").replace('.', '_');
    }

    private String label(String id) {
        return wording.label(id).replaceAll("\\{\\w+}", "");
    }

    private void row(Question<?> question, StringBuilder page) {
        page.append("| ").append(label(question.id())).append(" | `").append(question.id());
        page.append("` | ").append(asked(question)).append(" |\n");
    }

    private String asked(Question<?> question) {
        if (question.has(Trait.ON_REQUEST)) {
            return "补充时";
        }
        boolean always = all.stream().allMatch(route -> on(route, question.id()));
        String when = always ? "总是" : conditions(question.id(), all, Set.of());
        return when + (question.has(Trait.OPTIONAL) ? "，可跳过" : "");
    }

    private boolean on(Route route, String id) {
        return asked.getOrDefault(route, Set.of()).contains(id);
    }

    /** The answers without which a question is never asked. */
    private String conditions(String id, List<Route> among, Set<String> but) {
        List<String> conditions = new ArrayList<>();
        for (String by : routes.branching()) {
            boolean depends = routes.influence().getOrDefault(by, Set.of()).contains(id);
            if (depends && !but.contains(by)) {
                Set<String> with = values(by, among, id, true);
                Set<String> seen = values(by, among, id, false);
                if (!with.containsAll(seen)) {
                    conditions.add(label(by) + "：" + named(with, seen));
                }
            }
        }
        return conditions.isEmpty() ? "视几项回答而定" : String.join("；", conditions);
    }

    private static String named(Set<String> with, Set<String> seen) {
        Set<String> without = new LinkedHashSet<>(seen);
        without.removeAll(with);
        if (with.size() > MOST_NAMED && without.size() <= MOST_NAMED) {
            return "除" + String.join("、", without) + "外";
        }
        return String.join("、", with);
    }

    /** Labels of the answers given to a question on some routes. */
    private Set<String> values(String by, List<Route> among, String id, boolean onlyWhereAsked) {
        Question<?> question =
                filing.form().questions().filter(q -> q.id().equals(by)).findFirst().orElseThrow();
        Set<String> codes = new TreeSet<>();
        for (Route route : among) {
            if (!onlyWhereAsked || on(route, id)) {
                codes.addAll(texts(route.facts(), by));
            }
        }
        Set<String> labels = new LinkedHashSet<>();
        for (String code : codes) {
            labels.add(
                    question.options().stream()
                            .filter(option -> option.code().equals(code))
                            .map(Option::label)
                            .findFirst()
                            .orElseGet(() -> question.key().kind().mask().apply(code)));
        }
        return labels;
    }

    private List<String> texts(Facts facts, String question) {
        return filing.form().entries(facts, section -> true).stream()
                .filter(entry -> entry.question().id().equals(question))
                .flatMap(entry -> facts.text(entry.path()).stream())
                .toList();
    }

    /** What each kind of sponsor has to hand in. */
    String documents() {
        return new DocumentsPage().page(HOW);
    }
}
