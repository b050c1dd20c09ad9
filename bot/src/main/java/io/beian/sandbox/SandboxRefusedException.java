package io.beian.sandbox;

import org.jspecify.annotations.Nullable;

/** The sandbox was started beside something real. */
final class SandboxRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SandboxRefusedException(String property, @Nullable String value) {
        super(
                "The sandbox only ever talks to this machine, but "
                        + property
                        + " is "
                        + (value == null ? "not set" : "'" + value + "'"));
    }
}
