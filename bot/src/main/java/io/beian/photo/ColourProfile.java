package io.beian.photo;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.color.ProfileDataException;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.WritableRaster;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the numbers of an RGB picture mean where it is not sRGB, as on most iPhones.
 *
 * <p>Decoders never get to see a profile: one of them reserves as much memory as a profile claims
 * to have. Here it is applied after shrinking, to a fraction of the pixels.
 */
record ColourProfile(ICC_Profile icc) {

    /** Display profiles have 0.5 to 4 KB; the largest printing profiles stay under 2 MB. */
    static final int MOST_BYTES = 2 * 1024 * 1024;

    /** The header and the count of its tags. */
    private static final int HEADER = 132;

    private static final Set<String> CLASSES = Set.of("mntr", "scnr", "prtr", "spac");
    private static final Set<String> CONNECTIONS = Set.of("XYZ ", "Lab ");

    private static final Logger log = LoggerFactory.getLogger(ColourProfile.class);

    /** Empty for profiles of other colours than RGB and for bytes that are no sound profile. */
    static Optional<ColourProfile> of(byte[] bytes) {
        if (bytes.length > MOST_BYTES || !isOfAnRgbDevice(bytes)) {
            return Optional.empty();
        }
        try {
            ICC_Profile icc = ICC_Profile.getInstance(bytes);
            return Optional.of(new ColourProfile(icc));
        } catch (IllegalArgumentException | CMMException | ProfileDataException malformed) {
            log.debug("A colour profile of {} bytes is unreadable", bytes.length, malformed);
            return Optional.empty();
        }
    }

    /**
     * Whether the header (ICC.1:2022, 7.2) is one that browsers and libvips would heed: all of the
     * profile is there, and it tells what the RGB of a screen, camera or printer looks like.
     */
    private static boolean isOfAnRgbDevice(byte[] bytes) {
        if (bytes.length < HEADER) {
            return false;
        }
        int size = ByteBuffer.wrap(bytes).getInt();
        return size >= HEADER
                && size <= bytes.length
                && CLASSES.contains(signature(bytes, 12))
                && "RGB ".equals(signature(bytes, 16))
                && CONNECTIONS.contains(signature(bytes, 20))
                && "acsp".equals(signature(bytes, 36));
    }

    private static String signature(byte[] bytes, int at) {
        return new String(bytes, at, 4, StandardCharsets.ISO_8859_1);
    }

    /** Converts the picture in place; under a profile that cannot be applied it stays as it is. */
    void toSrgb(BufferedImage image) {
        WritableRaster pixels = image.getRaster();
        WritableRaster bytes =
                new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR)
                        .getRaster();
        bytes.setRect(pixels);
        ICC_Profile[] way = {icc, ICC_Profile.getInstance(ColorSpace.CS_sRGB)};
        try {
            new ColorConvertOp(way, null).filter(bytes, bytes);
            pixels.setRect(bytes);
        } catch (IllegalArgumentException | CMMException | ProfileDataException inapplicable) {
            log.debug("A colour profile cannot be applied", inapplicable);
        }
    }
}
