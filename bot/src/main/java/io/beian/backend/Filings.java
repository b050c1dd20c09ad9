package io.beian.backend;

import io.beian.dialogue.Case;
import io.beian.filing.Filing;
import java.util.Optional;

/** Makes the complete order of a case. Implemented by {@code filing}. */
@FunctionalInterface
public interface Filings {

    /** Empty if an answer is missing or does not pass today's rules. */
    Optional<Filing> complete(Case open);
}
