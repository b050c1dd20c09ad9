package io.beian.filing;

import io.beian.dialogue.Problem;
import io.beian.filing.Mention.Kind;
import io.beian.form.Facts;
import io.beian.form.Form;
import io.beian.order.Tsv;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reviewers' words led to the answers they are about. A field reason names its answer; a number of
 * the bureau's interface is looked up; free words are read by a table. What leads nowhere stays as
 * a reason without a field. Nothing is lost and the order is kept.
 */
public final class Reasons {

    /** Argument: key of the advice on a reason, such as {@code iface.1005}. */
    static final String ADVICE = "advice";

    /** Argument: what helps, one of the actions of {@link InterfaceCodes.Row}. */
    static final String ACTION = "action";

    /** The bureau's tags of fields, in small letters (icp-filing §2.1 to §2.3). */
    private static final Map<String, String> TAGS =
            Tsv.read(Reasons.class, "tags").rows().stream()
                    .collect(Collectors.toMap(row -> row.get(0), row -> row.get(1)));

    private final Targets targets;
    private final Set<Problem> mapped = new LinkedHashSet<>();

    private Reasons(Targets targets) {
        this.targets = targets;
    }

    /**
     * The reasons with their fields made concrete.
     *
     * @param raw as they came: with a path, a question id or a tag of the bureau as field, or with
     *     a number of the interface as code, or with a text alone
     */
    public static List<Problem> mapped(Form form, Facts facts, List<Problem> raw, LocalDate today) {
        Reasons reasons = new Reasons(new Targets(form, facts, today));
        raw.forEach(reasons::one);
        return List.copyOf(reasons.mapped);
    }

    /** Every key of advice a reason may come with; each has a sentence in the wording. */
    public static Set<String> adviceKeys() {
        return Stream.concat(
                        InterfaceCodes.all().values().stream().map(InterfaceCodes.Row::advice),
                        OpinionTable.rows().stream().map(OpinionTable.Row::advice))
                .filter(key -> !key.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void one(Problem raw) {
        List<String> paths = raw.field().isBlank() ? List.of() : named(raw.field());
        if (!paths.isEmpty()) {
            Map<String, String> advice =
                    InterfaceCodes.find(raw.code())
                            .filter(row -> !row.advice().isEmpty())
                            .map(row -> Map.of(ADVICE, row.advice()))
                            .orElse(Map.of());
            paths.forEach(path -> put(raw, path, raw.text(), advice));
        } else {
            InterfaceCodes.find(raw.code())
                    .ifPresentOrElse(row -> number(raw, row), () -> words(raw));
        }
    }

    private List<String> named(String field) {
        List<String> paths = targets.field(field);
        return paths.isEmpty() ? tagged(field.strip().toLowerCase(Locale.ROOT)) : paths;
    }

    /** Zt_ is the sponsor's part of the bureau's record, Wz_ a site's. */
    private List<String> tagged(String tag) {
        boolean site = tag.startsWith("wz_");
        boolean sponsor = tag.startsWith("zt_");
        String bare = site || sponsor ? tag.substring(3) : tag;
        String target = TAGS.getOrDefault(tag, TAGS.getOrDefault(bare, ""));
        if (target.isEmpty()) {
            return List.of();
        }
        List<String> people =
                site
                        ? targets.responsible(List.of())
                        : sponsor ? List.of(Situation.PRINCIPAL) : List.of();
        return targets.paths(target, new Whom(people, List.of()));
    }

    private void number(Problem raw, InterfaceCodes.Row row) {
        if (row.action().equals(InterfaceCodes.RETRY)) {
            return;
        }
        boolean silent = row.targets().isEmpty() && row.advice().isEmpty();
        boolean opinion = row.action().equals(InterfaceCodes.FIELD) && row.targets().isEmpty();
        if ((silent || opinion) && !raw.text().isBlank()) {
            words(raw);
            return;
        }
        Map<String, String> args = new HashMap<>();
        if (!row.advice().isEmpty()) {
            args.put(ADVICE, row.advice());
        }
        List<String> paths = opened(raw, row);
        boolean none = paths.isEmpty() && row.action().equals(InterfaceCodes.FIELD);
        args.put(ACTION, none && !opinion ? InterfaceCodes.STAFF : row.action());
        if (paths.isEmpty() && !silent) {
            put(raw, "", raw.text(), args);
        }
        paths.forEach(path -> put(raw, path, raw.text(), args));
    }

    /** What the bureau writes beside a number may name the site. */
    private List<String> opened(Problem raw, InterfaceCodes.Row row) {
        String text = Opinion.cut(raw.text());
        List<Mention> mentions = Mention.in(text, targets.now());
        Predicate<Mention> site = mention -> mention.kind() == Kind.SITE;
        List<String> sites = mentions.stream().filter(site).map(Mention::of).distinct().toList();
        return row.targets().isEmpty()
                ? List.of()
                : targets.paths(row.targets(), new Whom(List.of(), sites));
    }

    private void words(Problem raw) {
        if (raw.text().isBlank()) {
            put(raw, "", raw.text(), Map.of(ACTION, InterfaceCodes.STAFF));
            return;
        }
        for (Reading.Said said : new Reading(targets).of(raw.text())) {
            Map<String, String> args = new HashMap<>();
            if (!said.advice().isEmpty()) {
                args.put(ADVICE, said.advice());
            }
            if (!said.path().isEmpty()) {
                boolean frozen = targets.frozen(said.path());
                args.put(ACTION, frozen ? InterfaceCodes.MATCH : InterfaceCodes.FIELD);
            }
            put(raw, said.path(), said.text(), args);
        }
    }

    private void put(Problem raw, String path, String text, Map<String, String> more) {
        Map<String, String> args = new HashMap<>(more);
        args.putAll(raw.args());
        mapped.add(new Problem(path, raw.code(), text, raw.blocking(), args));
    }
}
