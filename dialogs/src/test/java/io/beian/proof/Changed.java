package io.beian.proof;

import io.beian.dialogue.Line;
import io.beian.dialogue.Problem;
import io.beian.dialogue.Procedure;
import io.beian.dialogue.Query;
import io.beian.filing.IcpFiling;
import io.beian.form.Facts;
import io.beian.form.Form;
import io.beian.form.Key;
import io.beian.form.Parsed;
import io.beian.form.Parser;
import io.beian.form.Question;
import io.beian.form.Question.Trait;
import io.beian.form.Scope;
import io.beian.form.Section;
import io.beian.form.Sensitivity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** The shipped filing with another form, as the next release might have it. */
final class Changed implements Procedure {

    private static final String REFUSAL = "tightened";

    private final IcpFiling shipped;
    private final Set<String> inserted = new LinkedHashSet<>();
    private final Set<String> removed = new LinkedHashSet<>();
    private final Set<String> tightened = new LinkedHashSet<>();
    private final Map<String, String> aliases = new LinkedHashMap<>();
    private Form form;

    Changed(IcpFiling shipped) {
        this.shipped = shipped;
        this.form = shipped.form();
    }

    @Override
    public List<String> names(Facts facts) {
        return shipped.names(facts);
    }

    @Override
    public String title(Facts facts) {
        return shipped.title(facts);
    }

    @Override
    public Optional<Query> query(String text) {
        return shipped.query(text);
    }

    @Override
    public Facts domainsOf(Facts facts, long turn) {
        return shipped.domainsOf(facts, turn);
    }

    @Override
    public Facts known(List<String> domains, long turn) {
        return shipped.known(domains, turn);
    }

    /** How a form is changed. */
    enum Way {
        INSERT,
        REMOVE,
        RENAME,
        REORDER,
        TIGHTEN
    }

    Set<String> inserted() {
        return inserted;
    }

    Set<String> removed() {
        return removed;
    }

    Set<String> tightened() {
        return tightened;
    }

    Changed change(Way way, int number) {
        List<Question<?>> all = form.questions().toList();
        Question<?> chosen = all.get(number % all.size());
        List<Section> sections = new ArrayList<>();
        for (Section section : form.sections()) {
            List<Question<?>> questions = new ArrayList<>(section.questions());
            int at = questions.indexOf(chosen);
            if (at >= 0) {
                change(way, number, questions, at);
            }
            if (way == Way.RENAME) {
                questions.replaceAll(this::reading);
            }
            sections.add(
                    new Section(
                            section.id(),
                            section.stage(),
                            section.group(),
                            List.copyOf(questions)));
        }
        form = new Form(List.copyOf(sections), Map.copyOf(aliases));
        return this;
    }

    private void change(Way way, int number, List<Question<?>> questions, int at) {
        Question<?> here = questions.get(at);
        switch (way) {
            case INSERT -> questions.add(at, inserted(here));
            case REMOVE -> {
                // A group without the question its records are opened by is no group.
                if (!here.has(Trait.OPENS_RECORDS)) {
                    questions.remove(at);
                    removed.add(here.id());
                }
            }
            case RENAME -> {
                if (!here.id().endsWith("Renamed")) {
                    questions.set(at, renamed(here));
                }
            }
            case REORDER -> Collections.shuffle(questions, new Random(number));
            case TIGHTEN -> questions.set(at, tightened(here));
        }
    }

    private Question<?> inserted(Question<?> before) {
        String id =
                before.key().group().map(group -> group + ".*.").orElse("")
                        + "added."
                        + (inserted.size() + 1);
        inserted.add(id);
        return Question.ask(
                        Key.text(id),
                        Sensitivity.OPEN,
                        (answer, scope) -> new Parsed.Accepted("anything"))
                .named("新增" + inserted.size())
                .takes("anything");
    }

    private static <T> Question<T> copy(Question<T> from, Key<T> key, Parser parser) {
        return new Question<>(
                key,
                parser,
                from.sensitivity(),
                from.relevant(),
                from.choices(),
                from.samples(),
                from.traits(),
                from.manner());
    }

    private <T> Question<T> renamed(Question<T> from) {
        String id = from.id() + "Renamed";
        aliases.replaceAll((old, now) -> now.equals(from.id()) ? id : now);
        aliases.put(from.id(), id);
        return copy(from, new Key<>(id, from.key().kind()), from.parser());
    }

    /** A question that looks at renamed answers, as a real rename makes those do that depend. */
    private <T> Question<T> reading(Question<T> from) {
        Map<String, String> known = Map.copyOf(aliases);
        Question.Choices choices = from.choices();
        Question.Manner manner = from.manner();
        return new Question<>(
                from.key(),
                (answer, scope) -> from.parser().parse(answer, back(scope, known)),
                from.sensitivity(),
                scope -> from.relevant().test(back(scope, known)),
                new Question.Choices(
                        choices.all(),
                        scope -> choices.offered().apply(back(scope, known)),
                        scope -> choices.suggested().apply(back(scope, known))),
                from.samples(),
                from.traits(),
                new Question.Manner(
                        (text, scope) -> manner.masking().apply(text, back(scope, known)),
                        scope -> manner.voice().apply(back(scope, known)),
                        scope -> manner.hints().apply(back(scope, known)),
                        scope -> manner.unless().apply(back(scope, known))));
    }

    private static Scope back(Scope scope, Map<String, String> known) {
        Facts facts = scope.facts();
        for (String path : scope.facts().byPath().keySet()) {
            for (Map.Entry<String, String> alias : known.entrySet()) {
                String[] now = alias.getValue().split("\\*", 2);
                boolean same =
                        now.length == 1
                                ? path.equals(now[0])
                                : path.startsWith(now[0]) && path.endsWith(now[1]);
                if (same) {
                    String old = path.substring(0, path.length() - "Renamed".length());
                    facts = facts.with(old, scope.facts().at(path).orElseThrow());
                }
            }
        }
        return new Scope(facts, scope.instance(), scope.today());
    }

    private <T> Question<T> tightened(Question<T> from) {
        if (from.has(Trait.PICTURE)) {
            return from;
        }
        tightened.add(from.id());
        return copy(from, from.key(), (answer, scope) -> new Parsed.Refused(REFUSAL));
    }

    @Override
    public Form form() {
        return form;
    }

    @Override
    public Facts begin(long turn) {
        return shipped.begin(turn);
    }

    @Override
    public Match match(Facts facts, Map<String, String> found, LocalDate today, long turn) {
        return shipped.match(facts, found, today, turn);
    }

    @Override
    public Optional<Facts> withOldCertificate(Facts facts, long turn) {
        return shipped.withOldCertificate(facts, turn);
    }

    @Override
    public Facts noted(Facts facts, Map<String, String> found, long turn) {
        return shipped.noted(facts, found, turn);
    }

    @Override
    public List<String> unchecked(Facts facts) {
        return shipped.unchecked(facts);
    }

    @Override
    public Optional<String> exclusive(Facts facts) {
        return shipped.exclusive(facts);
    }

    @Override
    public Line leadingOn(Facts dropped) {
        return shipped.leadingOn(dropped);
    }

    @Override
    public boolean changeable(Facts facts, String path) {
        return shipped.changeable(facts, path);
    }

    @Override
    public List<Problem> problems(Facts facts, LocalDate today) {
        return shipped.problems(facts, today);
    }
}
