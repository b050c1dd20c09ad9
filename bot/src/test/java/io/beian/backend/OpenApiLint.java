package io.beian.backend;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads an OpenAPI 3.1 document as strictly as its specification is written, and asks for what a
 * reader wants to find in one. An error is against the specification; a warning leaves a reader
 * alone with a question.
 */
final class OpenApiLint {

    private static final String STRICT = "https://beian.example/oas-3.1/strict";
    private static final String OFFICIAL = "https://spec.openapis.org/oas/3.1/%s/WORK-IN-PROGRESS";

    private static final Map<String, String> META_SCHEMAS =
            Map.of(
                    STRICT,
                    metaSchema("strict"),
                    OFFICIAL.formatted("schema"),
                    metaSchema("schema"),
                    OFFICIAL.formatted("dialect"),
                    metaSchema("dialect"),
                    OFFICIAL.formatted("meta"),
                    metaSchema("meta"));

    private static final Schema STRUCTURE =
            SchemaRegistry.withDefaultDialect(
                            SpecificationVersion.DRAFT_2020_12,
                            builder -> builder.schemas(META_SCHEMAS))
                    .getSchema(SchemaLocation.of(STRICT));

    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]*)}");
    private static final Pattern PLAIN_ID = Pattern.compile("[A-Za-z0-9_-]+");

    private final JsonNode document;
    private final List<Finding> findings = new ArrayList<>();

    /** What is wrong at a place. */
    record Finding(boolean error, String at, String what) {

        @Override
        public String toString() {
            return (error ? "error " : "warning ") + at + ": " + what;
        }
    }

    private OpenApiLint(JsonNode document) {
        this.document = document;
    }

    /** Everything that is wrong with a document, errors and warnings; empty for a good one. */
    static List<Finding> of(String yaml) {
        JsonNode document;
        try {
            document =
                    YAMLMapper.builder()
                            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                            .build()
                            .readTree(yaml);
        } catch (JacksonException e) {
            return List.of(new Finding(true, "", e.getOriginalMessage()));
        }
        OpenApiLint lint = new OpenApiLint(document);
        lint.structure();
        lint.references(document, "");
        lint.information();
        lint.servers();
        lint.paths();
        lint.webhooks();
        lint.ids();
        SchemaLint schemas = new SchemaLint(document, lint::error, lint::warning);
        schemas.patterns();
        // Only a schema that is one can be held against an example.
        if (lint.findings.stream().noneMatch(Finding::error)) {
            new Contract(document).faultsOfExamples().forEach(f -> lint.error("examples", f));
            schemas.check();
        }
        return List.copyOf(lint.findings);
    }

    private static String metaSchema(String name) {
        String yaml = Contract.resource("/io/beian/backend/oas-3.1/" + name + ".yaml");
        return YAMLMapper.builder().build().readTree(yaml).toString();
    }

    private void error(String at, String what) {
        findings.add(new Finding(true, at, what));
    }

    private void warning(String at, String what) {
        findings.add(new Finding(false, at, what));
    }

    private void structure() {
        STRUCTURE
                .validate(document)
                .forEach(e -> error(e.getInstanceLocation().toString(), e.getMessage()));
    }

    private void references(JsonNode node, String at) {
        for (Map.Entry<String, JsonNode> each : node.properties()) {
            String here = at + "/" + each.getKey();
            // What stands in an example is data.
            if (!Set.of("example", "value", "enum", "const").contains(each.getKey())) {
                references(each.getValue(), here);
            }
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            references(node.path(i), at + "/" + i);
        }
        String reference = node.path("$ref").asString("");
        if (!reference.isEmpty() && !new Contract(document).resolves(reference)) {
            error(at, "nothing is at " + reference);
        }
    }

    private void information() {
        JsonNode info = document.path("info");
        described(info, "/info");
        for (String name : List.of("contact", "license")) {
            if (info.path(name).isEmpty()) {
                warning("/info", "no " + name);
            }
        }
        if (info.path("license").has("name")
                && !info.path("license").has("identifier")
                && !info.path("license").has("url")) {
            warning("/info/license", "no identifier or url");
        }
        Set<String> known = new HashSet<>();
        for (JsonNode tag : document.path("tags")) {
            String name = tag.path("name").asString("");
            described(tag, "/tags " + name);
            if (!known.add(name)) {
                error("/tags " + name, "there are two");
            }
        }
    }

    private void servers() {
        if (document.path("servers").isEmpty()) {
            warning("", "no servers");
        }
        for (JsonNode server : document.path("servers")) {
            String url = server.path("url").asString("");
            Set<String> variables = variables(url);
            Set<String> declared = Set.copyOf(server.path("variables").propertyNames());
            if (!variables.equals(declared)) {
                error("/servers " + url, "has the variables " + declared);
            }
            if (url.endsWith("/") || url.contains("example.com") || url.contains("localhost")) {
                warning("/servers " + url, "ends with a slash, or is nobody's");
            }
        }
    }

    private void paths() {
        Set<String> shapes = new HashSet<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            String at = path.getKey();
            if (!shapes.add(VARIABLE.matcher(at).replaceAll("{}"))) {
                error(at, "is the same as another path");
            }
            if (at.contains("?") || at.endsWith("/")) {
                error(at, "a path has no query, and no slash at its end");
            }
            operations(path.getValue(), at);
        }
    }

    private void webhooks() {
        document.path("webhooks")
                .properties()
                .forEach(each -> operations(each.getValue(), each.getKey()));
    }

    private void operations(JsonNode path, String at) {
        for (Map.Entry<String, JsonNode> each : path.properties()) {
            if (Contract.METHODS.contains(each.getKey())) {
                String here = at + " " + each.getKey();
                JsonNode operation = each.getValue();
                operation(operation, here);
                parameters(path, operation, here, variables(at));
                security(operation, here);
            }
        }
    }

    private void operation(JsonNode operation, String at) {
        described(operation, at);
        for (String name : List.of("operationId", "summary")) {
            if (operation.path(name).asString("").isBlank()) {
                warning(at, "no " + name);
            }
        }
        List<String> known = document.path("tags").findValuesAsString("name");
        if (operation.path("tags").isEmpty()) {
            warning(at, "no tag");
        }
        for (JsonNode tag : operation.path("tags")) {
            if (!known.contains(tag.asString(""))) {
                warning(at, "the tag " + tag + " is not described");
            }
        }
        Set<Character> kinds =
                operation.path("responses").propertyNames().stream()
                        .map(status -> status.charAt(0))
                        .collect(Collectors.toSet());
        if (!kinds.containsAll(Set.of('2', '4'))) {
            warning(at, "no answer of success, or none of refusal");
        }
    }

    private void parameters(JsonNode path, JsonNode operation, String at, Set<String> variables) {
        Set<String> seen = new HashSet<>();
        Set<String> inPath = new TreeSet<>();
        for (JsonNode list : List.of(path.path("parameters"), operation.path("parameters"))) {
            for (JsonNode each : list) {
                JsonNode parameter = new Contract(document).resolved(each);
                String name = parameter.path("name").asString("");
                described(parameter, at + " " + name);
                if (!seen.add(parameter.path("in") + name)) {
                    error(at, "takes " + name + " twice");
                }
                if (parameter.path("in").asString("").equals("path")) {
                    inPath.add(name);
                }
            }
        }
        if (!inPath.equals(variables)) {
            error(at, "its path has " + variables + ", its parameters have " + inPath);
        }
    }

    private void security(JsonNode operation, String at) {
        JsonNode own = operation.path("security");
        JsonNode needs = own.isMissingNode() ? document.path("security") : own;
        if (needs.isMissingNode()) {
            warning(at, "nobody says who may call it");
        }
        for (JsonNode each : needs) {
            for (String scheme : each.propertyNames()) {
                if (document.at("/components/securitySchemes/" + scheme).isMissingNode()) {
                    error(at, "the security scheme " + scheme + " is not there");
                }
            }
        }
    }

    private void ids() {
        Set<String> ids = new HashSet<>();
        for (String id : document.findValuesAsString("operationId")) {
            if (!ids.add(id) || !PLAIN_ID.matcher(id).matches()) {
                error(id, "an operationId is a word of its own");
            }
        }
    }

    private void described(JsonNode node, String at) {
        if (node.path("description").asString("").isBlank()) {
            warning(at, "no description");
        }
    }

    private static Set<String> variables(String template) {
        return VARIABLE.matcher(template)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
