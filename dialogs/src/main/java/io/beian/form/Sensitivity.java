package io.beian.form;

/** How carefully an answer is to be handled. Declared for every question. */
public enum Sensitivity {
    /** Public anyway: company name, domain, code table entries. */
    OPEN,
    /**
     * Personal data: shown in full to their own filer only, masked to anybody else, never logged.
     */
    PERSONAL,
    /**
     * Sensitive personal data under the PIPL: identity numbers and pictures of identity papers. The
     * numbers are masked in the chat as well.
     */
    SENSITIVE
}
