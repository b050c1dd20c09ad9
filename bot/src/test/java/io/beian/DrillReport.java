package io.beian;

import io.beian.redis.Keys;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Range;
import org.springframework.data.redis.core.StringRedisTemplate;
import tools.jackson.databind.JsonNode;

/** What every filer was told, held against what is stored and what the backend has. */
final class DrillReport {

    private static final Keys KEYS = new Keys(4);
    private static final Pattern MISFIT =
            Pattern.compile("outcome=(refused|notMine|stale|proposed)");
    private static final Pattern SAID =
            Pattern.compile("outcome=(accepted|command|crossed|refused|notMine)");

    private final DrillStage stage;
    private final List<String> wrong = new ArrayList<>();
    private final List<String> doubled = new ArrayList<>();
    private final Map<String, String> untold = new TreeMap<>();
    private final int people;
    private int answers;
    private int orders;

    DrillReport(DrillStage stage, Collection<DrillFiler> filers) {
        this.stage = stage;
        this.people = filers.size();
        for (JsonNode row : stage.backend().get("/sandbox/desk/api/orders").values()) {
            String number = row.path("number").asString();
            orders++;
            String earlier = untold.put(fields(number).get("sponsor.certNo"), number);
            if (earlier != null) {
                doubled.add(earlier + " and " + number);
            }
        }
        for (DrillFiler filer : filers) {
            answers += filer.acknowledged();
            List<String> findings = new ArrayList<>(filer.wrong());
            compare(filer, untold.remove(filer.code()), findings);
            findings.forEach(each -> wrong.add(filer.openid() + ": " + each));
        }
    }

    /** Answers that were lost, taken twice, or arrived otherwise than they were told. */
    List<String> wrong() {
        return wrong;
    }

    /** Orders of one sponsor that should be one. */
    List<String> doubled() {
        return doubled;
    }

    /** Orders by sponsor that no filer was told of. */
    Map<String, String> untold() {
        return untold;
    }

    @Override
    public String toString() {
        return "killed %s; %d people, %d answers acknowledged, %d orders%n"
                        .formatted(stage.killed(), people, answers, orders)
                + "orders doubled %d, orders nobody was told of %d, answers lost, doubled or wrong %d"
                        .formatted(doubled.size(), untold.size(), wrong.size());
    }

    private void compare(DrillFiler filer, @Nullable String order, List<String> findings) {
        findings.addAll(amiss(filer));
        if (!filer.finished()) {
            compareUnfinished(filer, findings);
            return;
        }
        if (!filer.orders().equals(Set.of(String.valueOf(order)))) {
            findings.add("told of " + filer.orders() + ", there is " + order);
        }
        JsonNode stored = stage.snapshot(filer.openid());
        if (!stored.path("order").path("number").asString("").equals(order)) {
            findings.add("stored is " + stored.path("order"));
        }
        if (order == null) {
            return;
        }
        Map<String, String> fields = fields(order);
        filer.told()
                .forEach(
                        (path, answers) -> {
                            if (!answers.contains(fields.get(path))) {
                                findings.add(path + " arrived otherwise");
                            }
                        });
        if (!fields.containsValue(filer.domain())) {
            findings.add("the domain did not arrive");
        }
    }

    /** Without an order there are the masked answers. */
    private void compareUnfinished(DrillFiler filer, List<String> findings) {
        JsonNode stored = stage.snapshot(filer.openid());
        String asks = stored.path("asks").asString("").replaceFirst("^site\\.s\\d+\\.", "site.*.");
        if (filer.open().filter(asks::equals).isEmpty()) {
            findings.add("told that " + filer.open() + " is open, stored is " + asks);
        }
        filer.told()
                .forEach(
                        (path, answers) -> {
                            String masked = stored.path("facts").path(path).asString("");
                            if (answers.stream().noneMatch(seen(masked).asMatchPredicate())) {
                                findings.add(path + " is stored as " + masked);
                            }
                        });
    }

    private static Pattern seen(String masked) {
        return Pattern.compile(
                Arrays.stream(masked.split("\\*+", -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining(".*")));
    }

    private Map<String, String> fields(String order) {
        Map<String, String> fields = new TreeMap<>();
        stage.backend()
                .get("/sandbox/desk/api/orders/" + order)
                .path("fields")
                .values()
                .forEach(
                        field ->
                                fields.put(
                                        field.path("path").asString(),
                                        field.path("value").asString()));
        return fields;
    }

    /** Turns of somebody who only ever says what fits that did not fit or came a second time. */
    private List<String> amiss(DrillFiler filer) {
        List<String> turns =
                new StringRedisTemplate(stage.redis().connections())
                        .opsForStream().range(KEYS.log(filer.openid()), Range.unbounded()).stream()
                                .map(entry -> String.valueOf(entry.getValue().get("line")))
                                .toList();
        List<String> accepted =
                turns.stream()
                        .filter(line -> line.contains("outcome=accepted"))
                        .map(line -> line.replaceAll(".*asked=(\\S+) .*", "$1"))
                        .toList();
        List<String> amiss = new ArrayList<>(turns.stream().filter(MISFIT.asPredicate()).toList());
        if (accepted.stream().distinct().count() < accepted.size()) {
            amiss.add("accepted twice: " + accepted);
        }
        long taken = turns.stream().filter(SAID.asPredicate()).count();
        if (taken > filer.said()) {
            amiss.add(taken + " turns for " + filer.said() + " texts");
        }
        return amiss;
    }
}
