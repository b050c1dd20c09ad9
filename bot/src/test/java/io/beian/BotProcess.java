package io.beian;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The sandbox in a process of its own, to be killed without warning. Two of them can stand in for
 * the bot and for WeChat, so that one outlives the other.
 */
final class BotProcess implements AutoCloseable {

    private static final long PATIENCE = 120_000_000_000L;
    private static final List<String> THIS_BUILD =
            List.of("-cp", System.getProperty("java.class.path"), "io.beian.BeianBot");

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.shared();
    private final Path data;
    private final int port;
    private final List<String> more;
    private List<String> program = THIS_BUILD;
    private String compiling = "-XX:TieredStopAtLevel=1";
    private @Nullable Process process;

    /** Keeps its data in a directory; {@code more} are settings. */
    BotProcess(Path data, int port, String... more) {
        this.data = data;
        this.port = port;
        this.more = List.of(more);
    }

    /** Is compiled well, which takes a while. */
    void runLong() {
        compiling = "-XX:+TieredCompilation";
    }

    /** Is the packaged bot of another build from its next start on. */
    void become(Path jar) {
        program = List.of("-jar", jar.toString());
    }

    /** Is this build from its next start on. */
    void becomeThisBuild() {
        program = THIS_BUILD;
    }

    static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    void start() throws IOException {
        launch();
        awaitAnswer();
    }

    /** Starts several side by side. */
    static void startAll(List<BotProcess> processes) throws IOException {
        for (BotProcess each : processes) {
            each.launch();
        }
        processes.forEach(BotProcess::awaitAnswer);
    }

    private void awaitAnswer() {
        await("the process to answer", this::answers);
    }

    private void launch() throws IOException {
        Files.createDirectories(data);
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                compiling));
        command.addAll(program);
        command.addAll(settings());
        process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(
                                ProcessBuilder.Redirect.appendTo(
                                        data.resolve("process.log").toFile()))
                        .start();
    }

    /** What a drill needs, unless it was set otherwise. */
    private List<String> settings() {
        List<String> settings =
                new ArrayList<>(
                        List.of(
                                "--spring.profiles.active=sandbox",
                                "--server.port=" + port,
                                "--management.server.port=-1",
                                "--beian.public-base-url=http://127.0.0.1:" + port,
                                "--beian.data-dir=" + data,
                                "--beian.outbox.tick=20ms",
                                "--beian.outbox.lease=500ms",
                                "--beian.outbox.silence=500ms",
                                "--beian.outbox.pauses=200ms",
                                // A backend may take longer to start than so many short pauses.
                                "--beian.outbox.attempts=100000"));
        settings.removeIf(each -> more.stream().anyMatch(other -> name(other).equals(name(each))));
        settings.addAll(more);
        return settings;
    }

    private static String name(String setting) {
        return setting.substring(0, setting.indexOf('='));
    }

    /** The lines that tell of trouble. */
    String log() throws IOException {
        List<String> lines = Files.readAllLines(data.resolve("process.log"));
        return lines.stream()
                .filter(line -> line.contains("WARN") || line.contains("ERROR"))
                .reduce("", (all, line) -> all + "\n" + line);
    }

    /** SIGKILL: nothing is written, nobody is told. */
    void kill() throws InterruptedException {
        Process running = process;
        if (running != null) {
            running.destroyForcibly().waitFor();
            process = null;
        }
    }

    /** SIGTERM: returns at once. */
    void terminate() {
        Objects.requireNonNull(process).destroy();
    }

    /** Waits until it has ended, at most so long. */
    boolean ended(Duration patience) throws InterruptedException {
        Process ending = Objects.requireNonNull(process);
        return ending.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private boolean answers() {
        try {
            return get("/sandbox/wechat/api/account").has("people");
        } catch (IllegalStateException notYet) {
            return false;
        }
    }

    List<JsonNode> say(String openid, String text) {
        return values(
                post(
                                "/sandbox/wechat/api/users/" + openid + "/messages",
                                Map.of("type", "text", "text", text))
                        .path("replies"));
    }

    /** The same message so often at once, as WeChat never promises not to. */
    void sayAtOnce(String openid, String text, int times) {
        post(
                "/sandbox/wechat/api/users/" + openid + "/messages",
                Map.of("type", "text", "text", text, "deliver", times));
    }

    void photo(String openid, byte[] jpeg) {
        call(
                HttpRequest.newBuilder(at("/sandbox/wechat/api/users/" + openid + "/photos"))
                        .header("Content-Type", "image/jpeg")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(jpeg))
                        .build());
    }

    List<JsonNode> entries(String openid, long after) {
        return values(get("/sandbox/wechat/api/users/" + openid + "/entries?after=" + after));
    }

    /** What came to a person by itself. */
    List<String> served(String openid) {
        return values(get("/sandbox/wechat/api/users/" + openid + "/entries")).stream()
                .filter(entry -> entry.path("kind").asString("").equals("SERVED"))
                .map(entry -> entry.path("fields").path("Content").asString(""))
                .toList();
    }

    void forward(String duration) {
        post("/sandbox/clock", Map.of("forward", duration));
    }

    JsonNode get(String path) {
        return call(HttpRequest.newBuilder(at(path)).build());
    }

    JsonNode post(String path, Object body) {
        return call(
                HttpRequest.newBuilder(at(path))
                        .header("Content-Type", "application/json")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        json.writeValueAsString(body), StandardCharsets.UTF_8))
                        .build());
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private JsonNode call(HttpRequest request) {
        try {
            HttpResponse<byte[]> response =
                    http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return response.body().length == 0
                    ? json.createObjectNode()
                    : json.readTree(response.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<JsonNode> values(JsonNode array) {
        Collection<JsonNode> all = array.values();
        return new ArrayList<>(all);
    }

    static void await(String what, BooleanSupplier done) {
        long end = System.nanoTime() + PATIENCE;
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain for " + what);
            }
            java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
        }
    }

    @Override
    public void close() {
        Process running = process;
        if (running != null) {
            running.destroy();
            await("the process to end", () -> !running.isAlive());
        }
    }
}
