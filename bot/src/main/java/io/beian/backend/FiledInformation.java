package io.beian.backend;

import io.beian.dialogue.FiledUnit;
import java.util.List;

/**
 * What is filed under a query.
 *
 * @param more whether there is more than is told
 */
public record FiledInformation(List<FiledUnit> units, boolean more) {}
