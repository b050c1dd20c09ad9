package io.beian.backend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.beian.dialogue.Query;
import io.beian.filing.SampleFiling;
import io.beian.privacy.Secret;
import io.micrometer.common.KeyValue;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;
import org.springframework.web.client.RestClient;

/** Calls are counted by the contract's path, and nothing that was put into one is told. */
class BackendMetricsTest {

    private static final String VALUE = "s3cr3t";

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<String> told = new ArrayList<>();
    private final HttpServer server;
    private int status;

    BackendMetricsTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    exchange.getRequestBody().readAllBytes();
                    byte[] body = "{\"title\":\"s3cr3t\"}".getBytes(UTF_8);
                    exchange.sendResponseHeaders(status, status == 204 ? -1 : body.length);
                    if (status != 204) {
                        exchange.getResponseBody().write(body);
                    }
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 404, 409, 422, 500})
    void tellNoValueWhateverTheAnswer(int status) {
        this.status = status;
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/base/");

        callEverything(() -> backend(base));

        assertThat(tags("uri"))
                .containsExactlyInAnyOrder(
                        "/v1/matches",
                        "/v1/filings",
                        "/v1/filed",
                        "/v1/orders",
                        "/v1/orders/{number}",
                        "/v1/orders/{number}/withdraw",
                        "/v1/orders/{number}/events",
                        "/v1/orders/{number}/reminders",
                        "/v1/materials/{sha256}",
                        "/v1/captures/{code}",
                        "/v1/events");
        assertThat(everything()).isNotEmpty().noneMatch(text -> text.contains(VALUE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:1/s3cr3t", "http://s3cr3t@127.0.0.1:1"})
    void tellNothingOfABackendThatIsAwayEither(String base) {
        callEverything(() -> backend(URI.create(base)));

        assertThat(tags("status")).containsExactly("CLIENT_ERROR");
        assertThat(everything()).isNotEmpty().noneMatch(text -> text.contains(VALUE));
    }

    /** Each with a breaker of its own, which lets it through. */
    private static void callEverything(Supplier<FilingBackend> backends) {
        FilerReference filer = new FilerReference(VALUE);
        OrderForm form = new OrderForm(VALUE, "c1", new SampleFiling().complete());
        MatchQuery query =
                new MatchQuery("110000", "1", VALUE, List.of(VALUE), VALUE, Optional.of(VALUE));
        Stream.<Consumer<FilingBackend>>of(
                        backend -> backend.match(query),
                        backend -> backend.filings(new Query(Query.Kind.DOMAIN, VALUE + ".cn")),
                        backend -> backend.filings(new Query(Query.Kind.NAME, VALUE + " ?&{}%/公司")),
                        backend -> backend.orders(filer),
                        backend -> backend.hasMaterial(VALUE),
                        backend -> backend.putMaterial(VALUE, new byte[1]),
                        backend -> backend.material(VALUE),
                        backend -> backend.capture(VALUE + "/../a", VALUE),
                        backend -> backend.submit(VALUE, form),
                        backend -> backend.resubmit(VALUE, VALUE, 7, form),
                        backend -> backend.order(VALUE),
                        backend -> backend.withdraw(VALUE),
                        backend -> backend.events(VALUE),
                        backend -> backend.eventsOf(VALUE, 7),
                        backend -> backend.remind(VALUE, VALUE, List.of(VALUE)),
                        backend -> backend.filed(filer))
                .forEach(call -> whateverComes(() -> call.accept(backends.get())));
    }

    private static void whateverComes(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException e) {
            assertThat(e.toString()).doesNotContain(VALUE);
        }
    }

    private List<String> tags(String key) {
        return meters.getMeters().stream()
                .map(Meter::getId)
                .filter(id -> id.getName().equals("http.client.requests"))
                .map(id -> String.valueOf(id.getTag(key)))
                .distinct()
                .toList();
    }

    /** Of meters, and of what a tracer would be told. */
    private List<String> everything() {
        Stream<String> tags =
                meters.getMeters().stream()
                        .flatMap(meter -> meter.getId().getTags().stream())
                        .map(Tag::getValue);
        return Stream.concat(tags, told.stream()).toList();
    }

    private FilingBackend backend(URI base) {
        ObservationRegistry observations = ObservationRegistry.create();
        observations
                .observationConfig()
                .observationHandler(new DefaultMeterObservationHandler(meters))
                .observationHandler(new Listener());
        FilingSettings settings =
                new FilingSettings(
                        base,
                        new Secret("the-key"),
                        new Secret("whsec_AAAA"),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(20),
                        1,
                        Duration.ofMillis(1),
                        Duration.ofMillis(1),
                        DataSize.ofKilobytes(64),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(1),
                        Map.of());
        return new HttpFilingBackend(
                new BackendHttp(
                        RestClient.builder().observationRegistry(observations),
                        settings,
                        () -> base),
                new PatientCalls(settings),
                BureauCodes.SHIPPED);
    }

    private final class Listener implements ObservationHandler<Observation.Context> {

        @Override
        public void onStop(Observation.Context context) {
            told.add(String.valueOf(context.getContextualName()));
            told.addAll(
                    StreamSupport.stream(context.getAllKeyValues().spliterator(), false)
                            .map(KeyValue::getValue)
                            .collect(Collectors.toList()));
        }

        @Override
        public boolean supportsContext(Observation.Context context) {
            return true;
        }
    }
}
