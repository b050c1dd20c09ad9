package io.beian.photo;

import java.util.Optional;

/**
 * Keeps pictures under the SHA-256 of their bytes, so the same picture is kept once however often
 * it is sent. Nobody counts who refers to it: delete only what no order refers to any more.
 *
 * <p>An id that is not 64 lower-case hexadecimal digits is a defect of the caller and fails with
 * {@link IllegalArgumentException}; a store that cannot be reached fails with {@link
 * java.io.UncheckedIOException}.
 */
public interface PhotoStore {

    /** Keeps the picture durably and returns its id. */
    String put(byte[] jpeg);

    Optional<byte[]> get(String sha256);

    /** Whether there was something to delete. */
    boolean delete(String sha256);
}
