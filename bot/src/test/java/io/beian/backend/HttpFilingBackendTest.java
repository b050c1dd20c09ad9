package io.beian.backend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.sun.net.httpserver.HttpServer;
import io.beian.backend.BackendException.Category;
import io.beian.dialogue.FiledRecord;
import io.beian.dialogue.FiledUnit;
import io.beian.dialogue.KnownOrder;
import io.beian.dialogue.Query;
import io.beian.dialogue.Verifier;
import io.beian.filing.SampleFiling;
import io.beian.privacy.Secret;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.util.unit.DataSize;
import org.springframework.web.client.RestClient;

/** The client beside a backend that misbehaves. */
class HttpFilingBackendTest {

    private static final String ORDER =
            """
            {"number":"TY1","version":1,"seq":1,"state":"PRE_REVIEW","errors":[],"allowed":[]}
            """;
    private static final MatchQuery QUERY =
            new MatchQuery(
                    "110000",
                    "1",
                    "91110108MA01ABCD5T",
                    List.of("beian-demo-new.cn"),
                    "filer-1",
                    Optional.empty());

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final List<Integer> statuses = new CopyOnWriteArrayList<>();
    private final CountDownLatch hang = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private volatile String answer = ORDER;

    HttpFilingBackendTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext(
                "/",
                exchange -> {
                    seen.add(
                            exchange.getRequestMethod()
                                    + " "
                                    + exchange.getRequestURI()
                                    + " "
                                    + exchange.getRequestHeaders().getFirst("Authorization")
                                    + " "
                                    + exchange.getRequestHeaders().getFirst("Idempotency-Key"));
                    int status = statuses.isEmpty() ? 200 : statuses.remove(0);
                    if (status == 0) {
                        await();
                    }
                    byte[] body = answer.getBytes(UTF_8);
                    exchange.getRequestBody().readAllBytes();
                    exchange.sendResponseHeaders(Math.max(200, status), body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        hang.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void triesAgainWhatMayPass() {
        statuses.addAll(List.of(503, 429, 200));

        assertThat(backend().order("TY1")).isPresent();
        assertThat(seen).hasSize(3).allMatch(each -> each.contains("Bearer the-key"));
    }

    @Test
    void givesUpAfterTheLastAttempt() {
        statuses.addAll(List.of(500, 502, 503, 200));

        assertThat(thrown(() -> backend().order("TY1")).category()).isEqualTo(Category.RETRY);
        assertThat(seen).hasSize(3);
    }

    @Test
    void handsInUnderTheSameKeyAtEveryAttempt() {
        statuses.addAll(List.of(503, 201));

        assertThat(backend().submit("key-1", form())).isInstanceOf(Submission.Taken.class);
        assertThat(seen).hasSize(2).containsOnly("POST /v1/orders Bearer the-key key-1");
    }

    @Test
    void asksOnlyOnceWithAProof() {
        statuses.addAll(List.of(503, 200));
        MatchQuery proving =
                new MatchQuery(
                        QUERY.province(),
                        QUERY.certType(),
                        QUERY.certNo(),
                        QUERY.domains(),
                        QUERY.reference(),
                        Optional.of("010012"));

        assertThat(thrown(() -> backend().match(proving)).category()).isEqualTo(Category.RETRY);
        assertThat(seen).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 405, 415})
    void doesNotRepeatWhatIsRefused(int status) {
        statuses.add(status);

        assertThat(thrown(() -> backend().order("TY1")).category()).isEqualTo(Category.REFUSED);
        assertThat(seen).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 302})
    void tellsAWrongSettingApart(int status) {
        statuses.add(status);

        assertThat(thrown(() -> backend().order("TY1")).category())
                .isEqualTo(Category.MISCONFIGURED);
        assertThat(seen).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>busy</html>", "[]", "{\"number\":"})
    void tellsAnUnreadableAnswerApart(String text) {
        answer = text;

        assertThat(thrown(() -> backend().order("TY1")).category())
                .isEqualTo(Category.MISCONFIGURED);
    }

    @Test
    void doesNotWaitForeverForAnAnswer() {
        statuses.addAll(List.of(0, 0, 0));

        assertThat(thrown(() -> backend(Duration.ofMillis(200)).order("TY1")).category())
                .isEqualTo(Category.RETRY);
        assertThat(seen).hasSize(3);
    }

    @Test
    void reportsABackendThatIsNotThere() {
        server.stop(0);

        assertThat(thrown(() -> backend().order("TY1")).category()).isEqualTo(Category.RETRY);
    }

    @Test
    void leavesABackendAloneThatKeepsFailing() {
        FilingBackend backend = backend();
        for (int i = 0; i < 12; i++) {
            statuses.add(500);
        }
        for (int i = 0; i < 4; i++) {
            assertThatThrownBy(() -> backend.order("TY1")).isInstanceOf(BackendException.class);
        }
        int before = seen.size();
        statuses.clear();

        BackendException left = thrown(() -> backend.order("TY1"));

        assertThat(left.category()).isEqualTo(Category.RETRY);
        assertThat(left).hasMessageContaining("left alone");
        assertThat(seen).hasSize(before).hasSizeLessThanOrEqualTo(10);
    }

    @Test
    void asksForFiledInformationByOneThing() {
        answer =
                """
                {"filings":[{"name":"样例公司","nature":"企业","licence":"京ICP备2026000001号",
                 "sites":[{"domain":"example.com"}]}],"more":true}
                """;

        FiledInformation found = backend().filings(new Query(Query.Kind.NAME, "样例 & 公司"));

        assertThat(seen.get(0))
                .startsWith("GET /v1/filings?name=%E6%A0%B7%E4%BE%8B%20%26%20%E5%85%AC%E5%8F%B8 ");
        assertThat(found.more()).isTrue();
        assertThat(found.units().get(0).sites())
                .containsExactly(new FiledUnit.Site("", "example.com", ""));
    }

    @Test
    void readsNoMoreFiledInformationThanIsBounded() {
        answer = "{\"filings\":[" + "{\"name\":\"样例\"},".repeat(500) + "{}],\"more\":false}";

        FiledInformation found = backend().filings(new Query(Query.Kind.NAME, "样例"));

        assertThat(found.units()).hasSize(20);
        assertThat(found.more()).isTrue();
    }

    @Test
    void readsTheOrdersOfAFilerHoweverLittleIsSaid() {
        answer = "{\"orders\":[{\"number\":\"TY1\",\"since\":\"yesterday\"}]}";

        KnownOrder order = backend().orders(new FilerReference("filer-1")).get(0);

        assertThat(seen.get(0)).startsWith("GET /v1/orders?reference=filer-1 ");
        assertThat(order.number()).isEqualTo("TY1");
        assertThat(order.since()).isEqualTo(Instant.EPOCH);
        assertThat(order.domains()).isEmpty();
    }

    @Test
    void survivesStatesAndMembersItDoesNotKnow() {
        answer =
                """
                {"number":"TY1","seq":7,"state":"DANCING","mood":{"good":true},"deadline":"soon",
                 "verifiers":[{"person":"sponsor.person","shoe":42}],"errors":[{"field":"x"}]}
                """;

        OrderStatus order = backend().order("TY1").orElseThrow();

        assertThat(order.state()).isEqualTo("DANCING");
        assertThat(order.deadline()).isEmpty();
        assertThat(order.verifiers())
                .containsExactly(new Verifier("sponsor.person", "", "", false));
    }

    @Test
    void remindsUnderTheSameKeyAtEveryAttempt() {
        statuses.addAll(List.of(503, 202, 409));
        answer = "{\"persons\":[]}";

        assertThat(backend().remind("key-1", "TY1", List.of("sponsor.person"))).isTrue();
        assertThat(backend().remind("key-2", "TY1", List.of())).isFalse();
        assertThat(seen.subList(0, 2))
                .containsOnly("POST /v1/orders/TY1/reminders Bearer the-key key-1");
    }

    @Test
    void readsTheLifeOfAnOrder() {
        answer = "{\"events\":[{\"id\":\"e\",\"order\":{\"seq\":3}}],\"more\":true}";
        statuses.addAll(List.of(200, 404));

        OrderHistory history = backend().eventsOf("TY1", 2);

        assertThat(seen.get(0)).startsWith("GET /v1/orders/TY1/events?after=2 ");
        assertThat(history.events().get(0).order().seq()).isEqualTo(3);
        assertThat(history.more()).isTrue();
        assertThat(backend().eventsOf("TY2", 0)).isEqualTo(new OrderHistory(List.of(), false));
    }

    @Test
    void readsWhatIsFiledOfAFiler() {
        answer =
                """
                {"filed":[{"licence":"京ICP备2026000001号",
                  "sponsor":{"name":"样例公司","nature":"4","person":{"mobile":"13812345678"}},
                  "sites":[{"licence":"京ICP备2026000001号-1","domain":"example.com",
                            "person":{"is":"sponsor","same":"same"}}, {}]}, {}]}
                """;

        List<FiledRecord> filed = backend().filed(new FilerReference("filer-1"));

        assertThat(seen.get(0)).startsWith("GET /v1/filed?reference=filer-1 ");
        assertThat(filed.get(0))
                .isEqualTo(
                        new FiledRecord(
                                "京ICP备2026000001号",
                                Map.of(
                                        "sponsor.name", "样例公司",
                                        "sponsor.nature", "4",
                                        "sponsor.person.mobile", "13812345678"),
                                List.of(
                                        new FiledRecord.Site(
                                                "京ICP备2026000001号-1",
                                                Map.of(
                                                        "domain", "example.com",
                                                        "person", "sponsor",
                                                        "person.same", "same")),
                                        new FiledRecord.Site("", Map.of()))));
        assertThat(filed.get(1)).isEqualTo(new FiledRecord("", Map.of(), List.of()));
    }

    @Test
    void keepsPersonalDataOutOfFailuresAndLogs() {
        answer = "{\"detail\":\"echo 赵样本 110101199003070011 91110108MA01ABCD5T\"}";
        StringWriter told = new StringWriter();
        Query person = new Query(Query.Kind.NAME, "赵样本");
        statuses.addAll(List.of(400, 401, 500, 500, 500, 400));

        List<String> log =
                loggedDuring(
                        () -> {
                            PrintWriter out = new PrintWriter(told);
                            thrown(() -> backend().match(QUERY)).printStackTrace(out);
                            thrown(() -> backend().submit("k", form())).printStackTrace(out);
                            thrown(() -> backend().submit("k", form())).printStackTrace(out);
                            thrown(() -> backend().filings(person)).printStackTrace(out);
                        });
        told.append(QUERY.toString()).append(person.toString()).append(form().toString());

        assertThat(seen).hasSize(6);
        assertThat(log).isNotEmpty();
        for (String secret :
                List.of("赵样本", "110101199003070011", "91110108MA01ABCD5T", "the-key")) {
            assertThat(told.toString()).doesNotContain(secret);
            assertThat(log).noneMatch(line -> line.contains(secret));
        }
    }

    /** At the most talkative level, without filling the console. */
    private static List<String> loggedDuring(Runnable work) {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        List<Logger> loggers =
                Stream.of("io.beian", "org.springframework", "io.github.resilience4j", "jdk")
                        .map(name -> (Logger) LoggerFactory.getLogger(name))
                        .toList();
        loggers.forEach(
                each -> {
                    each.setLevel(Level.TRACE);
                    each.setAdditive(false);
                    each.addAppender(log);
                });
        try {
            work.run();
        } finally {
            loggers.forEach(
                    each -> {
                        each.detachAppender(log);
                        each.setAdditive(true);
                        each.setLevel(null);
                    });
        }
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private FilingBackend backend() {
        return backend(Duration.ofSeconds(20));
    }

    private FilingBackend backend(Duration readTimeout) {
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        FilingSettings settings =
                new FilingSettings(
                        base,
                        new Secret("the-key"),
                        new Secret("whsec_AAAA"),
                        Duration.ofSeconds(2),
                        readTimeout,
                        3,
                        Duration.ofMillis(1),
                        Duration.ofMinutes(5),
                        DataSize.ofKilobytes(64),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(1),
                        Map.of());
        return new HttpFilingBackend(
                new BackendHttp(RestClient.builder(), settings, () -> base),
                new PatientCalls(settings),
                BureauCodes.SHIPPED);
    }

    private static OrderForm form() {
        return new OrderForm("filer-1", "c1", new SampleFiling().complete());
    }

    private static BackendException thrown(ThrowingCallable c) {
        return catchThrowableOfType(BackendException.class, c);
    }

    private void await() {
        try {
            hang.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
