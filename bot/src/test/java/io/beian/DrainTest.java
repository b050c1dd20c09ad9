package io.beian;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.redis.Keys;
import io.beian.redis.TestRedis;
import io.beian.wording.Wording;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.redis.core.StringRedisTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Two nodes behind a load balancer while people file. One is told to stop (SIGTERM) at the worst
 * time: it holds an answer open for a look-up that does not end. The other one, which also plays
 * WeChat and the backend, takes over. Entries of a silent node would be taken over in ten minutes
 * only, so what goes on at once was handed back.
 */
class DrainTest {

    private static final Wording WORDING = new Wording();
    private static final int FILERS = 2;
    private static final int ASKED_FOR_DOMAIN = 4;
    private static final Keys KEYS = new Keys(4);

    /**
     * More than is promised, since others may be busy here, and far less than what it waits for.
     */
    private static final Duration GONE = Duration.ofSeconds(20);

    private final Balancer balancer;
    private final TestRedis redis;
    private final int leavingPort = BotProcess.freePort();
    private final int stayingPort = BotProcess.freePort();
    private final BotProcess leaving;
    private final BotProcess staying;
    private final AtomicInteger numbers = new AtomicInteger(100);

    DrainTest(@TempDir Path data) throws Exception {
        balancer = new Balancer();
        redis = TestRedis.start(data.resolve("redis"), TestRedis.installed());
        Path photos = Files.createDirectories(data.resolve("staying/photos"));
        Files.createSymbolicLink(
                Files.createDirectories(data.resolve("leaving")).resolve("photos"), photos);
        staying = node(data, "staying", stayingPort);
        leaving = node(data, "leaving", leavingPort);
        balancer.backend("/sandbox/filing", stayingPort);
        balancer.nodes(leavingPort, stayingPort);
    }

    private BotProcess node(Path data, String name, int port) {
        String world = "http://127.0.0.1:" + stayingPort;
        List<String> settings = new ArrayList<>(redis.springSettings());
        settings.addAll(
                List.of(
                        "--management.server.port=0",
                        "--beian.drain.announce=1s",
                        "--beian.wechat.passive-wait=60s",
                        "--beian.outbox.silence=10m",
                        "--beian.privacy.keys-file=" + data.resolve("staying/keys.json"),
                        "--beian.wechat.api-base-url="
                                + world
                                + "/sandbox/wechat/api.weixin.qq.com",
                        "--beian.filing.base-url=" + balancer.address() + "/sandbox/filing",
                        "--beian.sandbox.wechat.bot-url=" + balancer.address() + "/wechat",
                        "--beian.sandbox.filing-events-url="
                                + balancer.address()
                                + "/filing/events"));
        return new BotProcess(data.resolve(name), port, settings.toArray(String[]::new));
    }

    @BeforeEach
    void start() throws IOException {
        staying.start();
        leaving.start();
    }

    @AfterEach
    void stop() throws Exception {
        leaving.kill();
        staying.close();
        redis.close();
        balancer.close();
    }

    private DrillFiler filer() {
        return new DrillFiler(staying, numbers.incrementAndGet(), DrillFiler.Habits.USUAL);
    }

    @Test
    void answersEverybodyAndHandsTheRestToAnotherNode() throws Exception {
        DrillFiler waiting = filer();
        waiting.play(ASKED_FOR_DOMAIN);
        ExecutorService people = Executors.newFixedThreadPool(FILERS);
        List<DrillFiler> filers = new ArrayList<>();
        List<Future<?>> filing = new ArrayList<>();
        for (int i = 0; i < FILERS; i++) {
            DrillFiler filer = filer();
            filers.add(filer);
            filing.add(people.submit(filer::playAll));
        }
        balancer.hold();
        balancer.nodes(leavingPort);
        CompletableFuture<List<JsonNode>> answer =
                CompletableFuture.supplyAsync(
                        () -> staying.say(waiting.openid(), waiting.domain()));
        BotProcess.await("a look-up that does not end", () -> balancer.held() > 0);
        balancer.nodes(leavingPort, stayingPort);

        long began = System.nanoTime();
        leaving.terminate();
        List<Integer> probed = probe();
        assertThat(leaving.ended(GONE)).as("gone").isTrue();
        long millis = (System.nanoTime() - began) / 1_000_000;

        assertThat(probed).as("the probe says no before connections are refused").contains(503);
        assertThat(answer.join().get(0).path("content").asString(""))
                .contains(WORDING.plain("match.looking"));
        balancer.letGo();
        BotProcess.await(
                "the other node to take over",
                () ->
                        staying.served(waiting.openid()).stream()
                                .anyMatch(
                                        text -> text.contains(WORDING.plain("sponsor.name.ask"))));
        for (Future<?> each : filing) {
            each.get();
        }
        people.shutdown();
        assertThat(balancer.broken()).isEmpty();
        for (DrillFiler filer : filers) {
            assertThat(filer.wrong()).isEmpty();
            assertThat(filer.orders()).hasSize(1);
        }
        assertThat(staying.get("/sandbox/desk/api/orders").values()).hasSize(FILERS);
        BotProcess.await("nothing to be left", this::nothingLeft);
        System.out.printf(
                "stopped within %d ms; %d requests answered, %d broken, %d not waited for%n",
                millis, balancer.answered(), balancer.broken().size(), balancer.left());
    }

    /** What the readiness probe says until the node refuses connections. */
    private List<Integer> probe() {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest ready =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + leavingPort + "/readyz"))
                        .build();
        List<Integer> said = new ArrayList<>();
        try {
            while (said.size() < 10_000) {
                said.add(http.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode());
            }
        } catch (IOException refused) {
            return said;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return said;
    }

    private boolean nothingLeft() {
        StringRedisTemplate kept = new StringRedisTemplate(redis.connections());
        for (int shard = 0; shard < KEYS.shards(); shard++) {
            Long size = kept.opsForStream().size(KEYS.out(shard));
            if (size != null && size > 0) {
                return false;
            }
        }
        return true;
    }
}
