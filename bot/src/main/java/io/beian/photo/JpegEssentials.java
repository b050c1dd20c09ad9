package io.beian.photo;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Walks the segments of a JPEG file (ITU-T T.81, annex B) and keeps the essential ones. Like
 * libjpeg, which nearly everything reads JPEGs with, it passes over stray bytes between segments;
 * it ends where the picture is whole, be it with an end marker, a phone's trailer or nothing behind
 * it.
 */
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

    /** Shorter ones are none to libjpeg, and trip other decoders. */
    private static final int JFIF_BYTES = 14;

    private static final int ADOBE_BYTES = 12;

    private static final int DRI = 0xDD;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    private static final String EXIF = "Exif\0";
    private static final String XMP = "http://ns.adobe.com/xap/1.0/\0";
    private static final String ICC = "ICC_PROFILE\0";

    private final byte[] jpeg;
    private final ByteArrayOutputStream kept;
    private int at = 2;
    private int scans;
    private int segments;
    private int interval;
    private Optional<JpegFrame> frame = Optional.empty();
    private Optional<JpegScans> brought = Optional.empty();
    private final CameraNotes notes = new CameraNotes();
    private final IccParts icc = new IccParts();

    private JpegEssentials(byte[] jpeg) {
        this.jpeg = jpeg;
        this.kept = new ByteArrayOutputStream(jpeg.length + 2);
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
                walk.notes.orientation(),
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
        while (brought.filter(JpegScans::complete).isEmpty()) {
            int marker = nextMarker();
            if (marker == EOI && scans > 0) {
                break;
            }
            if (marker < 0 || marker == EOI || !segment(marker)) {
                return false;
            }
        }
        kept.write(0xFF);
        kept.write(EOI);
        return true;
    }

    /** The next marker that has anything behind it, or -1 where there is none. */
    private int nextMarker() {
        while (at + 1 < jpeg.length) {
            int code = unsigned(at + 1);
            boolean marker = unsigned(at) == 0xFF && code != 0xFF && !isBare(code);
            if (marker) {
                at += 2;
                return code;
            }
            at++;
        }
        return -1;
    }

    /** No marker at all, or one that stands alone: a restart outside of a scan, or TEM. */
    private static boolean isBare(int code) {
        return code <= 1 || isRestart(code);
    }

    private boolean segment(int marker) {
        int start = at - 2;
        int length = at + 1 < jpeg.length ? unsigned(at) << 8 | unsigned(at + 1) : 0;
        // Of segments that do not count, a length of less than itself does not either.
        int end = at + Math.max(2, length);
        boolean essential = isEssential(marker, at + 2, end);
        if (end > jpeg.length || (essential && length < 2)) {
            return false;
        }
        if (isFrame(marker) && !frame(marker, at + 2, end)) {
            return false;
        }
        note(marker, at + 2, end);
        at = end;
        if (marker == SOS && !scan(start + 4, end)) {
            return false;
        }
        if (essential) {
            kept.write(jpeg, start, at - start);
            segments++;
        }
        return segments <= MOST_SEGMENTS;
    }

    /** Sets aside what is of use to us but not to the decoder. */
    private void note(int marker, int from, int end) {
        if (marker == APP1 && startsWith(from, end, EXIF)) {
            notes.exif(Arrays.copyOfRange(jpeg, from, end));
        } else if (marker == APP1 && startsWith(from, end, XMP)) {
            notes.xmp(Arrays.copyOfRange(jpeg, from + XMP.length(), end));
        } else if (marker == DRI && end == from + 2) {
            interval = unsigned(from) << 8 | unsigned(from + 1);
        } else if (marker == APP2 && startsWith(from, end, ICC)) {
            int name = from + ICC.length();
            if (end >= name + 2) {
                byte[] part = Arrays.copyOfRange(jpeg, name + 2, end);
                icc.add(unsigned(name), unsigned(name + 1), part);
            }
        }
    }

    private Optional<ColourProfile> profile() {
        return frame.filter(found -> found.components().size() == 3)
                .flatMap(colour -> icc.whole())
                .flatMap(ColourProfile::of);
    }

    private boolean frame(int marker, int from, int end) {
        boolean second = frame.isPresent();
        if (!second) {
            frame = JpegFrame.of(marker, ByteBuffer.wrap(jpeg, from, end - from));
            brought = frame.map(JpegScans::new);
        }
        return !second && frame.isPresent();
    }

    /** Passes over the coded data up to the next marker that is not part of it. */
    private boolean scan(int from, int end) {
        scans++;
        long units =
                brought.map(so -> so.add(ByteBuffer.wrap(jpeg, from, end - from).slice()))
                        .orElse(0L);
        JpegRestarts restarts = new JpegRestarts(units, interval);
        while (at < jpeg.length && !endsScan()) {
            if (unsigned(at) == 0xFF && at + 1 < jpeg.length && isRestart(unsigned(at + 1))) {
                restarts.see(unsigned(at + 1) & 7);
            }
            at++;
        }
        return frame.isPresent() && scans <= MOST_SCANS && restarts.complete();
    }

    private boolean endsScan() {
        if (unsigned(at) != 0xFF || at + 1 >= jpeg.length) {
            return false;
        }
        int code = unsigned(at + 1);
        return code != 0 && code != 0xFF && !isRestart(code);
    }

    private static boolean isRestart(int code) {
        return code >= 0xD0 && code <= 0xD7;
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
            case 0xC4, 0xCC, 0xDB, DRI, SOS -> true;
            case 0xE0 -> end - from >= JFIF_BYTES && startsWith(from, end, "JFIF\0");
            case 0xEE -> end - from >= ADOBE_BYTES && startsWith(from, end, "Adobe");
            default -> isFrame(marker);
        };
    }

    private boolean startsWith(int from, int end, String text) {
        byte[] wanted = text.getBytes(StandardCharsets.ISO_8859_1);
        return end <= jpeg.length
                && end - from >= wanted.length
                && Arrays.equals(jpeg, from, from + wanted.length, wanted, 0, wanted.length);
    }

    private int unsigned(int index) {
        return jpeg[index] & 0xFF;
    }
}
