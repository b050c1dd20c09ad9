package io.beian;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stands between the bot and those it calls. In a bad mood it answers for them, and puts all it was
 * sent into what it answers: address, body and all.
 */
final class Meddler implements AutoCloseable {

    private static final int LONGEST = 4_000;

    /** How pictures go ahead of an order; without them it would never be sent. */
    private static final Set<String> AHEAD = Set.of("HEAD", "PUT");

    private static final int DATA_FORMAT = 47001;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ConcurrentLinkedQueue<Echo> echoes = new ConcurrentLinkedQueue<>();
    private volatile int port;
    private volatile Mood mood = Mood.HELPFUL;

    /** How a call is answered. */
    enum Mood {
        /** By the one it was for. */
        HELPFUL(200),
        FAILING(500),
        /** Not all of the answer arrives. */
        CUT(200),
        NO_JSON(200),
        REFUSING(422),
        /** As WeChat refuses. */
        ERRCODE(200);

        private final int status;

        Mood(int status) {
            this.status = status;
        }

        private byte[] body(String heard) {
            String text =
                    switch (this) {
                        case REFUSING, ERRCODE -> json(heard);
                        default -> "<p>" + heard + "</p>";
                    };
            return text.getBytes(UTF_8);
        }

        private static String json(String heard) {
            Map<String, String> error = Map.of("field", heard, "code", heard, "text", heard);
            return JsonMapper.shared()
                    .writeValueAsString(
                            Map.of(
                                    "errcode", DATA_FORMAT,
                                    "errmsg", heard,
                                    "title", heard,
                                    "detail", heard,
                                    "errors", List.of(error)));
        }
    }

    /** A call that was answered badly. */
    record Echo(Mood mood, String path, String heard) {}

    Meddler() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Whom it stands before, on this machine. */
    void before(int port) {
        this.port = port;
    }

    void mood(Mood mood) {
        this.mood = mood;
    }

    List<Echo> echoes() {
        return List.copyOf(echoes);
    }

    private void answer(HttpExchange exchange) throws IOException {
        Mood now = mood;
        byte[] body = exchange.getRequestBody().readAllBytes();
        try {
            if (now == Mood.HELPFUL || AHEAD.contains(exchange.getRequestMethod())) {
                Forwarded.to(port, exchange, body).give(exchange);
            } else {
                meddle(exchange, now, body);
            }
        } finally {
            exchange.close();
        }
    }

    private void meddle(HttpExchange exchange, Mood now, byte[] body) throws IOException {
        String heard =
                URLDecoder.decode(exchange.getRequestURI().toString(), UTF_8)
                        + " "
                        + new String(body, 0, Math.min(body.length, LONGEST), UTF_8);
        byte[] answer = now.body(heard);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(
                now.status, now == Mood.CUT ? answer.length + 1 : answer.length);
        exchange.getResponseBody().write(answer);
        exchange.getResponseBody().flush();
        echoes.add(new Echo(now, exchange.getRequestURI().getPath(), heard));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
