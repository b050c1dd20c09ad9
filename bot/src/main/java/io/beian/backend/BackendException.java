package io.beian.backend;

import org.jspecify.annotations.Nullable;

/** The backend could not do its part. Says which call and how it ended, never what was in it. */
public final class BackendException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Category category;

    BackendException(Category category, String message) {
        this(category, message, null);
    }

    BackendException(Category category, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.category = category;
    }

    public Category category() {
        return category;
    }

    boolean passing() {
        return category == Category.RETRY;
    }

    /** What can be done about it. */
    public enum Category {
        /** Busy or away: the same call may work later. */
        RETRY,
        /** It will not take this call, now or later. */
        REFUSED,
        /** Key, address or contract are wrong: an operator has to act. */
        MISCONFIGURED
    }
}
