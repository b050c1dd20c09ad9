package io.beian.photo;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** What an upload is by its first bytes; names and content types are never asked. */
enum PhotoFormat {
    JPEG,
    PNG,
    GIF(PhotoProblem.GIF),
    WEBP(PhotoProblem.WEBP),
    HEIC(PhotoProblem.HEIC),
    BMP(PhotoProblem.BMP),
    TIFF(PhotoProblem.TIFF),
    PDF(PhotoProblem.PDF),
    VIDEO(PhotoProblem.VIDEO),
    EMPTY(PhotoProblem.EMPTY),
    OTHER(PhotoProblem.NOT_PICTURE);

    /** Still pictures in the ISO base media format; every other brand of it is a film. */
    private static final Set<String> STILL_BRANDS =
            Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif", "avis");

    private static final int LONGEST_SIGNATURE = 12;

    private final Optional<PhotoProblem> refusal;

    PhotoFormat() {
        refusal = Optional.empty();
    }

    PhotoFormat(PhotoProblem refusal) {
        this.refusal = Optional.of(refusal);
    }

    /** Empty for the formats we read. */
    Optional<PhotoProblem> refusal() {
        return refusal;
    }

    static PhotoFormat of(byte[] upload) {
        if (upload.length == 0) {
            return EMPTY;
        }
        int length = Math.min(upload.length, LONGEST_SIGNATURE);
        String head = new String(upload, 0, length, StandardCharsets.ISO_8859_1);
        if (head.startsWith("\u00ff\u00d8")) {
            return JPEG;
        }
        if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
            return PNG;
        }
        return refused(head);
    }

    private static PhotoFormat refused(String head) {
        if (head.startsWith("GIF87a") || head.startsWith("GIF89a")) {
            return GIF;
        }
        if (head.startsWith("RIFF") && head.endsWith("WEBP")) {
            return WEBP;
        }
        if (head.startsWith("%PDF-")) {
            return PDF;
        }
        if (head.startsWith("II*\0") || head.startsWith("MM\0*")) {
            return TIFF;
        }
        if (head.length() == LONGEST_SIGNATURE && head.startsWith("ftyp", 4)) {
            return STILL_BRANDS.contains(head.substring(8)) ? HEIC : VIDEO;
        }
        return isBitmap(head) ? BMP : OTHER;
    }

    /** "BM" alone also begins words; the four reserved bytes of a bitmap file header are zero. */
    private static boolean isBitmap(String head) {
        return head.startsWith("BM") && head.startsWith("\0\0\0\0", 6);
    }
}
