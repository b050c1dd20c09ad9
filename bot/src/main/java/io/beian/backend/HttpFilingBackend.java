package io.beian.backend;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.beian.backend.BackendHttp.Answer;
import io.beian.backend.BackendHttp.Call;
import io.beian.dialogue.FiledRecord;
import io.beian.dialogue.KnownOrder;
import io.beian.dialogue.Query;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.JsonNode;

/** The backend behind the contract of {@code openapi/filing-v1.yaml}. */
final class HttpFilingBackend implements FilingBackend {

    private static final String ORDERS = "/v1/orders";
    private static final String ORDER = ORDERS + "/{number}";
    private static final String MATERIAL = "/v1/materials/{sha256}";

    /** As large as a picture may be brought. */
    static final int LARGEST_MATERIAL = 10 << 20;

    private final BackendHttp http;
    private final PatientCalls calls;
    private final BureauCodes codes;

    HttpFilingBackend(BackendHttp http, PatientCalls calls, BureauCodes codes) {
        this.http = http;
        this.calls = calls;
        this.codes = codes;
    }

    @Override
    public Map<String, String> match(MatchQuery query) {
        Call call = Call.json(HttpMethod.POST, "/v1/matches", Map.of(), BackendJson.query(query));
        Function<Answer, Map<String, String>> read =
                answer -> BackendJson.found(expect(answer, 200).json());
        // Each wrong proof counts towards a lock, so a call with one is not made twice.
        return query.proof().isPresent()
                ? calls.once(() -> read.apply(http.exchange(call)))
                : calls.repeatable(() -> read.apply(http.exchange(call)));
    }

    @Override
    public FiledInformation filings(Query query) {
        String by = query.kind().name().toLowerCase(Locale.ROOT);
        String path = "/v1/filings?" + by + "=" + UriUtils.encode(query.text(), UTF_8);
        Call call = Call.get("GET /v1/filings", path);
        return calls.repeatable(() -> BackendJson.filings(expect(http.exchange(call), 200).json()));
    }

    @Override
    public List<KnownOrder> orders(FilerReference filer) {
        String path = ORDERS + "?reference=" + UriUtils.encode(filer.value(), UTF_8);
        Call call = Call.get("GET " + ORDERS, path);
        return calls.repeatable(() -> BackendJson.known(expect(http.exchange(call), 200).json()));
    }

    @Override
    public boolean hasMaterial(String sha256) {
        Call call = new Call("HEAD " + MATERIAL, HttpMethod.HEAD, at(sha256), Map.of(), null, null);
        return calls.repeatable(() -> found(http.exchange(call), 204).isPresent());
    }

    @Override
    public void putMaterial(String sha256, byte[] jpeg) {
        Call call =
                new Call(
                        "PUT " + MATERIAL,
                        HttpMethod.PUT,
                        at(sha256),
                        Map.of(),
                        MediaType.IMAGE_JPEG,
                        jpeg);
        calls.repeatable(() -> expect(http.exchange(call), 201, 204));
    }

    @Override
    public Optional<byte[]> material(String sha256) {
        Call call = Call.get("GET " + MATERIAL, at(sha256)).upTo(LARGEST_MATERIAL);
        return calls.repeatable(() -> found(http.exchange(call), 200).map(Answer::body));
    }

    /** Whoever has the code has the pictures, so it is told in no message. */
    @Override
    public Capture capture(String code, String reference) {
        String path =
                "/v1/captures/"
                        + UriUtils.encodePathSegment(code, UTF_8)
                        + "?reference="
                        + UriUtils.encode(reference, UTF_8);
        Call call = Call.get("GET /v1/captures/{code}", path);
        return calls.repeatable(() -> capture(expect(http.exchange(call), 200, 404, 409, 410)));
    }

    private static Capture capture(Answer answer) {
        return switch (answer.status()) {
            case 200 -> new Capture.Taken(BackendJson.captured(answer.json()));
            case 409 -> new Capture.Nothing("used");
            case 410 -> new Capture.Nothing("expired");
            default -> new Capture.Nothing("unknown");
        };
    }

    @Override
    public Submission submit(String key, OrderForm order) {
        Call call = Call.json(HttpMethod.POST, ORDERS, once(key), BackendJson.order(order, codes));
        return calls.repeatable(() -> submission(http.exchange(call), 201));
    }

    @Override
    public Submission resubmit(String key, String number, long version, OrderForm order) {
        Map<String, String> headers = new HashMap<>(once(key));
        headers.put("If-Match", "\"" + version + "\"");
        JsonNode body = BackendJson.order(order, codes);
        Call call = Call.json(HttpMethod.PUT, pathOf(number), headers, body).named("PUT " + ORDER);
        return calls.repeatable(() -> submission(http.exchange(call), 200));
    }

    @Override
    public Optional<OrderStatus> order(String number) {
        Call call = Call.get("GET " + ORDER, pathOf(number));
        return calls.repeatable(
                () -> found(http.exchange(call), 200).map(a -> BackendJson.status(a.json())));
    }

    @Override
    public boolean withdraw(String number) {
        Call call =
                new Call(
                        "POST " + ORDER + "/withdraw",
                        HttpMethod.POST,
                        pathOf(number) + "/withdraw",
                        Map.of(),
                        null,
                        null);
        return calls.repeatable(() -> expect(http.exchange(call), 200, 404, 409).is(200));
    }

    @Override
    public EventPage events(String cursor) {
        String path = "/v1/events?after=" + UriUtils.encode(cursor, UTF_8);
        Call call = Call.get("GET /v1/events", path);
        return calls.repeatable(() -> BackendJson.page(expect(http.exchange(call), 200).json()));
    }

    @Override
    public OrderHistory eventsOf(String number, long after) {
        Call call = Call.get("GET " + ORDER + "/events", pathOf(number) + "/events?after=" + after);
        return calls.repeatable(
                () ->
                        found(http.exchange(call), 200)
                                .map(answer -> BackendJson.history(answer.json()))
                                .orElseGet(() -> new OrderHistory(List.of(), false)));
    }

    @Override
    public boolean remind(String key, String number, List<String> persons) {
        String path = pathOf(number) + "/reminders";
        JsonNode body = BackendJson.reminder(persons);
        Call call =
                Call.json(HttpMethod.POST, path, once(key), body)
                        .named("POST " + ORDER + "/reminders");
        return calls.repeatable(() -> expect(http.exchange(call), 202, 404, 409).is(202));
    }

    @Override
    public List<FiledRecord> filed(FilerReference filer) {
        String path = "/v1/filed?reference=" + UriUtils.encode(filer.value(), UTF_8);
        Call call = Call.get("GET /v1/filed", path);
        FiledJson json = new FiledJson(codes);
        return calls.repeatable(() -> json.records(expect(http.exchange(call), 200).json()));
    }

    private static Submission submission(Answer answer, int success) {
        if (answer.is(success)) {
            return new Submission.Taken(BackendJson.status(answer.json()), answer.replayed());
        }
        if (answer.is(409)) {
            return BackendJson.inTheWay(answer.problem());
        }
        expect(answer, 422);
        return new Submission.Refused(BackendJson.problems(answer.problem()));
    }

    private static Optional<Answer> found(Answer answer, int success) {
        return Optional.of(expect(answer, success, 404)).filter(a -> a.is(success));
    }

    private static Answer expect(Answer answer, Integer... statuses) {
        if (List.of(statuses).contains(answer.status())) {
            return answer;
        }
        throw answer.unexpected();
    }

    private static Map<String, String> once(String key) {
        return Map.of("Idempotency-Key", key);
    }

    private static String at(String sha256) {
        return "/v1/materials/" + UriUtils.encodePathSegment(sha256, UTF_8);
    }

    private static String pathOf(String number) {
        return ORDERS + "/" + UriUtils.encodePathSegment(number, UTF_8);
    }
}
