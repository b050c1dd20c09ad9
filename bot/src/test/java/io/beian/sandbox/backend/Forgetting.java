package io.beian.sandbox.backend;

import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes a kept file one of an earlier version. */
final class Forgetting {

    private Forgetting() {}

    static void members(Path file, String... names) {
        JsonNode content = JsonMapper.shared().readTree(file.toFile());
        forget(content, List.of(names));
        AtomicFile.write(file, JsonMapper.shared().writeValueAsBytes(content));
    }

    private static void forget(JsonNode node, List<String> names) {
        if (node instanceof ObjectNode object) {
            object.remove(names);
        }
        node.forEach(child -> forget(child, names));
    }
}
