package io.beian.talk;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EngineTalksTest {

    private static final List<Talk> ALL = Talk.all();

    static Stream<Talk> talks() {
        return ALL.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("talks")
    void playsOnThePureEngine(Talk talk) {
        try (Stage stage = new EngineStage()) {
            new TalkPlayer(stage, ALL).play(talk);
        }
    }
}
