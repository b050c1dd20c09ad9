package io.beian.sandbox.backend;

/**
 * Whether the sponsor of an order is its filer's. Where nobody has shown it, the order stands in
 * nobody's way and changes nothing that is filed until the clerk has settled it.
 */
public enum Ownership {
    /** Of a filed sponsor of ours, without proof. */
    UNCLEAR,
    /** The clerk has made sure. */
    SETTLED
}
