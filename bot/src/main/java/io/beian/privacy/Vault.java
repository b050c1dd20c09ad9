package io.beian.privacy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Seals bytes with AES-256-GCM so that they can be read by nobody without the keys, changed by
 * nobody, and taken for nothing but what they were sealed as. Every seal begins with the mark and
 * the number of its key, so that several keys may be in use at once.
 */
public final class Vault {

    /** Tink's first byte before the number of a key; no JSON, JPEG or message begins with it. */
    private static final byte SEALED = 1;

    private static final int HEAD = 1 + Integer.BYTES;

    private final Aead aead;
    private final int primary;
    private final boolean readsUnsealed;

    private Vault(Aead aead, int primary, boolean readsUnsealed) {
        this.aead = aead;
        this.primary = primary;
        this.readsUnsealed = readsUnsealed;
    }

    /**
     * Opens a vault.
     *
     * @param readsUnsealed whether bytes that were kept before there were seals are taken as they
     *     are; whoever can write to the store can then put in anything
     */
    static Vault with(KeysetHandle keys, boolean readsUnsealed) {
        try {
            AeadConfig.register();
            Aead aead = keys.getPrimitive(RegistryConfiguration.get(), Aead.class);
            return new Vault(aead, keys.getPrimary().getId(), readsUnsealed);
        } catch (GeneralSecurityException e) {
            throw new KeysException("these are no keys for sealing", e);
        }
    }

    /**
     * Seals bytes.
     *
     * @param as what they are and whose; must be said again when they are opened
     */
    public byte[] seal(byte[] plain, String as) {
        try {
            return aead.encrypt(plain, as.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new SealException("could not be sealed", e);
        }
    }

    /**
     * Opens what was sealed as the same thing.
     *
     * @throws SealException if its key is not here, or it is not what was sealed
     */
    public byte[] open(byte[] sealed, String as) {
        if (sealed.length < HEAD || sealed[0] != SEALED) {
            return unsealed(sealed);
        }
        try {
            return aead.decrypt(sealed, as.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new SealException("its key is not here, or it was changed", e);
        }
    }

    private byte[] unsealed(byte[] bytes) {
        if (!readsUnsealed) {
            throw new SealException("not sealed", null);
        }
        return bytes;
    }

    /** Whether these bytes are sealed with the key that seals now. */
    public boolean isCurrent(byte[] stored) {
        return stored.length >= HEAD
                && stored[0] == SEALED
                && ByteBuffer.wrap(stored).getInt(1) == primary;
    }
}
