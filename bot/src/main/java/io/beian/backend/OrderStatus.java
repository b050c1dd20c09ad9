package io.beian.backend;

import io.beian.dialogue.Input;
import io.beian.dialogue.Problem;
import io.beian.dialogue.Verifier;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How an order stands at the backend.
 *
 * @param version goes up with every change of its contents
 * @param seq goes up with every change of its state
 * @param since when it came into its state
 * @param allowed what the filer may do now
 * @param numbers licence numbers once approved: {@code sponsor}, {@code site.s1} …
 * @param deadline until when somebody has to act
 * @param link where to act, if there is such a place
 * @param verifiers who has to answer the bureau's text message
 */
public record OrderStatus(
        String number,
        long version,
        long seq,
        String state,
        Instant since,
        List<Problem> problems,
        List<String> allowed,
        Map<String, String> numbers,
        Optional<Instant> deadline,
        Optional<String> link,
        List<Verifier> verifiers) {

    Input.OrderMoved moved() {
        return new Input.OrderMoved(
                number, seq, state, since, problems, allowed, numbers, deadline, link, verifiers,
                false);
    }
}
