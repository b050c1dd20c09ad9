package io.beian.photo;

import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;

/**
 * Decides whether an upload can be used and makes a clean picture of it.
 *
 * <ul>
 *   <li>tell the format by its first bytes;
 *   <li>refuse by size, by the pixels its header claims and by its structure, before decoding;
 *   <li>decode what is essential, few pictures at a time and none for long;
 *   <li>turn upright, convert, shrink, look whether anything is on it and whether it is legible,
 *       encode anew.
 * </ul>
 */
public final class PhotoCheck {

    /** Under this nothing on a licence or card can be read. */
    private static final int LEAST_SHORT_EDGE = 200;

    private final PhotoSettings settings;
    private final Semaphore decoding;
    private final PictureDecoder decoder = new PictureDecoder();
    private final Darkroom darkroom;
    private final Predicate<Luminance> blank;

    public PhotoCheck(PhotoSettings settings) {
        this(settings, new Semaphore(settings.decodingAtOnce(), true), Blank::is);
    }

    PhotoCheck(PhotoSettings settings, Semaphore decoding, Predicate<Luminance> blank) {
        this.settings = settings;
        this.decoding = decoding;
        this.blank = blank;
        this.darkroom = new Darkroom(settings.longestEdge());
    }

    /** The normalised picture or the reason against it; waits while others are being decoded. */
    public CheckedPhoto check(byte[] upload) {
        PhotoFormat format = PhotoFormat.of(upload);
        Optional<PhotoProblem> refusal = format.refusal();
        if (refusal.isPresent()) {
            return refusal.get().unusable();
        }
        long mostBytes = settings.maxBytes().toBytes();
        if (upload.length > mostBytes) {
            return PhotoProblem.TOO_MANY_BYTES.unusable(
                    Map.of("bytes", "" + upload.length, "limit", "" + mostBytes));
        }
        decoding.acquireUninterruptibly();
        try {
            return look(format, upload);
        } finally {
            decoding.release();
        }
    }

    /** From here on a picture takes more memory than its upload. */
    private CheckedPhoto look(PhotoFormat format, byte[] upload) {
        Essentials picture =
                format == PhotoFormat.JPEG ? JpegEssentials.of(upload) : PngEssentials.of(upload);
        return refuse(picture).orElseGet(() -> normalise(format, picture));
    }

    private Optional<CheckedPhoto> refuse(Essentials picture) {
        if (picture.pixels() > settings.maxPixels()) {
            return refusal(PhotoProblem.TOO_MANY_PIXELS, picture, settings.maxPixels());
        }
        if (picture.fault().isPresent()) {
            return picture.fault().map(PhotoProblem::unusable);
        }
        if (picture.shortEdge() < LEAST_SHORT_EDGE) {
            return refusal(PhotoProblem.TOO_SMALL, picture, LEAST_SHORT_EDGE);
        }
        long fittedShortEdge =
                (long) picture.shortEdge() * settings.longestEdge() / picture.longEdge();
        return fittedShortEdge < LEAST_SHORT_EDGE
                ? refusal(PhotoProblem.TOO_LONG, picture, LEAST_SHORT_EDGE)
                : Optional.empty();
    }

    private static Optional<CheckedPhoto> refusal(
            PhotoProblem problem, Essentials picture, long limit) {
        return Optional.of(
                problem.unusable(
                        Map.of(
                                "width", "" + picture.width(),
                                "height", "" + picture.height(),
                                "limit", "" + limit)));
    }

    private CheckedPhoto normalise(PhotoFormat format, Essentials picture) {
        Decoded decoded = decoder.decode(format, picture);
        return decoded instanceof Decoded.Pixels pixels
                ? develop(pixels.image(), picture)
                : ((Decoded.Refused) decoded).problem().unusable();
    }

    private CheckedPhoto develop(BufferedImage decoded, Essentials picture) {
        BufferedImage image = darkroom.develop(decoded, picture);
        Luminance light = PhotoCoach.light(image);
        if (blank.test(light)) {
            return PhotoProblem.BLANK.unusable();
        }
        CompactJpeg jpeg = CompactJpeg.of(image, settings.targetBytes().toBytes());
        return new CheckedPhoto.Normalised(
                jpeg.bytes(),
                jpeg.width(),
                jpeg.height(),
                Sha256.of(jpeg.bytes()),
                PhotoCoach.advise(image, light));
    }
}
