package io.beian.redis;

/**
 * This process among others that share the store.
 *
 * @param name never used twice; names the consumer in the streams
 */
public record Node(String name) {

    /** The one consumer group of every outbox stream. */
    public static final String GROUP = "workers";
}
