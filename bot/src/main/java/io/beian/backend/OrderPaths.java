package io.beian.backend;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Nested JSON whose path is the question's path, in both directions.
 *
 * <p>{@code sponsor.person.name} is {@code {"sponsor":{"person":{"name":…}}}}; of a group, {@code
 * site.s1.domain} is {@code {"sites":[{"id":"s1","domain":…}]}}. An answer that has others beneath
 * it, such as {@code site.s1.person}, stands under {@code "is"} among them.
 */
public final class OrderPaths {

    private static final Map<String, String> GROUPS = Map.of("site", "sites");
    private static final String ID = "id";
    private static final String IS = "is";

    private OrderPaths() {}

    public static ObjectNode toJson(Map<String, String> fields) {
        ObjectNode root = JsonMapper.shared().createObjectNode();
        fields.forEach((path, value) -> put(root, path, value));
        return root;
    }

    private static void put(ObjectNode root, String path, String value) {
        String[] names = path.split("\\.", -1);
        int from = 0;
        ObjectNode at = root;
        if (GROUPS.containsKey(names[0]) && names.length > 2) {
            at = record(root.withArray(GROUPS.get(names[0])), names[1]);
            from = 2;
        }
        for (int i = from; i < names.length - 1; i++) {
            at = beneath(at, names[i]);
        }
        String last = names[names.length - 1];
        if (at.get(last) instanceof ObjectNode taken) {
            taken.put(IS, value);
        } else {
            at.put(last, value);
        }
    }

    private static ObjectNode record(ArrayNode records, String id) {
        for (JsonNode each : records) {
            if (each instanceof ObjectNode known && id.equals(known.path(ID).asString(""))) {
                return known;
            }
        }
        return records.addObject().put(ID, id);
    }

    private static ObjectNode beneath(ObjectNode at, String name) {
        JsonNode there = at.get(name);
        if (there instanceof ObjectNode known) {
            return known;
        }
        ObjectNode made = at.putObject(name);
        Optional.ofNullable(there).ifPresent(leaf -> made.set(IS, leaf));
        return made;
    }

    public static Map<String, String> toPaths(JsonNode json) {
        Map<String, String> paths = new LinkedHashMap<>();
        json.properties().forEach(each -> collect(each.getKey(), each.getValue(), paths));
        return paths;
    }

    private static void collect(String path, JsonNode node, Map<String, String> paths) {
        Optional<String> group = group(path);
        if (node.isArray() && group.isPresent()) {
            for (JsonNode record : node) {
                String prefix = group.get() + "." + record.path(ID).asString("");
                record.properties().stream()
                        .filter(each -> !ID.equals(each.getKey()))
                        .forEach(e -> collect(prefix + "." + e.getKey(), e.getValue(), paths));
            }
        } else if (node.isObject()) {
            node.properties().forEach(e -> collect(below(path, e.getKey()), e.getValue(), paths));
        } else if (node.isValueNode() && !node.isNull()) {
            paths.put(path, node.asString());
        }
    }

    private static String below(String path, String name) {
        return IS.equals(name) ? path : path + "." + name;
    }

    private static Optional<String> group(String plural) {
        return GROUPS.entrySet().stream()
                .filter(each -> each.getValue().equals(plural))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
