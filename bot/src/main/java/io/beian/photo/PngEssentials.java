package io.beian.photo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.InflaterInputStream;

/** Walks the chunks of a PNG file (W3C PNG, third edition) and keeps the essential ones. */
final class PngEssentials {

    private static final int SIGNATURE = 8;

    /** Length, type and checksum around a chunk's data. */
    private static final int FRAME = 12;

    private static final int MOST_EXIF = 64 * 1024;

    /** Ten times what the common encoders make of 10 MB. */
    private static final int MOST_CHUNKS = 16 * 1024;

    private final ByteBuffer png;
    private final ByteArrayOutputStream kept;
    private int chunks;
    private boolean headed;
    private boolean ended;
    private boolean profiled;
    private byte[] exif = new byte[0];
    private Optional<ColourProfile> profile = Optional.empty();

    private PngEssentials(byte[] png) {
        this.png = ByteBuffer.wrap(png);
        this.kept = new ByteArrayOutputStream(png.length);
    }

    static Essentials of(byte[] png) {
        PngEssentials walk = new PngEssentials(png);
        boolean whole = walk.toEnd();
        return new Essentials(
                walk.headerNumber(0),
                walk.headerNumber(4),
                walk.fault(whole),
                walk.kept.toByteArray(),
                walk.exif,
                walk.profile);
    }

    private Optional<PhotoProblem> fault(boolean whole) {
        if (chunks > MOST_CHUNKS) {
            return Optional.of(PhotoProblem.UNUSUAL);
        }
        return whole ? Optional.empty() : Optional.of(PhotoProblem.BROKEN);
    }

    /**
     * Width and height are the first two numbers of the header, which is always the first chunk.
     */
    private int headerNumber(int offset) {
        int from = SIGNATURE + 8 + offset;
        boolean there = png.capacity() >= from + 4 && "IHDR".equals(type(SIGNATURE));
        return there ? Math.max(0, png.getInt(from)) : 0;
    }

    private boolean toEnd() {
        int at = SIGNATURE;
        keep(0, at);
        while (!ended) {
            int room = png.capacity() - at - FRAME;
            int length = room >= 0 ? png.getInt(at) : -1;
            if (length < 0 || length > room || !chunk(at, length)) {
                return false;
            }
            at += FRAME + length;
        }
        return true;
    }

    private boolean chunk(int at, int length) {
        String type = type(at);
        switch (type) {
            case "IHDR", "PLTE", "tRNS", "IDAT", "IEND" -> {
                if (headed == "IHDR".equals(type) || !isIntact(at, length)) {
                    return false;
                }
                headed = true;
                ended = "IEND".equals(type);
                keep(at, at + FRAME + length);
                chunks++;
            }
            case "eXIf" -> exif = length <= MOST_EXIF ? data(at, length) : exif;
            case "iCCP" -> firstProfile(at, length);
            default -> {
                // Neither pixels nor their meaning.
            }
        }
        return chunks <= MOST_CHUNKS;
    }

    private boolean isIntact(int at, int length) {
        CRC32 crc = new CRC32();
        crc.update(png.array(), at + 4, 4 + length);
        return (int) crc.getValue() == png.getInt(at + 8 + length);
    }

    /** A second profile is against the standard and is not worth unpacking. */
    private void firstProfile(int at, int length) {
        if (!profiled) {
            profiled = true;
            profile = profile(data(at, length));
        }
    }

    /** A name, a zero, the compression method, then the compressed profile. */
    private static Optional<ColourProfile> profile(byte[] chunk) {
        int name = 0;
        while (name < chunk.length && chunk[name] != 0) {
            name++;
        }
        if (name + 2 >= chunk.length) {
            return Optional.empty();
        }
        ByteArrayInputStream packed =
                new ByteArrayInputStream(chunk, name + 2, chunk.length - name - 2);
        try (InflaterInputStream unpacked = new InflaterInputStream(packed)) {
            return ColourProfile.of(unpacked.readNBytes(ColourProfile.MOST_BYTES));
        } catch (IOException malformed) {
            return Optional.empty(); // the pixels are worth keeping without their profile
        }
    }

    private String type(int at) {
        return new String(png.array(), at + 4, 4, StandardCharsets.ISO_8859_1);
    }

    private byte[] data(int at, int length) {
        return Arrays.copyOfRange(png.array(), at + 8, at + 8 + length);
    }

    private void keep(int from, int to) {
        kept.write(png.array(), from, to - from);
    }
}
