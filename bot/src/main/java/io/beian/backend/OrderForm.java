package io.beian.backend;

import io.beian.filing.Filing;

/**
 * An order as it is handed in.
 *
 * @param reference whose order it is, as the backend knows filers
 * @param caseId which of this filer's cases it is
 */
public record OrderForm(String reference, String caseId, Filing filing) {}
