package io.beian.privacy;

import java.util.List;

/** Vaults of tests. */
public final class Vaults {

    private Vaults() {}

    /** With a key nobody else has. */
    public static Vault fresh() {
        return KeyRing.create().vault(false);
    }

    /** That takes what was never sealed. */
    public static Vault lenient() {
        return KeyRing.create().vault(true);
    }

    /** Before an exchange of keys, after the promotion, and after the old key was dropped. */
    public static List<Vault> exchanged() {
        KeyRing before = KeyRing.create();
        KeyRing promoted = before.add().promote();
        return List.of(before.vault(false), promoted.vault(false), promoted.drop().vault(false));
    }
}
