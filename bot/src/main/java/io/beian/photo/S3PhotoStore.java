package io.beian.photo;

import io.beian.privacy.SealException;
import io.beian.privacy.SealedPlace;
import io.beian.privacy.Vault;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps pictures as sealed objects {@code ab/cdef…} of a bucket that all nodes share: the same
 * names and bytes as the files of {@link FilePhotoStore}, so that either can be copied to the
 * other.
 */
final class S3PhotoStore implements PhotoStore, SealedPlace {

    private static final Logger log = LoggerFactory.getLogger(S3PhotoStore.class);

    private static final Pattern PLACE = Pattern.compile("[0-9a-f]{2}/[0-9a-f]{62}");
    private static final byte[] SAMPLE = "may keep and delete".getBytes(StandardCharsets.US_ASCII);

    /** Who else may write at the same moment is another node that seals anew. */
    private static final int LOOKS = 3;

    private final S3Bucket bucket;
    private final Vault vault;
    private final Predicate<String> owned;

    /**
     * Calls nobody yet.
     *
     * @param owned whether anybody is known to need a picture
     */
    S3PhotoStore(S3Bucket bucket, Vault vault, Predicate<String> owned) {
        this.bucket = bucket;
        this.vault = vault;
        this.owned = owned;
    }

    /**
     * Tries what will be needed; a store that cannot be reached is left to whoever needs it.
     *
     * @throws UncheckedIOException caused by {@link StoreRefusedException} if it is refused
     */
    void check() {
        try {
            bucket.reach();
            delete(put(SAMPLE));
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof StoreRefusedException) {
                throw e;
            }
            log.warn("photo store not checked: it cannot be reached");
        }
    }

    @Override
    public String put(byte[] jpeg) {
        String sha256 = Sha256.of(jpeg);
        bucket.put(Sha256.place(sha256), vault.seal(jpeg, Sha256.as(sha256)));
        return sha256;
    }

    @Override
    public Optional<byte[]> get(String sha256) {
        return bucket.get(Sha256.place(sha256))
                .map(stored -> vault.open(stored.bytes(), Sha256.as(sha256)));
    }

    @Override
    public boolean delete(String sha256) {
        return bucket.delete(Sha256.place(sha256));
    }

    @Override
    public String name() {
        return "photos";
    }

    @Override
    public Tally reseal() {
        return bucket.names()
                .filter(name -> PLACE.matcher(name).matches())
                .map(this::reseal)
                .reduce(Tally.NOTHING, Tally::plus);
    }

    private Tally reseal(String place) {
        if (bucket.head(place).filter(head -> !vault.isCurrent(head)).isEmpty()) {
            return Tally.NOTHING;
        }
        String sha256 = place.replace("/", "");
        boolean wasOwned = owned.test(sha256);
        try {
            Tally tally = renew(place, Sha256.as(sha256));
            // Not every store looks and writes in one step; owners let go before it is deleted.
            if (tally.sealed() > 0 && wasOwned && !owned.test(sha256)) {
                bucket.delete(place);
                return Tally.NOTHING;
            }
            return tally;
        } catch (SealException e) {
            return new Tally(0, 1);
        }
    }

    /** Nothing is written over what somebody else has written or deleted meanwhile. */
    private Tally renew(String place, String as) {
        for (int look = 0; look < LOOKS; look++) {
            Optional<S3Bucket.Stored> found = bucket.get(place);
            if (found.filter(stored -> !vault.isCurrent(stored.bytes())).isEmpty()) {
                return Tally.NOTHING;
            }
            S3Bucket.Stored stored = found.get();
            if (bucket.replace(place, stored, vault.seal(vault.open(stored.bytes(), as), as))) {
                return new Tally(1, 0);
            }
        }
        return new Tally(0, 1);
    }
}
