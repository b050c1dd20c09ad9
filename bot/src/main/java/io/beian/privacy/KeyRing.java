package io.beian.privacy;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmParameters;
import java.security.GeneralSecurityException;
import java.util.stream.IntStream;

/**
 * The keys, of which one seals and all open, as a text in Tink's JSON format. They are exchanged in
 * three steps, each rolled out to every node before the next: add a key, promote it, and drop the
 * old ones once everything has been sealed anew.
 *
 * <p>A key may seal 2<sup>32</sup> times (NIST SP 800-38D, 8.3), which is some hundred million
 * turns.
 */
final class KeyRing {

    private static final int KEY_BYTES = 32;
    private static final int IV_BYTES = 12;
    private static final int TAG_BYTES = 16;

    private final KeysetHandle keys;

    private KeyRing(KeysetHandle keys) {
        this.keys = keys;
    }

    /** A ring with one new key. */
    static KeyRing create() {
        return changed(KeysetHandle.newBuilder().addEntry(fresh().makePrimary()));
    }

    /** Reads what {@link #text} wrote. */
    static KeyRing read(String text) {
        try {
            AeadConfig.register();
            return new KeyRing(
                    TinkJsonProtoKeysetFormat.parseKeyset(
                            text.strip(),
                            RegistryConfiguration.get(),
                            InsecureSecretKeyAccess.get()));
        } catch (GeneralSecurityException e) {
            // Its cause may quote the text.
            throw new KeysException("the keys are not a key set in Tink's JSON format", null);
        }
    }

    /** The keys themselves, for a place nobody else can read. */
    String text() {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeyset(
                    keys, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new KeysException("the keys cannot be written", e);
        }
    }

    /** With one more key, which opens but does not seal yet. */
    KeyRing add() {
        return changed(KeysetHandle.newBuilder(keys).addEntry(fresh()));
    }

    /** The key that was added last is the one that seals. */
    KeyRing promote() {
        KeysetHandle.Builder ring = KeysetHandle.newBuilder(keys);
        ring.getAt(ring.size() - 1).makePrimary();
        return changed(ring);
    }

    /** Without all keys but the one that seals. */
    KeyRing drop() {
        KeysetHandle.Builder ring = KeysetHandle.newBuilder(keys);
        IntStream.iterate(ring.size() - 1, i -> i >= 0, i -> i - 1)
                .filter(i -> !ring.getAt(i).isPrimary())
                .forEach(ring::deleteAt);
        return changed(ring);
    }

    int size() {
        return keys.size();
    }

    Vault vault(boolean readsUnsealed) {
        return Vault.with(keys, readsUnsealed);
    }

    private static KeysetHandle.Builder.Entry fresh() {
        try {
            AeadConfig.register();
            return KeysetHandle.generateEntryFromParameters(
                            AesGcmParameters.builder()
                                    .setKeySizeBytes(KEY_BYTES)
                                    .setIvSizeBytes(IV_BYTES)
                                    .setTagSizeBytes(TAG_BYTES)
                                    .setVariant(AesGcmParameters.Variant.TINK)
                                    .build())
                    .withRandomId();
        } catch (GeneralSecurityException e) {
            throw new KeysException("no key can be made", e);
        }
    }

    private static KeyRing changed(KeysetHandle.Builder ring) {
        try {
            return new KeyRing(ring.build());
        } catch (GeneralSecurityException e) {
            throw new KeysException("no key can be made", e);
        }
    }

    @Override
    public String toString() {
        return "KeyRing[" + keys.size() + " keys]";
    }
}
