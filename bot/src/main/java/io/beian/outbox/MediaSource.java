package io.beian.outbox;

/** Where the bytes of a picture a person sent can be fetched. Implemented by {@code wechat}. */
public interface MediaSource {

    Fetched fetch(String mediaId);

    /** What came of it. */
    sealed interface Fetched {

        record Bytes(byte[] content) implements Fetched {}

        /** The media id is not known any more; it lives three days. */
        record Gone() implements Fetched {}

        record TooBig() implements Fetched {}

        record TryLater() implements Fetched {}
    }
}
