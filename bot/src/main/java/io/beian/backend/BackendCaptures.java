package io.beian.backend;

import io.beian.dialogue.ConversationId;
import io.beian.outbox.CaptureSource;
import io.beian.outbox.MediaSource.Fetched;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The filing backend, where the mini program puts its pictures. */
final class BackendCaptures implements CaptureSource {

    private static final Logger LOG = LoggerFactory.getLogger(BackendCaptures.class);

    private final FilingBackend backend;

    BackendCaptures(FilingBackend backend) {
        this.backend = backend;
    }

    @Override
    public Found find(ConversationId filer, String code) {
        return orElse(
                () -> found(backend.capture(code, FilerReference.of(filer).value())),
                failed -> failed.passing() ? new Found.TryLater() : new Found.Failed());
    }

    private static Found found(Capture capture) {
        if (capture instanceof Capture.Taken taken) {
            return new Found.Pictures(
                    taken.pictures().stream().map(p -> new Picture(p.slot(), p.sha256())).toList());
        }
        return new Found.Nothing(((Capture.Nothing) capture).why());
    }

    @Override
    public Fetched picture(String sha256) {
        return orElse(
                () ->
                        backend.material(sha256)
                                .<Fetched>map(bytes -> whole(sha256, bytes))
                                .orElseGet(Fetched.Gone::new),
                failed -> failed.passing() ? new Fetched.TryLater() : new Fetched.Gone());
    }

    /** One byte more than a picture may have is fetched of what is too big, so its hash differs. */
    private static Fetched whole(String sha256, byte[] bytes) {
        if (Sha256.of(bytes).equals(sha256)) {
            return new Fetched.Bytes(bytes);
        }
        return bytes.length > HttpFilingBackend.LARGEST_MATERIAL
                ? new Fetched.TooBig()
                : new Fetched.TryLater();
    }

    private static <T> T orElse(Supplier<T> call, Function<BackendException, T> otherwise) {
        try {
            return call.get();
        } catch (BackendException e) {
            LOG.warn("capture: {}", e.getMessage());
            return otherwise.apply(e);
        }
    }
}
