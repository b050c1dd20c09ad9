package io.beian.backend;

import io.beian.dialogue.FiledUnit;
import io.beian.dialogue.KnownOrder;
import io.beian.dialogue.Problem;
import io.beian.dialogue.Verifier;
import io.beian.filing.Filing;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The contract's JSON, read leniently: what is not known is passed over. */
final class BackendJson {

    /** Far beyond what the contract has; a document's size is bounded where it is read. */
    private static final StreamReadConstraints BOUNDS =
            StreamReadConstraints.builder()
                    .maxNestingDepth(32)
                    .maxNumberLength(64)
                    .maxNameLength(256)
                    .build();

    private static final JsonMapper JSON =
            JsonMapper.builder(JsonFactory.builder().streamReadConstraints(BOUNDS).build()).build();

    /** At most so many are read, whatever is sent. */
    private static final int MOST_FOUND = 20;

    private static final int MOST_SITES = 50;
    private static final int MOST_ORDERS = 100;

    private BackendJson() {}

    /** Empty if it is not JSON. The parser's message may quote the text, so it is dropped. */
    static Optional<JsonNode> read(byte[] body) {
        try {
            return Optional.of(JSON.readTree(body)).filter(JsonNode::isObject);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    static byte[] write(JsonNode node) {
        return JSON.writeValueAsBytes(node);
    }

    static ObjectNode query(MatchQuery query) {
        ObjectNode node = JSON.createObjectNode();
        node.put("province", query.province())
                .put("certType", query.certType())
                .put("certNo", query.certNo())
                .put("reference", query.reference());
        query.domains().forEach(node.putArray("domains")::add);
        query.proof().ifPresent(proof -> node.put("proof", proof));
        return node;
    }

    static ObjectNode order(OrderForm form, BureauCodes codes) {
        Filing filing = form.filing();
        ObjectNode node = JSON.createObjectNode();
        node.put("reference", form.reference())
                .put("caseId", form.caseId())
                .put("type", filing.type().name());
        node.set("fields", OrderPaths.toJson(codes.outgoing(filing.fields())));
        ObjectNode materials = node.putObject("materials");
        filing.pictures().forEach((slot, hashes) -> hashes.forEach(materials.withArray(slot)::add));
        if (!filing.labels().isEmpty()) {
            ObjectNode labels = node.putObject("labels");
            filing.labels()
                    .forEach((slot, kinds) -> kinds.forEach(labels.withObject("/" + slot)::put));
        }
        return node;
    }

    static ObjectNode reminder(List<String> persons) {
        ObjectNode node = JSON.createObjectNode().put("kind", "verification");
        persons.forEach(node.putArray("persons")::add);
        return node;
    }

    static List<Capture.Picture> captured(JsonNode capture) {
        List<Capture.Picture> pictures = new ArrayList<>();
        capture.path("pictures")
                .forEach(
                        each ->
                                pictures.add(
                                        new Capture.Picture(
                                                text(each, "slot"), text(each, "sha256"))));
        return List.copyOf(pictures);
    }

    /** What the dialogue knows the answer of a match by. */
    static Map<String, String> found(JsonNode match) {
        JsonNode sponsor = match.path("sponsor");
        JsonNode open = match.path("openOrder");
        Map<String, String> found = new LinkedHashMap<>();
        found.put("match.sponsorLicence", String.join(",", strings(sponsor.path("licences"))));
        found.put("match.ours", flag(sponsor.path("ours")));
        found.put("match.account", word(sponsor, "account"));
        found.put("match.sponsorProvince", text(sponsor, "province"));
        found.put("match.sites", Long.toString(sponsor.path("sites").asLong(0)));
        found.put(
                "match.blacklisted", sponsor.path("blacklisted").asBoolean(false) ? "sponsor" : "");
        found.put("match.proof", word(sponsor, "proof"));
        found.put("match.openOrder", word(open, "by"));
        found.put("match.openOrderAdmitsAccess", flag(open.path("admitsAccess")));
        if (open.path("number").isString()) {
            found.put("match.openOrderNumber", text(open, "number"));
        }
        match.path("domains").forEach(domain -> domain(domain, found));
        found.putAll(OrderPaths.toPaths(sponsor.path("filed")));
        return found;
    }

    private static void domain(JsonNode domain, Map<String, String> found) {
        String at = "match.domain." + text(domain, "domain") + ".";
        found.put(at + "filed", word(domain, "filed"));
        found.put(at + "access", flag(domain.path("access")));
        found.put(at + "blacklisted", flag(domain.path("blacklisted")));
        if (domain.path("siteLicence").isString()) {
            found.put(at + "siteLicence", text(domain, "siteLicence"));
        }
    }

    static OrderStatus status(JsonNode order) {
        Map<String, String> numbers = new LinkedHashMap<>();
        order.path("numbers")
                .properties()
                .forEach(each -> numbers.put(each.getKey(), each.getValue().asString("")));
        return new OrderStatus(
                text(order, "number"),
                order.path("version").asLong(0),
                order.path("seq").asLong(0),
                text(order, "state"),
                time(order, "since"),
                problems(order),
                strings(order.path("allowed")),
                Map.copyOf(numbers),
                moment(order, "deadline"),
                Optional.of(text(order, "link")).filter(link -> !link.isEmpty()),
                elements(order.path("verifiers"), MOST_FOUND).map(BackendJson::verifier).toList());
    }

    private static Verifier verifier(JsonNode verifier) {
        return new Verifier(
                text(verifier, "person"),
                text(verifier, "name"),
                text(verifier, "mobile"),
                verifier.path("done").asBoolean(false));
    }

    static FiledInformation filings(JsonNode body) {
        List<FiledUnit> units =
                elements(body.path("filings"), MOST_FOUND).map(BackendJson::unit).toList();
        boolean more = body.path("more").asBoolean(false);
        return new FiledInformation(units, more || body.path("filings").size() > units.size());
    }

    private static FiledUnit unit(JsonNode unit) {
        return new FiledUnit(
                text(unit, "name"),
                text(unit, "nature"),
                text(unit, "licence"),
                text(unit, "approved"),
                elements(unit.path("sites"), MOST_SITES)
                        .map(
                                site ->
                                        new FiledUnit.Site(
                                                text(site, "name"),
                                                text(site, "domain"),
                                                text(site, "licence")))
                        .toList());
    }

    static List<KnownOrder> known(JsonNode body) {
        return elements(body.path("orders"), MOST_ORDERS).map(BackendJson::knownOrder).toList();
    }

    private static KnownOrder knownOrder(JsonNode order) {
        OrderStatus status = status(order);
        return new KnownOrder(
                status.number(),
                text(order, "caseId"),
                status.seq(),
                status.state(),
                status.since(),
                status.allowed(),
                status.numbers(),
                strings(order.path("domains")));
    }

    private static Instant time(JsonNode node, String name) {
        return moment(node, name).orElse(Instant.EPOCH);
    }

    private static Optional<Instant> moment(JsonNode node, String name) {
        try {
            return Optional.of(Instant.parse(text(node, name)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Stream<JsonNode> elements(JsonNode array, int most) {
        return array.valueStream().limit(most);
    }

    static EventPage page(JsonNode page) {
        return new EventPage(events(page), text(page, "next"), page.path("more").asBoolean(false));
    }

    static OrderHistory history(JsonNode page) {
        return new OrderHistory(events(page), page.path("more").asBoolean(false));
    }

    private static List<OrderEvent> events(JsonNode page) {
        return page.path("events").valueStream().map(BackendJson::event).toList();
    }

    static OrderEvent event(JsonNode event) {
        return new OrderEvent(text(event, "id"), text(event, "type"), status(event.path("order")));
    }

    static List<Problem> problems(JsonNode body) {
        List<Problem> problems = new ArrayList<>();
        body.path("errors").forEach(each -> problems.add(problem(each)));
        return List.copyOf(problems);
    }

    private static Problem problem(JsonNode error) {
        String suggest = text(error, "suggest");
        return new Problem(
                text(error, "field"),
                text(error, "code"),
                text(error, "text"),
                true,
                suggest.isEmpty() ? Map.of() : Map.of("suggest", suggest));
    }

    static Submission.InTheWay inTheWay(JsonNode problem) {
        JsonNode open = problem.path("openOrder");
        Optional<Submission.Own> own =
                open.path("number").isString()
                        ? Optional.of(
                                new Submission.Own(
                                        text(open, "number"),
                                        text(open, "caseId"),
                                        open.path("version").asLong(0)))
                        : Optional.empty();
        return new Submission.InTheWay(own, text(problem, "detail"));
    }

    static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }

    private static String word(JsonNode node, String name) {
        String word = text(node, name).toLowerCase(Locale.ROOT);
        return word.isEmpty() ? "none" : word;
    }

    private static String flag(JsonNode node) {
        return Boolean.toString(node.asBoolean(false));
    }

    private static List<String> strings(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asString("")));
        return List.copyOf(texts);
    }
}
