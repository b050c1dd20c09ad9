package io.beian.backend;

import io.beian.backend.BackendException.Category;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One exchange with the backend, its failures told apart. */
final class BackendHttp {

    private static final int LARGEST_ANSWER = 4 << 20;
    private static final int BUSY = 429;
    private static final int TIMED_OUT = 408;

    private final RestClient http;
    private final Supplier<URI> base;

    /**
     * @param client measures what goes over it
     * @param base known once a call is made
     */
    BackendHttp(RestClient.Builder client, FilingSettings settings, Supplier<URI> base) {
        HttpClient wire =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(settings.connectTimeout())
                        .build();
        JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(wire);
        factory.setReadTimeout(settings.readTimeout());
        this.http =
                client.requestFactory(factory)
                        .observationConvention(new ContractObservation())
                        .defaultHeaders(h -> h.setBearerAuth(settings.apiKey().value()))
                        .build();
        this.base = base;
    }

    /**
     * A call of the contract.
     *
     * @param template path and query of the contract, for messages and metrics: what is put in is
     *     not told
     * @param values of the template's variables, in their order
     * @param largest bytes of the answer that are read
     */
    record Call(
            HttpMethod method,
            String template,
            List<String> values,
            Map<String, String> headers,
            @Nullable MediaType type,
            byte @Nullable [] body,
            int largest) {

        static Call of(HttpMethod method, String template, String... values) {
            List<String> all = List.of(values);
            return new Call(method, template, all, Map.of(), null, null, LARGEST_ANSWER);
        }

        static Call get(String template, String... values) {
            return of(HttpMethod.GET, template, values);
        }

        /** Takes an answer of so many bytes; what is longer is cut off behind one byte more. */
        Call upTo(int bytes) {
            return new Call(method, template, values, headers, type, body, bytes + 1);
        }

        Call with(Map<String, String> more) {
            return new Call(method, template, values, more, type, body, largest);
        }

        Call with(MediaType kind, byte[] content) {
            return new Call(method, template, values, headers, kind, content, largest);
        }

        Call with(JsonNode json) {
            return with(MediaType.APPLICATION_JSON, BackendJson.write(json));
        }

        /** The template without its query. */
        String path() {
            return template.split("\\?", 2)[0];
        }

        String name() {
            return method.name() + " " + path();
        }

        /** With the values in it, each of them escaped as a whole. */
        private String address() {
            return UriComponentsBuilder.fromUriString(template)
                    .encode()
                    .buildAndExpand(values.toArray())
                    .toUriString();
        }
    }

    /** What came back, whatever its status. */
    record Answer(String name, int status, boolean replayed, byte[] body) {

        boolean is(int expected) {
            return status == expected;
        }

        JsonNode json() {
            return BackendJson.read(body)
                    .orElseThrow(() -> failed(Category.MISCONFIGURED, "sent no JSON"));
        }

        /** The body of a problem, empty if there is none. */
        JsonNode problem() {
            return BackendJson.read(body).orElse(JsonMapper.shared().createObjectNode());
        }

        BackendException unexpected() {
            return failed(
                    status == 401 || status == 403 || status < 400
                            ? Category.MISCONFIGURED
                            : Category.REFUSED,
                    "answered " + status);
        }

        private BackendException failed(Category category, String how) {
            return new BackendException(category, name + " " + how);
        }
    }

    /** Throws only what may pass; every other status is an answer. */
    Answer exchange(Call call) {
        Answer answer = ask(call);
        if (answer.status() >= 500 || answer.is(BUSY) || answer.is(TIMED_OUT)) {
            throw answer.failed(Category.RETRY, "answered " + answer.status());
        }
        return answer;
    }

    private Answer ask(Call call) {
        RestClient.RequestBodySpec request =
                http.method(call.method())
                        .uri(URI.create(root() + call.address()))
                        .attribute(ContractObservation.PATH, call.path());
        call.headers().forEach(request::header);
        if (call.body() != null && call.type() != null) {
            request.contentType(call.type()).body(call.body());
        }
        try {
            return request.exchangeForRequiredValue((sent, response) -> read(call, response));
        } catch (ResourceAccessException e) {
            // Its message has the address in it, which may carry a query: only the cause is kept.
            throw new BackendException(
                    Category.RETRY, call.name() + " got no answer", e.getCause());
        }
    }

    private static Answer read(Call call, ClientHttpResponse response) throws IOException {
        byte[] body = response.getBody().readNBytes(call.largest());
        boolean replayed =
                Boolean.parseBoolean(response.getHeaders().getFirst("Idempotent-Replayed"));
        return new Answer(call.name(), response.getStatusCode().value(), replayed, body);
    }

    private String root() {
        String root = base.get().toString();
        return root.endsWith("/") ? root.substring(0, root.length() - 1) : root;
    }
}
