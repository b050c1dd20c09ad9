package io.beian.sandbox.desk;

import io.beian.dialogue.Procedure;
import io.beian.form.Option;
import io.beian.form.Question;
import io.beian.form.Sensitivity;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What filers call the answer at a path, and how they read a code. */
final class Labels {

    private static final Pattern IN_GROUP = Pattern.compile("^([^.]+)\\.[^.]+\\.");

    private final Map<String, Question<?>> byId = new HashMap<>();

    /** Without a form, paths are their own labels. */
    Labels(Optional<Procedure> procedure) {
        procedure.ifPresent(
                known -> known.form().questions().forEach(each -> byId.put(each.id(), each)));
    }

    String of(String path) {
        return question(path).map(question -> question.names().get(0)).orElse(path);
    }

    /** The reviewer sees answers in full, and codes as the words they stand for. */
    String value(String path, String text) {
        return question(path)
                .filter(question -> question.sensitivity() == Sensitivity.OPEN)
                .map(question -> words(question, text))
                .orElse(text);
    }

    private static String words(Question<?> question, String text) {
        return question.options().stream()
                .filter(option -> option.code().equals(text))
                .map(Option::label)
                .findFirst()
                .orElseGet(() -> question.key().kind().mask().apply(text));
    }

    private Optional<Question<?>> question(String path) {
        String id = byId.containsKey(path) ? path : IN_GROUP.matcher(path).replaceFirst("$1.*.");
        return Optional.ofNullable(byId.get(id));
    }
}
