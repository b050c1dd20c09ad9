package io.beian.photo;

import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads how the camera was held. */
final class ExifOrientation {

    private static final Logger log = LoggerFactory.getLogger(ExifOrientation.class);

    private ExifOrientation() {}

    /** The orientation in an EXIF block; upright if it says nothing or nothing sensible. */
    static Orientation of(byte[] exif) {
        if (exif.length == 0) {
            return Orientation.TOP_LEFT;
        }
        Integer value = number(exif);
        return value == null || value < 1 || value > 8
                ? Orientation.TOP_LEFT
                : Orientation.typeOf(value);
    }

    private static @Nullable Integer number(byte[] exif) {
        Metadata metadata = new Metadata();
        try {
            new ExifReader().extract(new ByteArrayReader(exif), metadata);
        } catch (RuntimeException malformed) {
            // A malformed block is no reason against the picture; what was read so far counts.
            log.debug("Unreadable EXIF block of {} bytes", exif.length, malformed);
        }
        ExifIFD0Directory directory = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        return directory == null ? null : directory.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
    }
}
