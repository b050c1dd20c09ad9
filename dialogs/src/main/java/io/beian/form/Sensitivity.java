package io.beian.form;

/** How carefully an answer is to be handled. Declared for every question. */
public enum Sensitivity {
    /** Public anyway: company name, domain, code table entries. */
    OPEN,
    /** Personal data: shown masked, never logged. */
    PERSONAL,
    /** Sensitive personal data under the PIPL: identity numbers and pictures of identity papers. */
    SENSITIVE
}
