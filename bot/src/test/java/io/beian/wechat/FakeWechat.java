package io.beian.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/** Stands in for the WeChat API on the loopback: gives tokens, answers as told, keeps requests. */
@SuppressWarnings("ArrayRecordComponent")
final class FakeWechat implements AutoCloseable {

    static final String OK = "{\"errcode\":0,\"errmsg\":\"ok\"}";
    static final String TOKEN_PATH = "/cgi-bin/stable_token";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Map<String, Queue<Answer>> answers = new ConcurrentHashMap<>();
    private final Map<String, Runnable> meanwhile = new ConcurrentHashMap<>();
    private final AtomicInteger tokens = new AtomicInteger();

    record Request(String method, String path, String query, String contentType, byte[] body) {

        String text() {
            return new String(body, UTF_8);
        }
    }

    record Answer(int status, String contentType, byte[] body, boolean sized) {

        static Answer json(String body) {
            return new Answer(200, "application/json", body.getBytes(UTF_8), true);
        }

        static Answer error(int code) {
            return json("{\"errcode\":" + code + ",\"errmsg\":\"hint: [s3cr3t-errmsg]\"}");
        }
    }

    private FakeWechat(HttpServer server) {
        this.server = server;
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    static FakeWechat start() throws IOException {
        return new FakeWechat(HttpServer.create(loopback(), 0));
    }

    static FakeWechat start(SSLContext identity) throws IOException {
        HttpsServer server = HttpsServer.create(loopback(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(identity));
        return new FakeWechat(server);
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    int port() {
        return server.getAddress().getPort();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /** The next answer to this path; what is not told is answered with OK. */
    FakeWechat answer(String path, Answer answer) {
        answers.computeIfAbsent(path, p -> new ArrayDeque<>()).add(answer);
        return this;
    }

    /** What happens elsewhere while the next request to this path is under way. */
    FakeWechat meanwhile(String path, Runnable happens) {
        meanwhile.put(path, happens);
        return this;
    }

    List<Request> requests(String path) {
        return requests.stream().filter(request -> request.path().equals(path)).toList();
    }

    Request only(String path) {
        List<Request> found = requests(path);
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " requests to " + path);
        }
        return found.get(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String query = exchange.getRequestURI().getRawQuery();
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        requests.add(
                new Request(
                        exchange.getRequestMethod(),
                        path,
                        query == null ? "" : query,
                        type == null ? "" : type,
                        exchange.getRequestBody().readAllBytes()));
        Optional.ofNullable(meanwhile.remove(path)).ifPresent(Runnable::run);
        send(exchange, next(path));
    }

    private synchronized Answer next(String path) {
        Queue<Answer> told = answers.getOrDefault(path, new ArrayDeque<>());
        Answer answer = told.poll();
        if (answer != null) {
            return answer;
        }
        return Answer.json(
                path.equals(TOKEN_PATH)
                        ? "{\"access_token\":\"s3cr3t-token-%d\",\"expires_in\":7200}"
                                .formatted(tokens.incrementAndGet())
                        : OK);
    }

    private static void send(HttpExchange exchange, Answer answer) {
        try (exchange;
                OutputStream out = exchange.getResponseBody()) {
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            long length = answer.body().length;
            exchange.sendResponseHeaders(
                    answer.status(), answer.sized() && length > 0 ? length : 0);
            out.write(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
