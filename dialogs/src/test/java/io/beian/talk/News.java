package io.beian.talk;

import io.beian.dialogue.Input;
import io.beian.dialogue.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** News of an order, made short for tests. */
public final class News {

    private News() {}

    public static Input.OrderMoved of(String order, long seq, String state, Instant at) {
        return of(order, seq, state, at, List.of(), List.of("withdraw"), Map.of());
    }

    public static Input.OrderMoved of(
            String order,
            long seq,
            String state,
            Instant at,
            List<Problem> problems,
            List<String> allowed,
            Map<String, String> numbers) {
        return new Input.OrderMoved(
                order,
                seq,
                state,
                at,
                problems,
                allowed,
                numbers,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                true);
    }
}
