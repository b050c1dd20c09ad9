package io.beian.outbox;

import io.beian.dialogue.ConversationId;
import java.util.List;

/**
 * Where pictures can be fetched that were taken in the mini program. Implemented by {@code
 * backend}.
 */
public interface CaptureSource {

    Found find(ConversationId filer, String code);

    MediaSource.Fetched picture(String sha256);

    /** What there is under a code. */
    sealed interface Found {

        /** The pictures, in the order they were taken. */
        record Pictures(List<Picture> pictures) implements Found {}

        /** {@code unknown}, {@code used} or {@code expired}. */
        record Nothing(String why) implements Found {}

        record TryLater() implements Found {}

        /** Asking again will not help. */
        record Failed() implements Found {}
    }

    /**
     * A picture.
     *
     * @param slot path or id of the question it was taken for
     */
    record Picture(String slot, String sha256) {}
}
