package io.beian.sandbox.wechat;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a script asks a phone to do.
 *
 * @param type {@code text, image, voice, video, location, link, sticker} or an event: {@code
 *     subscribe, unsubscribe, SCAN, CLICK, VIEW}
 * @param menuId makes a text a tap on a choice
 * @param image Base64 of a picture; or {@code sample} names one of ours, or {@code mediaId} one
 *     that is there
 * @param deliver deliveries at the same time, 1 if absent
 * @param replay sends the very same request a second time
 * @param fault name of a {@link Fault}
 */
record SendRequest(
        @Nullable String type,
        @Nullable String text,
        @Nullable String menuId,
        @Nullable String image,
        @Nullable String sample,
        @Nullable String mediaId,
        @Nullable String key,
        @Nullable String scene,
        @Nullable String url,
        @Nullable String title,
        @Nullable String description,
        @Nullable String label,
        @Nullable String latitude,
        @Nullable String longitude,
        @Nullable String msgId,
        @Nullable Long createTime,
        @Nullable Integer deliver,
        @Nullable Boolean replay,
        @Nullable String fault) {

    private static final int MOST_AT_ONCE = 50;

    static String or(@Nullable String given, String otherwise) {
        return Objects.requireNonNullElse(given, otherwise);
    }

    /**
     * How it is to be sent.
     *
     * @throws IllegalArgumentException if it names no known fault
     */
    Sending sending() {
        int atOnce = deliver == null ? 1 : Math.max(1, Math.min(MOST_AT_ONCE, deliver));
        return new Sending(
                Optional.ofNullable(msgId),
                Optional.ofNullable(createTime),
                atOnce,
                replay != null && replay,
                Optional.ofNullable(fault).map(f -> Fault.valueOf(f.toUpperCase(Locale.ROOT))));
    }
}
