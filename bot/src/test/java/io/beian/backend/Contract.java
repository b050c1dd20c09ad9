package io.beian.backend;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The OpenAPI file, to be held against what is really said. */
final class Contract {

    static final Set<String> METHODS = Set.of("get", "head", "post", "put", "delete", "patch");

    private final JsonNode document;
    private final SchemaRegistry schemas =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    Contract() {
        this(YAMLMapper.builder().build().readTree(text()));
    }

    Contract(JsonNode document) {
        this.document = document;
    }

    /** The file as it is shipped. */
    static String text() {
        return resource("/openapi/filing-v1.yaml");
    }

    static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Contract.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A documented operation. */
    record Operation(String method, String path, JsonNode body) {

        @Override
        public String toString() {
            return method.toUpperCase(Locale.ROOT) + " " + path;
        }
    }

    List<Operation> operations() {
        List<Operation> all = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(
                        path ->
                                path.getValue().properties().stream()
                                        .filter(each -> METHODS.contains(each.getKey()))
                                        .map(
                                                each ->
                                                        new Operation(
                                                                each.getKey(),
                                                                path.getKey(),
                                                                each.getValue()))
                                        .forEach(all::add));
        return all;
    }

    Operation push() {
        return new Operation("post", "", document.at("/webhooks/orderMoved/post"));
    }

    Optional<Operation> operation(String method, String path) {
        return operations().stream()
                .filter(each -> each.method().equalsIgnoreCase(method))
                .filter(each -> matches(each.path(), path))
                .findFirst();
    }

    private static boolean matches(String template, String path) {
        String pattern = Pattern.compile("\\{[^}]+}").matcher(template).replaceAll("[^/]+");
        return path.matches(pattern);
    }

    List<String> faultsOfRequest(Operation operation, byte[] body) {
        JsonNode content = operation.body().at("/requestBody/content/application~1json/schema");
        return content.isMissingNode() ? List.of() : faults(content, json(body));
    }

    List<String> faultsOfAnswer(Operation operation, int status, String type, byte[] body) {
        JsonNode answer = operation.body().path("responses").path(Integer.toString(status));
        if (answer.isMissingNode()) {
            return List.of("status " + status + " is not documented");
        }
        JsonNode content = resolved(answer).path("content");
        if (content.isMissingNode()) {
            return body.length == 0 ? List.of() : List.of("a body is not documented");
        }
        JsonNode schema = content.path(type.split(";", 2)[0]).path("schema");
        if (schema.isMissingNode()) {
            return List.of("type " + type + " is not documented for " + status);
        }
        return type.contains("json") ? faults(schema, json(body)) : List.of();
    }

    /** Every example of the file that does not fit its schema. */
    List<String> faultsOfExamples() {
        List<String> faults = new ArrayList<>();
        examples(document, faults);
        return faults;
    }

    private void examples(JsonNode node, List<String> faults) {
        if (node.has("schema") && node.has("examples")) {
            for (Map.Entry<String, JsonNode> each : node.path("examples").properties()) {
                JsonNode value = resolved(each.getValue()).path("value");
                faults(node.path("schema"), value)
                        .forEach(fault -> faults.add(each.getKey() + ": " + fault));
            }
        }
        if (node.has("schema") && node.has("example")) {
            faults.addAll(faults(node.path("schema"), node.path("example")));
        }
        node.forEach(child -> examples(child, faults));
    }

    List<String> faults(JsonNode schema, JsonNode value) {
        ObjectNode root = JsonMapper.shared().createObjectNode();
        root.set("components", document.path("components"));
        root.putArray("allOf").add(schema);
        return schemas.getSchema(root).validate(value).stream().map(Error::toString).toList();
    }

    JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asString().substring(1)) : node;
    }

    Set<String> references() {
        return document.findValuesAsString("$ref").stream().collect(Collectors.toSet());
    }

    boolean resolves(String reference) {
        return reference.startsWith("#/") && !document.at(reference.substring(1)).isMissingNode();
    }

    private static JsonNode json(byte[] body) {
        return JsonMapper.shared().readTree(body);
    }
}
