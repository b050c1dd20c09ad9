package io.beian.wechat;

/** How fetching a media file ended; {@code code} is WeChat's errcode. */
public sealed interface Fetched {

    // Never compared as a value; copying ten megabytes to guard them would be a waste.
    @SuppressWarnings("ArrayRecordComponent")
    record Bytes(byte[] content) implements Fetched {}

    /** Expired (media lives three days) or never was a file of ours. */
    record Gone(int code) implements Fetched {}

    record TooBig() implements Fetched {}

    /** Worth another attempt; {@link Sent.TryLater#NO_ANSWER} when there was no answer. */
    record TryLater(int code) implements Fetched {}
}
