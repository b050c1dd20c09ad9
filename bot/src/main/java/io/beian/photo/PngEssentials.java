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

/**
 * Walks the chunks of a PNG file (W3C PNG, third edition) and keeps the essential ones. A file that
 * ends early is left to the decoder, which finds out whether a pixel is missing.
 */
final class PngEssentials {

    private static final int SIGNATURE = 8;

    /** Length, type and checksum around a chunk's data. */
    private static final int FRAME = 12;

    private static final int HEAD = 8;

    private static final int MOST_EXIF = 64 * 1024;

    /** Ten times what the common encoders make of 10 MB. */
    private static final int MOST_CHUNKS = 16 * 1024;

    private static final int PALETTE = 3;

    /** Set in the colour types that have colours. */
    private static final int COLOUR = 2;

    private static final byte[] END = {
        0, 0, 0, 0, 'I', 'E', 'N', 'D', (byte) 0xAE, 0x42, 0x60, (byte) 0x82
    };

    private final ByteBuffer png;
    private final ByteArrayOutputStream kept;
    private int chunks;
    private boolean headed;
    private boolean pictured;
    private boolean ended;
    private boolean profiled;
    private boolean transparent;
    private int colours;
    private final CameraNotes notes = new CameraNotes();
    private final PngText text = new PngText(notes);
    private Optional<ColourProfile> profile = Optional.empty();

    private PngEssentials(byte[] png) {
        this.png = ByteBuffer.wrap(png);
        this.kept = new ByteArrayOutputStream(png.length + FRAME);
    }

    static Essentials of(byte[] png) {
        PngEssentials walk = new PngEssentials(png);
        boolean whole = walk.toEnd();
        return new Essentials(
                walk.headerNumber(0),
                walk.headerNumber(4),
                walk.fault(whole),
                walk.kept.toByteArray(),
                walk.notes.orientation(),
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
        int from = SIGNATURE + HEAD + offset;
        boolean there = png.capacity() >= from + 4 && "IHDR".equals(type(SIGNATURE));
        return there ? Math.max(0, png.getInt(from)) : 0;
    }

    private int colourType() {
        int at = SIGNATURE + HEAD + 9;
        return png.capacity() > at ? png.get(at) : 0;
    }

    private boolean toEnd() {
        int at = SIGNATURE;
        kept.write(png.array(), 0, at);
        while (!ended) {
            int room = png.capacity() - at - FRAME;
            int length = room > -FRAME + HEAD ? png.getInt(at) : -1;
            if (length < 0 || length > room) {
                return early(at);
            }
            if (!chunk(at, length)) {
                return false;
            }
            at += FRAME + length;
        }
        return headed;
    }

    /** Keeps what there is of the chunk the file breaks off in, and ends it properly. */
    private boolean early(int at) {
        int from = at + HEAD;
        if (headed && from < png.capacity() && "IDAT".equals(type(at))) {
            int length = png.capacity() - from;
            kept.writeBytes(ByteBuffer.allocate(4).putInt(length).array());
            kept.write(png.array(), at + 4, 4 + length);
            kept.writeBytes(ByteBuffer.allocate(4).putInt(crc(at + 4, 4 + length)).array());
            pictured = true;
        }
        kept.writeBytes(END);
        return pictured;
    }

    private boolean chunk(int at, int length) {
        String type = type(at);
        switch (type) {
            case "IHDR", "IDAT" -> {
                if (headed == "IHDR".equals(type) || !isIntact(at, length)) {
                    return false;
                }
                headed = true;
                pictured |= "IDAT".equals(type);
                keep(at, length);
            }
            case "IEND" -> {
                ended = true;
                kept.writeBytes(END);
            }
            case "PLTE" -> {
                return palette(at, length);
            }
            case "tRNS" -> transparency(at, length);
            case "eXIf" -> notes.exif(data(at, Math.min(length, MOST_EXIF)));
            case "iCCP" -> firstProfile(at, length);
            case "tEXt", "zTXt", "iTXt" ->
                    text.note(type, png.array(), at + HEAD, at + HEAD + length);
            default -> {
                // Neither pixels nor their meaning.
            }
        }
        return chunks <= MOST_CHUNKS;
    }

    /** Of a picture that has its colours in its pixels it would be advice only. */
    private boolean palette(int at, int length) {
        if (colourType() != PALETTE) {
            return true;
        }
        colours = length / 3;
        keep(at, length);
        return isIntact(at, length) && chunks <= MOST_CHUNKS;
    }

    /** Kept if it fits the picture; else it is passed over, as libpng does with a warning. */
    private void transparency(int at, int length) {
        boolean fits =
                switch (colourType()) {
                    case 0 -> length == 2;
                    case COLOUR -> length == 6;
                    case PALETTE -> length > 0 && length <= colours;
                    default -> false;
                };
        if (fits && !pictured && !transparent && isIntact(at, length)) {
            transparent = true;
            keep(at, length);
        }
    }

    private boolean isIntact(int at, int length) {
        return crc(at + 4, 4 + length) == png.getInt(at + HEAD + length);
    }

    private int crc(int from, int length) {
        CRC32 crc = new CRC32();
        crc.update(png.array(), from, length);
        return (int) crc.getValue();
    }

    /**
     * A second profile is against the standard and is not worth unpacking; one of colours does not
     * belong to a picture without any.
     */
    private void firstProfile(int at, int length) {
        if (!profiled && (colourType() & COLOUR) != 0) {
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
        return Arrays.copyOfRange(png.array(), at + HEAD, at + HEAD + length);
    }

    private void keep(int at, int length) {
        kept.write(png.array(), at, FRAME + length);
        chunks++;
    }
}
