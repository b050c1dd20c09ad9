package io.beian.privacy;

import org.jspecify.annotations.Nullable;

/** What was kept cannot be read. Tells nothing of what it is. */
public final class SealException extends IllegalStateException {

    private static final long serialVersionUID = 1;

    SealException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
