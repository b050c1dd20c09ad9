package io.beian.photo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.Optional;
import net.coobird.thumbnailator.util.exif.Orientation;

/**
 * What a picture file says about how the camera was held, in whichever of its places. EXIF goes
 * before XMP (Metadata Working Group, Guidelines 2.0, 3.2), and the first of either before others.
 */
final class CameraNotes {

    private static final int EXIF_NAME = 4;

    private Optional<Orientation> inExif = Optional.empty();
    private Optional<Orientation> inXmp = Optional.empty();

    /** An EXIF block, with or without its name before the TIFF header; it may end early. */
    void exif(byte[] block) {
        int tiff = startsWithName(block) ? EXIF_NAME + 2 : 0;
        byte[] bare = Arrays.copyOfRange(block, tiff, block.length);
        inExif = inExif.or(() -> ExifOrientation.of(bare));
    }

    /** Two zeros close the name; some cameras write something else for the second. */
    private static boolean startsWithName(byte[] block) {
        return block.length >= EXIF_NAME + 2
                && "Exif\0".equals(new String(block, 0, EXIF_NAME + 1, ISO_8859_1));
    }

    void xmp(byte[] packet) {
        inXmp = inXmp.or(() -> XmpOrientation.of(packet));
    }

    /** Upright if nothing is said. */
    Orientation orientation() {
        return inExif.or(() -> inXmp).orElse(Orientation.TOP_LEFT);
    }
}
