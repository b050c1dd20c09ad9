package io.beian.sandbox.desk;

import io.beian.dialogue.CheckList;
import io.beian.dialogue.Procedure;
import io.beian.filing.Keys;
import io.beian.form.Fact;
import io.beian.form.Facts;
import io.beian.form.Question;
import io.beian.form.Scope;
import io.beian.wording.Wording;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What filers call the answer at a path, and how they read a code. */
final class Labels {

    private static final Pattern SITE = Pattern.compile("^" + Keys.SITE + "\\.(\\w+)\\..*");

    private final Map<String, Question<?>> byId = new HashMap<>();
    private final Wording wording;

    /** Without a form, the answers to its questions are shown as they are. */
    Labels(Optional<Procedure> procedure, Wording wording) {
        this.wording = wording;
        procedure.ifPresent(
                known -> known.form().questions().forEach(each -> byId.put(each.id(), each)));
    }

    String of(String path) {
        String id = Keys.question(path);
        return question(path)
                .map(question -> question.names().get(0))
                .orElseGet(() -> wording.named(id) ? wording.label(id) : path);
    }

    /** Whether a filer can be asked to mend it: what the match was made with stands. */
    boolean mends(String path) {
        return byId.isEmpty() || question(path).isPresent();
    }

    /**
     * The reviewer sees answers in full, and codes as the words they stand for.
     *
     * @param fields all of the order: what a code stands for may depend on them
     */
    String value(String path, String text, Map<String, String> fields) {
        return question(path)
                .map(question -> CheckList.words(question, text, scope(path, fields)))
                .or(() -> Keys.told(path, text))
                .orElse(text);
    }

    private static Scope scope(String path, Map<String, String> fields) {
        Map<String, Fact> facts = new HashMap<>();
        fields.forEach((each, text) -> facts.put(each, Fact.typed(text, 1)));
        String sites =
                fields.keySet().stream()
                        .flatMap(each -> site(each).stream())
                        .distinct()
                        .collect(Collectors.joining(" "));
        facts.put(Keys.SITE, Fact.system(sites, 1));
        return new Scope(new Facts(facts), site(path), LocalDate.EPOCH);
    }

    private static Optional<String> site(String path) {
        Matcher found = SITE.matcher(path);
        return found.matches() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private Optional<Question<?>> question(String path) {
        return Optional.ofNullable(byId.get(Keys.question(path)));
    }
}
