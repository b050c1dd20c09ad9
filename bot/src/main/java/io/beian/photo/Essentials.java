package io.beian.photo;

import java.util.Optional;
import net.coobird.thumbnailator.util.exif.Orientation;

/**
 * A picture file reduced to what makes its pixels, so that no decoder ever sees the rest: comments,
 * thumbnails, compressed text and whatever follows the picture.
 *
 * @param fault why the file need not be decoded: it does not run to its proper end, or is such as
 *     no camera writes
 * @param file the reduced file
 * @param held how the camera was held
 * @param profile what its colours mean, if it is RGB and says so
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Essentials(
        int width,
        int height,
        Optional<PhotoProblem> fault,
        byte[] file,
        Orientation held,
        Optional<ColourProfile> profile) {

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
