package io.beian.talk;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What can be seen of a conversation from outside, as the inspector shows it.
 *
 * @param asks path of the open question
 * @param facts masked values by path
 * @param choices labels in order
 * @param refused code of the last refusal
 */
public record View(
        long version,
        String phase,
        Optional<String> asks,
        List<String> choices,
        Map<String, String> facts,
        Optional<String> refused,
        Optional<String> orderNumber,
        Optional<String> orderState) {}
