package io.beian.conversation;

/** The store of conversations did not answer; what was asked may be asked again. */
public final class StorageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StorageException(String message, Throwable cause) {
        super(message, cause);
    }
}
