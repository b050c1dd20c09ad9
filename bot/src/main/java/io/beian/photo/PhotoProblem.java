package io.beian.photo;

import java.util.Map;

/** Every reason for which an upload cannot be used; each code needs a sentence. */
public enum PhotoProblem {
    EMPTY("photo.empty"),
    GIF("photo.gif"),
    WEBP("photo.webp"),
    HEIC("photo.heic"),
    BMP("photo.bmp"),
    TIFF("photo.tiff"),
    PDF("photo.pdf"),
    VIDEO("photo.video"),
    NOT_PICTURE("photo.notPicture"),
    TOO_MANY_BYTES("photo.tooManyBytes"),
    TOO_MANY_PIXELS("photo.tooManyPixels"),
    TOO_SMALL("photo.tooSmall"),
    /** So much longer than wide that nothing on it stays legible, as a scrolled screenshot is. */
    TOO_LONG("photo.tooLong"),
    /** A covered lens, a bare sheet, a screenshot of nothing. */
    BLANK("photo.blank"),
    BROKEN("photo.broken"),
    /** Whole, but kept in a way that no camera uses and that costs too much or not all can read. */
    UNUSUAL("photo.unusual");

    private final String code;

    PhotoProblem(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    CheckedPhoto.Unusable unusable() {
        return new CheckedPhoto.Unusable(code, Map.of());
    }

    CheckedPhoto.Unusable unusable(Map<String, String> details) {
        return new CheckedPhoto.Unusable(code, details);
    }
}
