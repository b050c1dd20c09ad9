package io.beian.photo;

import java.awt.color.ICC_Profile;
import java.util.Optional;

/**
 * A picture file reduced to what makes its pixels, so that no decoder ever sees the rest: comments,
 * thumbnails, compressed text and whatever follows the picture.
 *
 * @param whole whether the file runs to its proper end without a structural fault
 * @param file the reduced file
 * @param exif the EXIF block, starting at its TIFF header; empty if there is none
 * @param profile a colour profile the decoder would not apply by itself
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Essentials(
        int width,
        int height,
        boolean whole,
        byte[] file,
        byte[] exif,
        Optional<ICC_Profile> profile) {

    long pixels() {
        return (long) width * height;
    }

    int shortEdge() {
        return Math.min(width, height);
    }

    int longEdge() {
        return Math.max(width, height);
    }
}
