package io.beian.sandbox.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.sandbox.backend.Captures.State;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However two people come by a capture code, it serves one filing of one of them. */
class CapturesTest {

    private static final List<String> CODES =
            List.of("202611230000000011", "20261123BAD0000022", "SBX000000000000001");
    private static final List<String> CASES = List.of("c1", "c2", "c3");

    @TempDir Path data = Path.of("");

    private final Map<String, Long> handedIn = new ConcurrentHashMap<>();

    private Captures captures() {
        return new Captures(
                Seeds.load(),
                new Materials(data.resolve("materials")),
                new ClaimFile(data),
                (reference, caseId) -> handedIn.getOrDefault(reference + caseId, 0L));
    }

    private void handIn(String reference, String caseId) {
        handedIn.merge(reference + caseId, 1L, Long::sum);
    }

    @Test
    void givesAFreshCodeTheWholeSet() {
        Captures captures = captures();

        assertThat(captures.ask("SBXABCDEFGH0123456", "anna", "c1")).isEqualTo(State.READY);
        assertThat(captures.taken("SBXABCDEFGH0123456").pictures()).hasSize(4);
        assertThat(captures.ask("SBXabc", "anna", "c1")).isEqualTo(State.UNKNOWN);
    }

    @Test
    void freesTheCodesOfWhoIsForgotten() {
        Captures captures = captures();
        captures.ask(CODES.get(0), "anna", "c1");
        captures.ask(CODES.get(1), "bert", "c1");

        captures.free("anna"::equals);

        assertThat(captures().ask(CODES.get(0), "bert", "c1")).isEqualTo(State.READY);
        assertThat(captures().ask(CODES.get(1), "anna", "c1")).isEqualTo(State.USED);
    }

    /** Random talks of two at once, with restarts between: 100 of up to 40 steps. */
    @Test
    void servesOnePersonAndOneFilingOnly() {
        for (int talk = 0; talk < 100; talk++) {
            Random random = new Random(talk);
            handedIn.clear();
            Captures captures = captures();
            captures.free(anybody -> true);
            Map<String, Set<String>> served = new HashMap<>();
            Set<String> spent = new HashSet<>();
            for (int step = random.nextInt(40); step >= 0; step--) {
                String who = random.nextBoolean() ? "anna" : "bert";
                String caseId = CASES.get(random.nextInt(CASES.size()));
                String code = CODES.get(random.nextInt(CODES.size()));
                int act = random.nextInt(10);
                if (act == 0) {
                    captures = captures();
                } else if (act < 4) {
                    handIn(who, caseId);
                    served.forEach((each, by) -> spend(spent, each, by, who + caseId));
                } else if (captures.ask(code, who, caseId) == State.READY) {
                    assertThat(spent).as("talk %d", talk).doesNotContain(code);
                    served.computeIfAbsent(code, any -> new HashSet<>()).add(who + caseId);
                }
            }
            assertThat(served.values()).as("talk %d", talk).allMatch(by -> by.size() == 1);
        }
    }

    private static void spend(Set<String> spent, String code, Set<String> by, String filing) {
        if (by.contains(filing)) {
            spent.add(code);
        }
    }

    @Test
    void servesOneOfManyWhoAskAtOnce() throws Exception {
        Captures captures = captures();
        ExecutorService people = Executors.newFixedThreadPool(8);
        try {
            List<Callable<State>> asking = new ArrayList<>();
            for (int n = 0; n < 64; n++) {
                String who = "filer-" + n;
                asking.add(() -> captures.ask(CODES.get(0), who, "c1"));
            }
            int served = 0;
            for (Future<State> answer : people.invokeAll(asking)) {
                served += answer.get() == State.READY ? 1 : 0;
            }
            assertThat(served).isEqualTo(1);
        } finally {
            people.shutdownNow();
        }
    }
}
