package io.beian.privacy;

import org.jspecify.annotations.Nullable;

/** The keys cannot be had. Its message tells an operator what to mend, and never a key. */
public final class KeysException extends IllegalStateException {

    private static final long serialVersionUID = 1;

    public KeysException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
