package io.beian.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.beian.dialogue.ConversationId;
import io.beian.dialogue.Effect;
import io.beian.dialogue.Input;
import io.beian.dialogue.Line;
import io.beian.dialogue.Reply;
import io.beian.outbox.Agents.Called;
import io.beian.outbox.EffectHandler.Result;
import io.beian.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallAgentHandlerTest {

    private static final Effect.CallAgent CALL =
            new Effect.CallAgent(
                    new Reply(1, List.of(Line.of("busy")), List.of(), Optional.empty()));

    private final List<String> told = new ArrayList<>();

    @Test
    void tellsTheAgentHowTheCaseStands() {
        assertThat(run(Called.CAME, 1)).isEqualTo(new Result.Done(new Input.AgentCame(true)));
        assertThat(told).containsExactly(new Wording().plain("busy"));
    }

    @Test
    void saysThatNobodyIsThere() {
        assertThat(run(Called.NOBODY, 1)).isEqualTo(new Result.Done(new Input.NoAgent()));
        assertThat(run(Called.MISCONFIGURED, 1)).isEqualTo(new Result.Done(new Input.NoAgent()));
    }

    @Test
    void triesAgainForAWhile() {
        assertThat(run(Called.TRY_LATER, 1)).isEqualTo(new Result.Later(Optional.empty()));
        assertThat(run(Called.TRY_LATER, 3)).isEqualTo(new Result.Done(new Input.NoAgent()));
    }

    private Result run(Called called, int attempt) {
        return new CallAgentHandler(
                        (person, summary) -> {
                            told.add(summary);
                            return called;
                        },
                        new Wording())
                .run(new ConversationId("o-1"), CALL, attempt);
    }
}
