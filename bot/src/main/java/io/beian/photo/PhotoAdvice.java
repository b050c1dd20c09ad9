package io.beian.photo;

/** Every remark on a picture that is kept all the same; each code needs a sentence. */
public enum PhotoAdvice {
    SMALL("photo.small"),
    BLURRED("photo.blurred"),
    DARK("photo.dark"),
    GLARE("photo.glare"),
    MONOCHROME("photo.monochrome");

    private final String code;

    PhotoAdvice(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
