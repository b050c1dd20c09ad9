package io.beian.backend;

import com.google.common.hash.Hashing;

/** Names content by its hash, as the contract does. */
public final class Sha256 {

    private Sha256() {}

    /** In lower-case hex. */
    public static String of(byte[] content) {
        return Hashing.sha256().hashBytes(content).toString();
    }
}
