package io.beian.backend;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import tools.jackson.databind.JsonNode;

/**
 * What a meta-schema does not see: components nobody uses, and schemas that contradict themselves.
 */
final class SchemaLint {

    private final JsonNode document;
    private final Contract contract;
    private final BiConsumer<String, String> error;
    private final BiConsumer<String, String> warning;

    SchemaLint(
            JsonNode document,
            BiConsumer<String, String> error,
            BiConsumer<String, String> warning) {
        this.document = document;
        this.contract = new Contract(document);
        this.error = error;
        this.warning = warning;
    }

    void check() {
        used();
        document.at("/components/schemas")
                .properties()
                .forEach(each -> schema(each.getValue(), "/components/schemas/" + each.getKey()));
        inline(document, "");
    }

    void patterns() {
        for (String pattern : document.findValuesAsString("pattern")) {
            try {
                Pattern.compile(pattern);
            } catch (PatternSyntaxException e) {
                error.accept("pattern " + pattern, e.getDescription());
            }
        }
    }

    private void used() {
        Set<String> used = new HashSet<>(contract.references());
        for (Map.Entry<String, JsonNode> kind : document.path("components").properties()) {
            if (kind.getKey().equals("securitySchemes")) {
                continue;
            }
            for (String name : kind.getValue().propertyNames()) {
                String at = "#/components/" + kind.getKey() + "/" + name;
                if (!used.contains(at)) {
                    warning.accept(at, "nobody uses it");
                }
            }
        }
    }

    /** Schemas of parameters, headers and bodies. */
    private void inline(JsonNode node, String at) {
        for (Map.Entry<String, JsonNode> each : node.properties()) {
            String here = at + "/" + each.getKey();
            if (each.getKey().equals("schema")) {
                schema(each.getValue(), here);
            } else if (!here.equals("/components/schemas") && !each.getKey().equals("value")) {
                inline(each.getValue(), here);
            }
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            inline(node.path(i), at + "/" + i);
        }
    }

    private void schema(JsonNode schema, String at) {
        values(schema, at);
        members(schema, at);
        if (schema.path("type").asString("").equals("array") && !schema.has("items")) {
            warning.accept(at, "an array of what?");
        }
        for (String name : Set.of("properties", "patternProperties", "$defs")) {
            schema.path(name)
                    .properties()
                    .forEach(each -> schema(each.getValue(), at + "/" + each.getKey()));
        }
        for (String name : Set.of("items", "additionalProperties", "propertyNames", "not")) {
            if (schema.path(name).isObject()) {
                schema(schema.path(name), at + "/" + name);
            }
        }
        for (String name : Set.of("allOf", "anyOf", "oneOf")) {
            schema.path(name).forEach(each -> schema(each, at + "/" + name));
        }
    }

    /** Examples, defaults and the members of an enumeration are of the schema they stand in. */
    private void values(JsonNode schema, String at) {
        for (String name : Set.of("examples", "enum")) {
            Set<JsonNode> seen = new HashSet<>();
            for (JsonNode value : schema.path(name)) {
                fits(schema, value, at + "/" + name);
                if (!seen.add(value)) {
                    error.accept(at + "/" + name, "has " + value + " twice");
                }
            }
        }
        for (String name : Set.of("default", "example", "const")) {
            if (schema.has(name)) {
                fits(schema, schema.path(name), at + "/" + name);
            }
        }
    }

    private void fits(JsonNode schema, JsonNode value, String at) {
        contract.faults(schema, value).forEach(fault -> error.accept(at, fault));
    }

    private void members(JsonNode schema, String at) {
        // Beside others the member may be theirs.
        boolean alone = !at.contains("/allOf") && !schema.has("allOf") && !schema.has("$ref");
        for (JsonNode name : schema.path("required")) {
            if (alone && !schema.path("properties").has(name.asString(""))) {
                error.accept(at, "asks for " + name + ", which it does not describe");
            }
        }
    }
}
