package io.beian.backend;

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
        Call call = Call.of(HttpMethod.POST, "/v1/matches").with(BackendJson.query(query));
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
        Call call = Call.get("/v1/filings?" + by + "={text}", query.text());
        return calls.repeatable(() -> BackendJson.filings(expect(http.exchange(call), 200).json()));
    }

    @Override
    public List<KnownOrder> orders(FilerReference filer) {
        Call call = Call.get(ORDERS + "?reference={reference}", filer.value());
        return calls.repeatable(() -> BackendJson.known(expect(http.exchange(call), 200).json()));
    }

    @Override
    public boolean hasMaterial(String sha256) {
        Call call = Call.of(HttpMethod.HEAD, MATERIAL, sha256);
        return calls.repeatable(() -> found(http.exchange(call), 204).isPresent());
    }

    @Override
    public void putMaterial(String sha256, byte[] jpeg) {
        Call call = Call.of(HttpMethod.PUT, MATERIAL, sha256).with(MediaType.IMAGE_JPEG, jpeg);
        calls.repeatable(() -> expect(http.exchange(call), 201, 204));
    }

    @Override
    public Optional<byte[]> material(String sha256) {
        Call call = Call.get(MATERIAL, sha256).upTo(LARGEST_MATERIAL);
        return calls.repeatable(() -> found(http.exchange(call), 200).map(Answer::body));
    }

    /** Whoever has the code has the pictures, so it is told in no message. */
    @Override
    public Capture capture(String code, String reference) {
        Call call = Call.get("/v1/captures/{code}?reference={reference}", code, reference);
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
        Call call =
                Call.of(HttpMethod.POST, ORDERS)
                        .with(once(key))
                        .with(BackendJson.order(order, codes));
        return calls.repeatable(() -> submission(http.exchange(call), 201));
    }

    @Override
    public Submission resubmit(String key, String number, long version, OrderForm order) {
        Map<String, String> headers = new HashMap<>(once(key));
        headers.put("If-Match", "\"" + version + "\"");
        JsonNode body = BackendJson.order(order, codes);
        Call call = Call.of(HttpMethod.PUT, ORDER, number).with(headers).with(body);
        return calls.repeatable(() -> submission(http.exchange(call), 200));
    }

    @Override
    public Optional<OrderStatus> order(String number) {
        Call call = Call.get(ORDER, number);
        return calls.repeatable(
                () -> found(http.exchange(call), 200).map(a -> BackendJson.status(a.json())));
    }

    @Override
    public boolean withdraw(String number) {
        Call call = Call.of(HttpMethod.POST, ORDER + "/withdraw", number);
        return calls.repeatable(() -> expect(http.exchange(call), 200, 404, 409).is(200));
    }

    @Override
    public EventPage events(String cursor) {
        Call call = Call.get("/v1/events?after={cursor}", cursor);
        return calls.repeatable(() -> BackendJson.page(expect(http.exchange(call), 200).json()));
    }

    @Override
    public OrderHistory eventsOf(String number, long after) {
        Call call = Call.get(ORDER + "/events?after={seq}", number, Long.toString(after));
        return calls.repeatable(
                () ->
                        found(http.exchange(call), 200)
                                .map(answer -> BackendJson.history(answer.json()))
                                .orElseGet(() -> new OrderHistory(List.of(), false)));
    }

    @Override
    public boolean remind(String key, String number, List<String> persons) {
        Call call =
                Call.of(HttpMethod.POST, ORDER + "/reminders", number)
                        .with(once(key))
                        .with(BackendJson.reminder(persons));
        return calls.repeatable(() -> expect(http.exchange(call), 202, 404, 409).is(202));
    }

    @Override
    public List<FiledRecord> filed(FilerReference filer) {
        Call call = Call.get("/v1/filed?reference={reference}", filer.value());
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
}
