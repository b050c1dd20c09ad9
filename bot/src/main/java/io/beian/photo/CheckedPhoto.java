package io.beian.photo;

import java.util.List;
import java.util.Map;

/** What came of checking an upload: a clean picture to keep, or the reason it cannot be used. */
public sealed interface CheckedPhoto {

    /**
     * An upright sRGB JPEG without metadata, named by the SHA-256 of its bytes; advice holds {@link
     * PhotoAdvice} codes and never blocks.
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes of a picture; two of them compare by sha256
    record Normalised(byte[] jpeg, int width, int height, String sha256, List<String> advice)
            implements CheckedPhoto {

        public Normalised {
            advice = List.copyOf(advice);
        }
    }

    /**
     * Why the upload is refused: a {@link PhotoProblem} code and the numbers its sentence needs.
     */
    record Unusable(String code, Map<String, String> details) implements CheckedPhoto {

        public Unusable {
            details = Map.copyOf(details);
        }
    }
}
