package io.beian.sandbox.backend;

/**
 * Somebody who has to answer the bureau's text message, as the contract shows it.
 *
 * @param person path of the person
 * @param name masked
 * @param mobile masked
 */
public record VerifierView(String person, String name, String mobile, boolean done) {}
