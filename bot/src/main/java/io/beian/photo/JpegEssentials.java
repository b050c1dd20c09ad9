package io.beian.photo;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Walks the segments of a JPEG file (ITU-T T.81, annex B) and keeps the essential ones. */
final class JpegEssentials {

    /** A few bytes of scan can cost a pass over all pixels; encoders write 1 to about 14 scans. */
    private static final int MOST_SCANS = 24;

    /** The decoder remembers every one; a table before each scan and each table apart is 100. */
    private static final int MOST_SEGMENTS = 200;

    /**
     * A picture of several scans is held in whole, two bytes a sample, outside the heap: 160 MB.
     * Enough for 24 megapixels at the finest, and for 40 with colours as cameras keep them.
     */
    private static final long MOST_HELD_SAMPLES = 80_000_000;

    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    private static final String EXIF = "Exif\0\0";
    private static final String ICC = "ICC_PROFILE\0";

    /** Name, number of this part, number of parts. */
    private static final int ICC_HEAD = ICC.length() + 2;

    private final byte[] jpeg;
    private final ByteArrayOutputStream kept;
    private int at = 2;
    private int scans;
    private int segments;
    private Optional<JpegFrame> frame = Optional.empty();
    private byte[] exif = new byte[0];
    private final ByteArrayOutputStream icc = new ByteArrayOutputStream();

    private JpegEssentials(byte[] jpeg) {
        this.jpeg = jpeg;
        this.kept = new ByteArrayOutputStream(jpeg.length);
        kept.write(jpeg, 0, 2);
    }

    static Essentials of(byte[] jpeg) {
        JpegEssentials walk = new JpegEssentials(jpeg);
        boolean whole = walk.toEnd();
        return new Essentials(
                walk.frame.map(JpegFrame::width).orElse(0),
                walk.frame.map(JpegFrame::height).orElse(0),
                walk.fault(whole),
                walk.kept.toByteArray(),
                walk.exif,
                walk.profile());
    }

    private Optional<PhotoProblem> fault(boolean whole) {
        if (isUnusual()) {
            return Optional.of(PhotoProblem.UNUSUAL);
        }
        return whole ? Optional.empty() : Optional.of(PhotoProblem.BROKEN);
    }

    private boolean isUnusual() {
        return scans > MOST_SCANS
                || segments > MOST_SEGMENTS
                || frame.filter(found -> !found.usual() || isTooMuchToHold(found)).isPresent();
    }

    private boolean isTooMuchToHold(JpegFrame found) {
        return (found.progressive() || scans > 1) && found.samples() > MOST_HELD_SAMPLES;
    }

    private boolean toEnd() {
        int marker = nextMarker();
        while (marker != EOI) {
            if (marker < 0 || !segment(marker)) {
                return false;
            }
            marker = nextMarker();
        }
        keep(at - 2, at);
        return scans > 0;
    }

    /** The marker at this place, or -1 where there is none. */
    private int nextMarker() {
        if (at + 1 >= jpeg.length || unsigned(at) != 0xFF) {
            return -1;
        }
        while (at + 1 < jpeg.length && unsigned(at + 1) == 0xFF) {
            at++;
        }
        at += 2;
        return at <= jpeg.length ? unsigned(at - 1) : -1;
    }

    private boolean segment(int marker) {
        int start = at - 2;
        int length = at + 1 < jpeg.length ? unsigned(at) << 8 | unsigned(at + 1) : 0;
        int end = at + length;
        if (length < 2 || end > jpeg.length) {
            return false;
        }
        if (isFrame(marker) && !frame(marker, at + 2, end)) {
            return false;
        }
        note(marker, at + 2, end);
        boolean essential = isEssential(marker, at + 2, end);
        at = end;
        if (marker == SOS && !scan()) {
            return false;
        }
        if (essential) {
            keep(start, at);
            segments++;
        }
        return segments <= MOST_SEGMENTS;
    }

    /** Sets aside what is of use to us but not to the decoder. */
    private void note(int marker, int from, int end) {
        if (marker == APP1 && startsWith(from, end, EXIF) && exif.length == 0) {
            exif = Arrays.copyOfRange(jpeg, from + EXIF.length(), end);
        } else if (marker == APP2 && startsWith(from, end, ICC) && end - from > ICC_HEAD) {
            icc.write(jpeg, from + ICC_HEAD, end - from - ICC_HEAD);
        }
    }

    /** Writers put the parts of a profile in order; out of order they make none. */
    private Optional<ColourProfile> profile() {
        return icc.size() == 0 || frame.filter(found -> found.components() == 3).isEmpty()
                ? Optional.empty()
                : ColourProfile.of(icc.toByteArray());
    }

    private boolean frame(int marker, int from, int end) {
        boolean second = frame.isPresent();
        if (!second) {
            frame = JpegFrame.of(marker, ByteBuffer.wrap(jpeg, from, end - from));
        }
        return !second && frame.isPresent();
    }

    /** Passes over the coded data up to the next marker that is not part of it. */
    private boolean scan() {
        scans++;
        while (at + 1 < jpeg.length) {
            if (unsigned(at) == 0xFF && !belongsToScan(unsigned(at + 1))) {
                break;
            }
            at++;
        }
        return frame.isPresent() && scans <= MOST_SCANS;
    }

    private static boolean belongsToScan(int afterFf) {
        return afterFf == 0 || afterFf == 0xFF || (afterFf >= 0xD0 && afterFf <= 0xD7);
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xC0
                && marker <= 0xCF
                && marker != 0xC4
                && marker != 0xC8
                && marker != 0xCC;
    }

    /** Tables, frame and scans; of the application segments those that tell the colour model. */
    private boolean isEssential(int marker, int from, int end) {
        return switch (marker) {
            case 0xC4, 0xCC, 0xDB, 0xDD, SOS -> true;
            case 0xE0 -> startsWith(from, end, "JFIF\0");
            case 0xEE -> startsWith(from, end, "Adobe");
            default -> isFrame(marker);
        };
    }

    private boolean startsWith(int from, int end, String text) {
        byte[] wanted = text.getBytes(StandardCharsets.ISO_8859_1);
        return end - from >= wanted.length
                && Arrays.equals(jpeg, from, from + wanted.length, wanted, 0, wanted.length);
    }

    private void keep(int from, int to) {
        kept.write(jpeg, from, to - from);
    }

    private int unsigned(int index) {
        return jpeg[index] & 0xFF;
    }
}
