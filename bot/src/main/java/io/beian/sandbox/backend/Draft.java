package io.beian.sandbox.backend;

import io.beian.backend.OrderPaths;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * An order as it came in.
 *
 * @param fields answers by question path
 * @param materials content hashes by question path
 * @param labels of pictures that stand in the slot of another kind: by slot, hash to question path
 */
record Draft(
        String reference,
        String caseId,
        String type,
        Map<String, String> fields,
        Map<String, List<String>> materials,
        Map<String, Map<String, String>> labels) {

    static Draft read(JsonNode json) {
        Map<String, List<String>> materials = new LinkedHashMap<>();
        json.path("materials")
                .properties()
                .forEach(slot -> materials.put(slot.getKey(), texts(slot.getValue())));
        return new Draft(
                json.path("reference").asString(""),
                json.path("caseId").asString(""),
                json.path("type").asString(""),
                OrderPaths.toPaths(json.path("fields")),
                materials,
                labels(json.path("labels")));
    }

    private static Map<String, Map<String, String>> labels(JsonNode json) {
        Map<String, Map<String, String>> labels = new LinkedHashMap<>();
        json.properties()
                .forEach(
                        slot ->
                                slot.getValue()
                                        .properties()
                                        .forEach(
                                                each ->
                                                        labels.computeIfAbsent(
                                                                        slot.getKey(),
                                                                        s -> new LinkedHashMap<>())
                                                                .put(
                                                                        each.getKey(),
                                                                        each.getValue()
                                                                                .asString(""))));
        return labels;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asString("")));
        return texts;
    }

    Optional<String> field(String path) {
        return Optional.ofNullable(fields.get(path)).filter(value -> !value.isBlank());
    }

    /** The number the sponsor is filed under, which may be one of former days. */
    String certNo() {
        return field(StoredOrder.MATCHED).or(() -> field("sponsor.certNo")).orElse("");
    }

    boolean access() {
        return StoredOrder.access(type);
    }

    List<String> sites() {
        return StoredOrder.sites(fields);
    }
}
