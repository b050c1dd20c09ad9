package io.beian;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.redis.DrillRedis;
import io.beian.redis.TestRedis;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many people file on two nodes at the same time, and every text comes three times at once,
 * wherever the balancer sends it. {@code -Dbeian.conversations=10000} and {@code
 * -Dbeian.races=10000} are the long run, {@code -Dbeian.filers=16} at a time; without them it is a
 * short one.
 */
class CrowdTest {

    private static final int CONVERSATIONS = Integer.getInteger("beian.conversations", 2);
    private static final int RACES = Integer.getInteger("beian.races", 20);
    private static final int FILERS = Integer.getInteger("beian.filers", 2);
    private static final int NODES = 2;

    /** Who goes on to the order: pictures and preview take most of the time. */
    private static final int WHOLE = Integer.getInteger("beian.whole", 2);

    private static final int LONG = 500;

    private final Map<String, byte[]> pictures = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();

    @Test
    void takesEveryMessageOnceAndFilesNoAnswerElsewhere(@TempDir Path data) throws Exception {
        try (DrillRedis redis = TestRedis.start(data.resolve("redis"), TestRedis.installed());
                DrillStage stage = new DrillStage(data, redis, NODES, new Random(1))) {
            if (CONVERSATIONS + RACES > LONG) {
                stage.runLong();
            }
            stage.start();
            AtomicInteger conversations = new AtomicInteger();
            Collection<DrillFiler> filers =
                    file(stage, false, () -> conversations.getAndIncrement() < CONVERSATIONS);
            AtomicInteger races = new AtomicInteger();
            Collection<DrillFiler> racers =
                    file(stage, true, () -> races.getAndAdd(racesOfOne(stage)) < RACES);

            filers.addAll(racers);
            DrillReport report = new DrillReport(stage, filers);
            int raced = racers.stream().mapToInt(DrillFiler::races).sum();
            System.out.printf("%s%nraces of two answers: %d%n", report, raced);
            report.wrong().forEach(System.out::println);
            assertThat(report.wrong()).isEmpty();
            assertThat(report.doubled()).as("orders doubled").isEmpty();
            assertThat(report.untold()).as("orders nobody was told of").isEmpty();
            assertThat(raced).isGreaterThanOrEqualTo(RACES);
        }
    }

    private static int racesOfOne(DrillStage stage) {
        return new DrillFiler(stage.wechat(), 0, DrillFiler.Habits.USUAL).rivals();
    }

    private Collection<DrillFiler> file(DrillStage stage, boolean rivals, BooleanSupplier another)
            throws Exception {
        Collection<DrillFiler> filers = new ConcurrentLinkedQueue<>();
        ExecutorService people = Executors.newFixedThreadPool(FILERS);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < FILERS; i++) {
            all.add(
                    people.submit(
                            () -> {
                                while (another.getAsBoolean()) {
                                    DrillFiler filer = filer(stage, rivals);
                                    filers.add(filer);
                                    if (filers.size() % WHOLE == 0) {
                                        filer.playAll();
                                    } else {
                                        filer.playToThePictures();
                                    }
                                }
                            }));
        }
        people.shutdown();
        for (Future<?> each : all) {
            try {
                each.get();
            } catch (ExecutionException stuck) {
                throw new AssertionError(stage.trouble(), stuck);
            }
        }
        return filers;
    }

    /** The same few pictures for all: to draw them anew would take longer than to read them. */
    private DrillFiler filer(DrillStage stage, boolean rivals) {
        DrillFiler.Habits habits =
                new DrillFiler.Habits(
                        rivals,
                        name ->
                                pictures.computeIfAbsent(
                                        name.replaceFirst("^oFault\\d+", ""), Specimen::of));
        return new DrillFiler(stage.wechat(), numbers.incrementAndGet(), habits);
    }
}
