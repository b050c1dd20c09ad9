package io.beian.sandbox.wechat;

import java.util.Arrays;
import java.util.HexFormat;

/** What the first bytes of a file say it is. */
enum MediaFormat {
    JPEG("image/jpeg", "jpg", "ffd8ff"),
    PNG("image/png", "png", "89504e470d0a1a0a"),
    GIF("image/gif", "gif", "47494638"),
    AMR("audio/amr", "amr", "2321414d52"),
    OTHER("application/octet-stream", "bin", "");

    private final String mime;
    private final String extension;
    private final String magic;

    MediaFormat(String mime, String extension, String magic) {
        this.mime = mime;
        this.extension = extension;
        this.magic = magic;
    }

    static MediaFormat of(byte[] content) {
        return Arrays.stream(values())
                .filter(format -> format.begins(content))
                .findFirst()
                .orElse(OTHER);
    }

    String mime() {
        return mime;
    }

    String extension() {
        return extension;
    }

    boolean isPicture() {
        return this == JPEG || this == PNG || this == GIF;
    }

    private boolean begins(byte[] content) {
        int length = magic.length() / 2;
        return content.length >= length
                && HexFormat.of().formatHex(content, 0, length).equals(magic);
    }
}
