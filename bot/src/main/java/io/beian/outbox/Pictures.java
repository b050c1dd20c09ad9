package io.beian.outbox;

import java.util.Optional;

/** The kept pictures by the hash of their content. Implemented by {@code photo}. */
public interface Pictures {

    /** A normalised JPEG. */
    Optional<byte[]> get(String sha256);
}
