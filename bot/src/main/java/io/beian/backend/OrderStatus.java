package io.beian.backend;

import io.beian.dialogue.Input;
import io.beian.dialogue.Problem;
import java.util.List;
import java.util.Map;

/**
 * How an order stands at the backend.
 *
 * @param version goes up with every change of its contents
 * @param seq goes up with every change of its state
 * @param allowed what the filer may do now
 * @param numbers licence numbers once approved: {@code sponsor}, {@code site.s1} …
 */
public record OrderStatus(
        String number,
        long version,
        long seq,
        String state,
        List<Problem> problems,
        List<String> allowed,
        Map<String, String> numbers) {

    Input.OrderMoved moved() {
        return new Input.OrderMoved(number, seq, state, problems, allowed, numbers);
    }
}
