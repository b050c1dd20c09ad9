package io.beian.dialogue;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An order of this filer as the backend has it.
 *
 * @param caseId the filing it came from; the conversation may have forgotten it
 * @param seq its latest event
 * @param since when it came into its state
 * @param numbers licence numbers once approved
 */
public record KnownOrder(
        String number,
        String caseId,
        long seq,
        String state,
        Instant since,
        List<String> allowed,
        Map<String, String> numbers,
        List<String> domains) {}
