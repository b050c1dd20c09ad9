package io.beian.redis;

import java.io.IOException;

/** The embedded Redis cannot be started here; says in a sentence why, and in another what to do. */
final class EmbeddedRedisException extends IOException {

    private static final long serialVersionUID = 1;

    private final String action;

    EmbeddedRedisException(String why, String action) {
        super(why);
        this.action = action;
    }

    String action() {
        return action;
    }
}
