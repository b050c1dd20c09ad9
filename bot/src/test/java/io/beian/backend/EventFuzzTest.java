package io.beian.backend;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.beian.Mutations;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * What a fuzzer begins with and what it found, then random damage to all of it. A long run is
 * {@code -Dbeian.inputs=200000}, or Jazzer (SECURITY.md).
 */
class EventFuzzTest {

    private static final int INPUTS = Integer.getInteger("beian.inputs", 5_000);

    private static final Logger ROOM = (Logger) LoggerFactory.getLogger("io.beian.backend");

    private static final List<String> WORDS =
            List.of(
                    "{",
                    "}",
                    "[",
                    "]",
                    ",",
                    ":",
                    "\"",
                    "\\",
                    "\\u0000",
                    "\\uD800",
                    "null",
                    "true",
                    "1e999",
                    "-1",
                    "0.5",
                    "1e-999",
                    "9223372036854775808",
                    "99999999999999999999",
                    "NaN",
                    "\"order\":",
                    "\"numbers\":",
                    "\"verifiers\":[",
                    "\"errors\":[",
                    "{\"a\":",
                    "[[",
                    "+1000000000-12-31T23:59:59.999999999Z",
                    "0000-00-00T00:00:00Z",
                    "\u0000",
                    "\uFEFF",
                    "😀");

    /** Each refusal is a line of the log. */
    @BeforeAll
    static void saysNothing() {
        ROOM.setLevel(Level.ERROR);
    }

    @AfterAll
    static void saysWhatItDidBefore() {
        ROOM.setLevel(null);
    }

    private interface Door {
        void enter(byte[] input) throws IOException;
    }

    @Test
    void takesOrRefusesEveryBody() throws IOException {
        enter("event", 20261127, WORDS, EventFuzz::fuzzerTestOneInput);
    }

    @Test
    void takesOrRefusesAllHeaders() throws IOException {
        List<String> words =
                List.of("\n", "v1,", " ", ",", "99999999999", "-", "１", "\u0000", "evt_1");
        enter("headers", 20261128, words, EventFuzz.Headers::fuzzerTestOneInput);
    }

    private static void enter(String folder, long seed, List<String> words, Door door)
            throws IOException {
        List<byte[]> samples = Mutations.samples(EventFuzzTest.class, "fuzz/" + folder);
        for (byte[] sample : samples) {
            door.enter(sample);
        }
        Mutations damaged = new Mutations(seed, samples, words);
        for (int i = 0; i < INPUTS; i++) {
            door.enter(damaged.next());
        }
    }
}
