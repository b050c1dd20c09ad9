package io.beian.wording;

import io.beian.filing.IcpFiling;
import io.beian.form.Fact;
import io.beian.form.Facts;
import io.beian.form.Option;
import io.beian.form.Question;
import io.beian.form.Question.Trait;
import io.beian.form.Scope;
import io.beian.value.Province;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The papers each kind of sponsor hands in, found by trying every case the papers depend on. */
final class DocumentsPage {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final int MOST_NAMED = 14;

    private final IcpFiling filing = new IcpFiling();
    private final Wording wording = new Wording();
    private final List<Question<?>> papers =
            filing.form().questions().filter(q -> q.has(Trait.PICTURE)).toList();

    /** One answer of a case: what it is called and the facts it stands for. */
    private record Value(String label, Map<String, String> facts) {
        static Value of(String label, String path, String text) {
            return new Value(label, Map.of(path, text));
        }
    }

    /** Labels of the answers by what they are about. */
    private record Case(Map<String, String> labels, Map<String, String> facts) {
        Case with(String about, Value value) {
            Map<String, String> names = new LinkedHashMap<>(labels);
            names.put(about, value.label());
            Map<String, String> all = new HashMap<>(facts);
            all.putAll(value.facts());
            return new Case(names, all);
        }
    }

    String page(String how) {
        StringBuilder page = new StringBuilder("# Documents by nature of the sponsor\n\n" + how);
        page.append("● always, ○ under the conditions below, – never.\n\n| 单位性质 |");
        papers.forEach(paper -> page.append(' ').append(label(paper)).append(" |"));
        page.append("\n|---|").append("---|".repeat(papers.size())).append('\n');
        Map<String, Map<String, List<String>>> reasons = new LinkedHashMap<>();
        for (Option nature : question("sponsor.nature").options()) {
            List<Case> cases = cases(nature);
            page.append("| ").append(nature.label()).append(" |");
            for (Question<?> paper : papers) {
                page.append(' ').append(mark(paper, nature, cases, reasons)).append(" |");
            }
            page.append('\n');
        }
        page.append("\n## Conditions\n\n");
        reasons.forEach((paper, why) -> reason(page, paper, why));
        return page.toString();
    }

    private static void reason(
            StringBuilder page, String paper, Map<String, List<String>> natures) {
        page.append("- ").append(paper).append('\n');
        natures.forEach(
                (why, who) -> {
                    page.append("  - ").append(why);
                    page.append(natures.size() > 1 ? "（" + String.join("、", who) + "）" : "");
                    page.append('\n');
                });
    }

    private String label(Question<?> paper) {
        return wording.label(paper.id() + "@unit");
    }

    private Question<?> question(String id) {
        return filing.form().questions().filter(q -> q.id().equals(id)).findFirst().orElseThrow();
    }

    private String mark(
            Question<?> paper,
            Option nature,
            List<Case> cases,
            Map<String, Map<String, List<String>>> reasons) {
        if (paper.has(Trait.ON_REQUEST)) {
            return "补充";
        }
        List<Case> wanted = cases.stream().filter(one -> wanted(paper, one)).toList();
        if (wanted.isEmpty()) {
            return "–";
        }
        if (wanted.size() == cases.size()) {
            return "●";
        }
        String why = conditions(wanted, cases) + (paper.has(Trait.OPTIONAL) ? "；可跳过" : "");
        reasons.computeIfAbsent(label(paper), id -> new LinkedHashMap<>())
                .computeIfAbsent(why, id -> new ArrayList<>())
                .add(nature.label());
        return "○";
    }

    private boolean wanted(Question<?> paper, Case one) {
        Map<String, Fact> facts = new HashMap<>();
        one.facts().forEach((path, text) -> facts.put(path, Fact.typed(text, 1)));
        Scope outer = new Scope(new Facts(facts), Optional.empty(), DAY);
        Optional<String> site = paper.key().group().map(group -> "s1");
        Scope scope = new Scope(outer.facts(), site, DAY);
        return paper.relevant().test(scope);
    }

    /** What all cases that want a paper have in common and some others have not. */
    private static String conditions(List<Case> wanted, List<Case> all) {
        List<String> conditions = new ArrayList<>();
        for (String about : all.get(0).labels().keySet()) {
            Set<String> with = labels(wanted, about);
            Set<String> without = new LinkedHashSet<>(labels(all, about));
            without.removeAll(with);
            if (!without.isEmpty()) {
                boolean many = with.size() > MOST_NAMED && without.size() < with.size();
                conditions.add(about + "：" + (many ? "除" + names(without) + "外" : names(with)));
            }
        }
        return String.join("；", conditions);
    }

    private static String names(Set<String> names) {
        return String.join("、", names);
    }

    private static Set<String> labels(List<Case> cases, String about) {
        return cases.stream()
                .map(one -> one.labels().getOrDefault(about, ""))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Every combination of the answers papers depend on. */
    private List<Case> cases(Option nature) {
        boolean individual = nature.code().equals("5");
        List<Case> cases =
                List.of(new Case(Map.of(), Map.of("sponsor.nature", nature.code(), "site", "s1")));
        for (Map.Entry<String, List<Value>> about : answers(individual).entrySet()) {
            cases =
                    cases.stream()
                            .flatMap(
                                    one ->
                                            about.getValue().stream()
                                                    .map(value -> one.with(about.getKey(), value)))
                            .toList();
        }
        return cases;
    }

    private Map<String, List<Value>> answers(boolean individual) {
        Map<String, List<Value>> answers = new LinkedHashMap<>();
        answers.put("省份", provinces(individual));
        if (individual) {
            answers.put("证件", options("sponsor.certType", List.of("2", "14", "7")));
        } else {
            answers.put("主体负责人", options("sponsor.person.legal", List.of("yes", "no")));
            answers.put("主体负责人证件", cards("sponsor.person.certType"));
            answers.put("网站负责人", options("site.*.person.same", List.of("same", "other")));
            answers.put("网站负责人证件", cards("site.s1.person.certType"));
        }
        answers.put(
                "前置审批",
                List.of(
                        Value.of("不涉及", "site.s1.preApproval", "0"),
                        Value.of("涉及", "site.s1.preApproval", "1")));
        answers.put("网站数", IntStream.of(1, 5, 6, 10, 30, 35).mapToObj(this::sites).toList());
        return answers;
    }

    private Value sites(int count) {
        String ids =
                IntStream.rangeClosed(1, count)
                        .mapToObj(n -> "s" + n)
                        .collect(Collectors.joining(" "));
        return Value.of(Integer.toString(count), "site", ids);
    }

    /** An individual's card is issued by the province or by another one. */
    private static List<Value> provinces(boolean individual) {
        return Arrays.stream(Province.values())
                .flatMap(
                        province ->
                                individual
                                        ? List.of(
                                                province(province, "", province.code()),
                                                province(province, "（外省身份证）", "990000"))
                                                .stream()
                                        : List.of(province(province, "", province.code())).stream())
                .toList();
    }

    private static Value province(Province province, String card, String issued) {
        return new Value(
                province.shortName() + card,
                Map.of(
                        "sponsor.province",
                        province.code(),
                        "sponsor.certNo",
                        issued.substring(0, 2) + "0101199003070011"));
    }

    /** Only a passport has no second side. */
    private static List<Value> cards(String path) {
        return List.of(Value.of("有两面的", path, "2"), Value.of("护照", path, "7"));
    }

    private List<Value> options(String id, List<String> codes) {
        return question(id).options().stream()
                .filter(option -> codes.contains(option.code()))
                .map(option -> Value.of(option.label(), id.replace("*", "s1"), option.code()))
                .toList();
    }
}
