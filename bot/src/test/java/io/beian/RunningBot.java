package io.beian;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.data.redis.core.StringRedisTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole product in sandbox mode, as the README starts it, on a port of its own. */
final class RunningBot implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long CLAIM = Duration.ofMinutes(2).toMillis();
    private static final Pattern CHOICE = Pattern.compile("msgmenuid=([^\"]+)\">([^<]+)</a>");

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.shared();
    private final Path data;
    private final Clock clock;
    private final int port;
    private final List<String> more;
    private ConfigurableApplicationContext context;

    /** Keeps its data in a directory; {@code more} are settings. */
    RunningBot(Path data, Clock clock, String... more) throws IOException {
        this.more = List.of(more);
        this.data = data;
        this.clock = clock;
        try (ServerSocket free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
        }
        this.context = start();
    }

    private ConfigurableApplicationContext start() {
        List<String> settings =
                new ArrayList<>(
                        List.of(
                                "--server.port=" + port,
                                "--management.server.port=0",
                                "--beian.public-base-url=http://127.0.0.1:" + port,
                                "--beian.data-dir=" + data,
                                "--beian.outbox.tick=50ms"));
        settings.addAll(more);
        return new SpringApplicationBuilder(BeianBot.class)
                .profiles("sandbox")
                .initializers(
                        c ->
                                ((GenericApplicationContext) c)
                                        .registerBean("clock", Clock.class, () -> clock))
                .run(settings.toArray(String[]::new));
    }

    void restart() {
        context.close();
        context = start();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + port);
    }

    JsonNode get(String path) {
        return call(HttpRequest.newBuilder(base().resolve(path)).build());
    }

    JsonNode post(String path, Object body) {
        return call(
                HttpRequest.newBuilder(base().resolve(path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
                        .build());
    }

    JsonNode photo(String openid, byte[] content) {
        return call(
                HttpRequest.newBuilder(
                                base().resolve("/sandbox/wechat/api/users/" + openid + "/photos"))
                        .header("Content-Type", "image/jpeg")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(content))
                        .build());
    }

    HttpResponse<byte[]> fetch(String url) {
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create(url)).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What Prometheus would fetch. */
    String metrics() {
        return new String(operations("/actuator/prometheus").body(), StandardCharsets.UTF_8);
    }

    /** From the port of the operators. */
    HttpResponse<byte[]> operations(String path) {
        String port = context.getEnvironment().getProperty("local.management.port");
        return fetch("http://127.0.0.1:" + port + path);
    }

    private JsonNode call(HttpRequest request) {
        try {
            HttpResponse<byte[]> response =
                    http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return response.statusCode() == 200
                    ? json.readTree(response.body())
                    : json.createObjectNode().put("status", response.statusCode());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends for a simulated person and waits for the answers. */
    List<JsonNode> send(String openid, Map<String, ?> message) {
        return values(
                post("/sandbox/wechat/api/users/" + openid + "/messages", message).path("replies"));
    }

    JsonNode conversation(String openid) {
        return get("/sandbox/conversations/" + openid);
    }

    List<JsonNode> entries(String openid, long after) {
        return values(get("/sandbox/wechat/api/users/" + openid + "/entries?after=" + after));
    }

    private static List<JsonNode> values(JsonNode array) {
        Collection<JsonNode> all = array.values();
        return new ArrayList<>(all);
    }

    /** Menu ids by label of the choices in a text. */
    static Map<String, String> choices(String text) {
        Map<String, String> ids = new java.util.LinkedHashMap<>();
        Matcher links = CHOICE.matcher(text);
        while (links.find()) {
            ids.put(links.group(2), links.group(1));
        }
        return ids;
    }

    /** Waits until nothing is under way: no effect waits and no reminder is due. */
    void settle() {
        StringRedisTemplate redis = context.getBean(StringRedisTemplate.class);
        await("the bot to come to rest", () -> idle(redis));
    }

    private boolean idle(StringRedisTemplate redis) {
        long now = context.getBean(Clock.class).millis();
        for (int shard = 0; shard < 4; shard++) {
            String tag = "{" + shard + "}";
            // A claimed reminder is set forward by the claim, but stays due in its conversation.
            Set<String> due =
                    redis.opsForZSet().rangeByScore("due:" + tag, 0, (double) (now + CLAIM));
            boolean waiting =
                    Optional.ofNullable(due).orElse(Set.of()).stream()
                            .map(
                                    openid ->
                                            redis.opsForHash()
                                                    .get("conv:" + tag + ":" + openid, "d"))
                            .anyMatch(at -> at != null && Long.parseLong(at.toString()) <= now);
            Long out = redis.opsForStream().size("out:" + tag);
            if (waiting || (out != null && out > 0)) {
                return false;
            }
        }
        return true;
    }

    static void await(String what, BooleanSupplier done) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain for " + what);
            }
            java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
