package io.beian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.beian.redis.DrillRedis;
import io.beian.redis.TestCluster;
import io.beian.redis.TestRedis;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
    private static final String REMINDER = "还差";
    private static final int ASKED_FOR_NATURE = 2;

    private final Path data;
    private final Random random = new Random(SEED);
    private final ConcurrentLinkedQueue<DrillFiler> filers = new ConcurrentLinkedQueue<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicBoolean calm = new AtomicBoolean();

    FaultDrillTest(@TempDir Path data) {
        this.data = data;
    }

    /** Something that happens while people file. */
    @FunctionalInterface
    private interface Trouble {
        void happen(DrillStage stage, int fault) throws Exception;
    }

    @Test
    void oneNodeAndOneRedis() throws Exception {
        try (DrillRedis redis = TestRedis.start(data.resolve("redis"), TestRedis.installed());
                DrillStage stage = new DrillStage(data, redis, 1, random)) {
            losesNothingAndDoublesNothing(stage, DrillStage::strike);
        }
    }

    /**
     * Three masters with a replica each: a replica takes over, nothing is restarted in its place.
     */
    @Test
    void twoNodesAndACluster() throws Exception {
        try (DrillRedis redis = TestCluster.start(data.resolve("cluster"));
                DrillStage stage = new DrillStage(data, redis, 2, random)) {
            losesNothingAndDoublesNothing(stage, DrillStage::strike);
        }
    }

    /**
     * Both nodes begin as an earlier build, {@code -Dbeian.older=} its jar, and are replaced one
     * after the other, with faults before, between and after.
     */
    @Test
    void aDeployNodeByNode() throws Exception {
        String older = System.getProperty("beian.older", "");
        assumeThat(older).as("-Dbeian.older=, the jar of an earlier build").isNotEmpty();
        try (DrillRedis redis = TestRedis.start(data.resolve("redis"), TestRedis.installed());
                DrillStage stage = new DrillStage(data, redis, 2, random)) {
            stage.become(Path.of(older));
            losesNothingAndDoublesNothing(
                    stage,
                    (all, fault) -> {
                        for (int node = 0; node < all.nodes(); node++) {
                            if (fault == FAULTS * (node + 1) / (all.nodes() + 1)) {
                                all.deploy(node);
                            }
                        }
                        all.strike(fault);
                    });
        }
    }

    private void losesNothingAndDoublesNothing(DrillStage stage, Trouble trouble) throws Exception {
        stage.start();
        List<DrillFiler> waiting = new ArrayList<>();
        for (int i = 0; i < FILERS; i++) {
            DrillFiler filer = filer(stage);
            filer.play(ASKED_FOR_NATURE);
            waiting.add(filer);
        }
        fileThrough(stage, trouble);
        long came = remind(stage, waiting);
        DrillReport report = new DrillReport(stage, filers);
        System.out.printf(
                "seed %d; %s%nreminders due %d, came %d%n", SEED, report, waiting.size(), came);
        report.wrong().forEach(System.out::println);
        assertThat(report.wrong()).isEmpty();
        assertThat(report.doubled()).as("orders doubled").isEmpty();
        assertThat(report.untold()).as("orders nobody was told of").isEmpty();
        assertThat(came).as("reminders").isEqualTo(waiting.size());
    }

    private void fileThrough(DrillStage stage, Trouble trouble) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(FILERS);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < FILERS; i++) {
            all.add(people.submit(() -> fileAndFileAgain(stage)));
        }
        for (int fault = 0; fault < FAULTS; fault++) {
            LockSupport.parkNanos((500 + random.nextInt(3_000)) * 1_000_000L);
            trouble.happen(stage, fault);
        }
        calm.set(true);
        people.shutdown();
        for (Future<?> each : all) {
            try {
                each.get();
            } catch (ExecutionException stuck) {
                throw new AssertionError(stage.trouble() + unfinished(stage), stuck);
            }
        }
    }

    /** How the filings stand that came to no order. */
    private String unfinished(DrillStage stage) {
        return filers.stream()
                .filter(filer -> !filer.finished())
                .map(filer -> "\n" + filer.openid() + ": " + stage.snapshot(filer.openid()))
                .collect(Collectors.joining());
    }

    private void fileAndFileAgain(DrillStage stage) {
        while (!calm.get()) {
            DrillFiler filer = filer(stage);
            filers.add(filer);
            filer.playAll();
        }
    }

    private DrillFiler filer(DrillStage stage) {
        return new DrillFiler(stage.wechat(), numbers.incrementAndGet(), DrillFiler.Habits.USUAL);
    }

    /** A day and a half later everybody who stopped half-way hears of it, once. */
    private long remind(DrillStage stage, List<DrillFiler> waiting) throws Exception {
        stage.forward("PT36H");
        LockSupport.parkNanos(random.nextInt(500) * 1_000_000L);
        stage.strikeAll();
        for (DrillFiler filer : waiting) {
            BotProcess.await("the reminder of " + filer.openid(), () -> reminded(stage, filer));
        }
        return waiting.stream()
                .mapToLong(
                        filer ->
                                stage.wechat().served(filer.openid()).stream()
                                        .filter(text -> text.contains(REMINDER))
                                        .count())
                .sum();
    }

    private static boolean reminded(DrillStage stage, DrillFiler filer) {
        JsonNode snapshot = stage.snapshot(filer.openid());
        return snapshot.path("log").toString().contains("reminder:1")
                && snapshot.path("effects").isEmpty();
    }
}
