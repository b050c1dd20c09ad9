package io.beian.photo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import net.coobird.thumbnailator.util.exif.Orientation;

/**
 * Reads how the camera was held.
 *
 * <p>One number is all we want of an EXIF block, so no library reads the whole of it: the entries
 * of a hostile one share their values, which are then unpacked a thousand times (64 KB into more
 * than a gigabyte), and its directories nest until the stack is full.
 */
final class ExifOrientation {

    private static final int ORIENTATION = 0x0112;
    private static final int ENTRY = 12;
    private static final int HEADER = 8;

    private ExifOrientation() {}

    /** The orientation in an EXIF block; empty if it says nothing or nothing sensible. */
    static Optional<Orientation> of(byte[] exif) {
        if (exif.length < HEADER) {
            return Optional.empty();
        }
        int value = number(ByteBuffer.wrap(exif).order(order(exif)));
        return value < 1 || value > 8 ? Optional.empty() : Optional.of(Orientation.typeOf(value));
    }

    private static ByteOrder order(byte[] exif) {
        return exif[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    }

    /** The value of the entry in the first directory (TIFF 6.0, section 2), or 0. */
    private static int number(ByteBuffer tiff) {
        int directory = tiff.getInt(4);
        if (directory < HEADER || directory > tiff.capacity() - 2) {
            return 0;
        }
        int entries = Short.toUnsignedInt(tiff.getShort(directory));
        int at = directory + 2;
        for (int i = 0; i < entries && at + ENTRY <= tiff.capacity(); i++, at += ENTRY) {
            if (Short.toUnsignedInt(tiff.getShort(at)) == ORIENTATION) {
                return value(tiff, tiff.getShort(at + 2), at + 8);
            }
        }
        return 0;
    }

    /** A short number by the standard; writers are found that take any other kind. */
    private static int value(ByteBuffer tiff, int type, int at) {
        return switch (type) {
            case 1, 6, 7 -> tiff.get(at);
            case 3, 8 -> tiff.getShort(at);
            default -> tiff.getInt(at);
        };
    }
}
