package io.beian.sandbox.desk;

import io.beian.dialogue.Procedure;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What filers call the answer at a path. */
final class Labels {

    private static final Pattern IN_GROUP = Pattern.compile("^([^.]+)\\.[^.]+\\.");

    private final Map<String, String> byId = new HashMap<>();

    /** Without a form, paths are their own labels. */
    Labels(Optional<Procedure> procedure) {
        procedure.ifPresent(
                known ->
                        known.form()
                                .questions()
                                .forEach(each -> byId.put(each.id(), each.names().get(0))));
    }

    String of(String path) {
        String id = byId.containsKey(path) ? path : IN_GROUP.matcher(path).replaceFirst("$1.*.");
        return byId.getOrDefault(id, path);
    }
}
