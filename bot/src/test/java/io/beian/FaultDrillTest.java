package io.beian;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.redis.Keys;
import io.beian.redis.TestRedis;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.domain.Range;
import org.springframework.data.redis.core.StringRedisTemplate;
import tools.jackson.databind.JsonNode;

/**
 * People file while the bot, Redis and the backend are killed and started again, each without
 * warning, and every text comes three times at once. Then what every filer was told is held against
 * what is stored and what the backend has. {@code -Dbeian.faults=50} kills so often and {@code
 * -Dbeian.filers=4} people file at a time; without them it is a short run.
 */
class FaultDrillTest {

    private static final int FAULTS = Integer.getInteger("beian.faults", 3);
    private static final int FILERS = Integer.getInteger("beian.filers", 2);
    private static final long SEED = Long.getLong("beian.seed", 20261127L);
    private static final Keys KEYS = new Keys(4);
    private static final Pattern MISFIT =
            Pattern.compile("outcome=(refused|notMine|stale|proposed)");
    private static final Pattern SAID =
            Pattern.compile("outcome=(accepted|command|crossed|refused|notMine)");
    private static final String REMINDER = "还差";
    private static final int ASKED_FOR_NATURE = 2;

    private final BotProcess wechat;
    private final BotProcess backend;
    private final TestRedis redis;
    private final BotProcess bot;
    private final Random random = new Random(SEED);
    private final Map<String, Integer> killed = new TreeMap<>();
    private final ConcurrentLinkedQueue<DrillFiler> filers = new ConcurrentLinkedQueue<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicBoolean calm = new AtomicBoolean();

    FaultDrillTest(@TempDir Path data) throws Exception {
        int wechatPort = BotProcess.freePort();
        int backendPort = BotProcess.freePort();
        int botPort = BotProcess.freePort();
        this.redis = TestRedis.start(data.resolve("redis"), TestRedis.installed());
        this.wechat =
                new BotProcess(
                        data.resolve("wechat"),
                        wechatPort,
                        "--beian.sandbox.wechat.bot-url=http://127.0.0.1:" + botPort + "/wechat");
        this.backend =
                new BotProcess(
                        data.resolve("backend"),
                        backendPort,
                        "--beian.sandbox.filing-events-url=http://127.0.0.1:"
                                + botPort
                                + "/filing/events");
        List<String> settings = new ArrayList<>(redis.springSettings());
        settings.add(
                "--beian.wechat.api-base-url=http://127.0.0.1:"
                        + wechatPort
                        + "/sandbox/wechat/api.weixin.qq.com");
        settings.add("--beian.filing.base-url=http://127.0.0.1:" + backendPort + "/sandbox/filing");
        this.bot = new BotProcess(data.resolve("bot"), botPort, settings.toArray(String[]::new));
    }

    @BeforeEach
    void start() throws IOException {
        wechat.start();
        backend.start();
        bot.start();
    }

    @AfterEach
    void stop() throws IOException {
        bot.close();
        backend.close();
        wechat.close();
        redis.close();
    }

    @Test
    void losesNothingAndDoublesNothing() throws Exception {
        List<DrillFiler> waiting = new ArrayList<>();
        for (int i = 0; i < FILERS; i++) {
            DrillFiler filer = new DrillFiler(wechat, numbers.incrementAndGet());
            filer.play(ASKED_FOR_NATURE);
            waiting.add(filer);
        }
        ExecutorService people = Executors.newFixedThreadPool(FILERS);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < FILERS; i++) {
            all.add(people.submit(this::fileAndFileAgain));
        }
        for (int i = 0; i < FAULTS; i++) {
            strike(i);
        }
        calm.set(true);
        for (Future<?> each : all) {
            try {
                each.get();
            } catch (ExecutionException stuck) {
                throw new AssertionError(
                        "bot's log: " + bot.log() + "\nbackend's log: " + backend.log(), stuck);
            }
        }
        people.shutdown();

        long came = remind(waiting);
        report(waiting.size(), came);
    }

    private void fileAndFileAgain() {
        while (!calm.get()) {
            DrillFiler filer = new DrillFiler(wechat, numbers.incrementAndGet());
            filers.add(filer);
            filer.playAll();
        }
    }

    /** One fault: each of the three in turn at first, then by chance. */
    private void strike(int number) throws Exception {
        LockSupport.parkNanos((500 + random.nextInt(3_000)) * 1_000_000L);
        switch (number < 3 ? number : random.nextInt(3)) {
            case 0 -> {
                killed.merge("bot", 1, Integer::sum);
                bot.kill();
                bot.start();
            }
            case 1 -> {
                killed.merge("redis", 1, Integer::sum);
                redis.killAndAwaitRestart();
            }
            default -> {
                killed.merge("backend", 1, Integer::sum);
                backend.kill();
                backend.start();
            }
        }
    }

    /** A day and a half later everybody who stopped half-way hears of it, once. */
    private long remind(List<DrillFiler> waiting) throws Exception {
        for (BotProcess each : List.of(wechat, backend, bot)) {
            each.forward("PT36H");
        }
        LockSupport.parkNanos(random.nextInt(500) * 1_000_000L);
        bot.kill();
        redis.killAndAwaitRestart();
        bot.start();
        killed.merge("bot", 1, Integer::sum);
        killed.merge("redis", 1, Integer::sum);
        for (DrillFiler filer : waiting) {
            BotProcess.await(
                    "the reminder of " + filer.openid(),
                    () ->
                            snapshot(filer).path("log").toString().contains("reminder:1")
                                    && snapshot(filer).path("effects").isEmpty());
        }
        return waiting.stream()
                .mapToLong(
                        filer ->
                                wechat.served(filer.openid()).stream()
                                        .filter(text -> text.contains(REMINDER))
                                        .count())
                .sum();
    }

    private JsonNode snapshot(DrillFiler filer) {
        return bot.get("/sandbox/conversations/" + filer.openid());
    }

    private void report(int waiting, long reminders) {
        List<String> wrong = new ArrayList<>();
        int answers = 0;
        Map<String, String> bySponsor = new TreeMap<>();
        List<String> doubled = new ArrayList<>();
        for (JsonNode row : backend.get("/sandbox/desk/api/orders").values()) {
            String number = row.path("number").asString();
            Map<String, String> fields = fields(number);
            String earlier = bySponsor.put(fields.get("sponsor.certNo"), number);
            if (earlier != null) {
                doubled.add(earlier + " and " + number);
            }
        }
        for (DrillFiler filer : filers) {
            answers += filer.acknowledged();
            filer.wrong().forEach(each -> wrong.add(filer.openid() + ": " + each));
            wrong.addAll(compared(filer, bySponsor.remove(filer.code())));
        }
        System.out.printf(
                "seed %d; killed %s; %d people filed, %d answers acknowledged%n"
                        + "orders doubled %d, orders nobody was told of %d, answers lost, doubled or wrong %d%n"
                        + "reminders due %d, came %d%n",
                SEED,
                killed,
                filers.size(),
                answers,
                doubled.size(),
                bySponsor.size(),
                wrong.size(),
                waiting,
                reminders);
        wrong.forEach(System.out::println);
        assertThat(wrong).isEmpty();
        assertThat(doubled).as("orders doubled").isEmpty();
        assertThat(bySponsor).as("orders nobody was told of").isEmpty();
        assertThat(reminders).as("reminders").isEqualTo(waiting);
    }

    /** What one filer was told against what the bot keeps and the backend has. */
    private List<String> compared(DrillFiler filer, String order) {
        List<String> wrong = new ArrayList<>();
        JsonNode stored = snapshot(filer);
        if (!filer.orders().equals(Set.of(String.valueOf(order)))) {
            wrong.add(filer.openid() + ": told of " + filer.orders() + ", there is " + order);
        }
        if (!stored.path("order").path("number").asString("").equals(order)) {
            wrong.add(filer.openid() + ": stored is " + stored.path("order"));
        }
        if (order == null) {
            return wrong;
        }
        Map<String, String> fields = fields(order);
        filer.told()
                .forEach(
                        (path, answer) -> {
                            if (!answer.equals(fields.get(path))) {
                                wrong.add(filer.openid() + ": " + path + " arrived otherwise");
                            }
                        });
        if (!fields.containsValue(filer.domain())) {
            wrong.add(filer.openid() + ": the domain did not arrive");
        }
        amiss(filer).forEach(each -> wrong.add(filer.openid() + ": " + each));
        return wrong;
    }

    private Map<String, String> fields(String order) {
        Map<String, String> fields = new TreeMap<>();
        backend.get("/sandbox/desk/api/orders/" + order)
                .path("fields")
                .values()
                .forEach(
                        field ->
                                fields.put(
                                        field.path("path").asString(),
                                        field.path("value").asString()));
        return fields;
    }

    /** Turns of somebody who only ever says what fits that did not fit or came a second time. */
    private List<String> amiss(DrillFiler filer) {
        List<String> turns =
                new StringRedisTemplate(redis.connections())
                        .opsForStream().range(KEYS.log(filer.openid()), Range.unbounded()).stream()
                                .map(entry -> String.valueOf(entry.getValue().get("line")))
                                .toList();
        List<String> accepted =
                turns.stream()
                        .filter(line -> line.contains("outcome=accepted"))
                        .map(line -> line.replaceAll(".*asked=(\\S+) .*", "$1"))
                        .toList();
        List<String> amiss = new ArrayList<>(turns.stream().filter(MISFIT.asPredicate()).toList());
        if (accepted.stream().distinct().count() < accepted.size()) {
            amiss.add("accepted twice: " + accepted);
        }
        long taken = turns.stream().filter(SAID.asPredicate()).count();
        if (taken > filer.said()) {
            amiss.add(taken + " turns for " + filer.said() + " texts");
        }
        return amiss;
    }
}
