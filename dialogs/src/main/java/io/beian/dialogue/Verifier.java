package io.beian.dialogue;

/**
 * Somebody who has to answer the bureau's text message (短信核验).
 *
 * @param person path of the person, such as {@code sponsor.person} or {@code site.s1.person}
 * @param name masked
 * @param mobile masked
 * @param done whether it is done
 */
public record Verifier(String person, String name, String mobile, boolean done) {}
