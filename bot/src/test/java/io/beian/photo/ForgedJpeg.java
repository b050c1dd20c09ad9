package io.beian.photo;

import static io.beian.photo.PictureFiles.joined;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Writes JPEGs that no encoder would, of any frame and any number of scans. Their pictures are grey
 * all over: the shortest Huffman code stands for "as before", so that zeros are valid data.
 */
final class ForgedJpeg {

    static final byte[] START = {(byte) 0xFF, (byte) 0xD8};
    static final byte[] END = {(byte) 0xFF, (byte) 0xD9};

    static final int BASELINE = 0xC0;
    static final int PROGRESSIVE = 0xC2;
    static final int LOSSLESS = 0xC3;
    static final int ARITHMETIC = 0xC9;

    /** Sixteen thousand blocks end here, says this symbol of a progressive scan. */
    private static final int END_OF_16384_BLOCKS = 0xE0;

    private ForgedJpeg() {}

    static byte[] segment(int marker, byte... payload) {
        int length = payload.length + 2;
        byte[] head = {(byte) 0xFF, (byte) marker, (byte) (length >> 8), (byte) length};
        return joined(head, payload);
    }

    /** One scan of all components, each sampled by its factors (0x11 is once each way). */
    static byte[] sequential(int kind, int bits, int width, int height, int... factors) {
        int blocks = blocks(width, height) * factors.length;
        byte[] data =
                kind == LOSSLESS ? new byte[width * height / 8 * factors.length] : bits(blocks * 2);
        byte[] spectrum = kind == LOSSLESS ? bytes(1, 0, 0) : bytes(0, 63, 0);
        return joined(
                START,
                tables(0),
                frame(kind, bits, width, height, factors),
                scan(components(factors.length), spectrum),
                data,
                END);
    }

    /** A scan of its own for every component. */
    static byte[] apart(int width, int height, int components) {
        int[] factors = once(components);
        byte[] scans = {};
        for (int component = 1; component <= components; component++) {
            byte[] scan = scan(bytes(component), bytes(0, 63, 0));
            scans = joined(scans, scan, bits(blocks(width, height) * 2));
        }
        return joined(START, tables(0), frame(BASELINE, 8, width, height, factors), scans, END);
    }

    /** One scan of the mean of each block, then some that say of all blocks: nothing new. */
    static byte[] progressive(int width, int height, int components, int scans) {
        int blocks = blocks(width, height);
        byte[] more = {};
        for (int i = 0; i < scans; i++) {
            byte[] scan = scan(bytes(1 + i % components), bytes(1, 63, 0));
            more = joined(more, scan, bits((blocks / 16384 + 1) * 15));
        }
        return joined(
                START,
                tables(END_OF_16384_BLOCKS),
                frame(PROGRESSIVE, 8, width, height, once(components)),
                scan(components(components), bytes(0, 0, 0)),
                bits(blocks * components),
                more,
                END);
    }

    /** A restart marker after every two blocks. */
    static byte[] restarting(int width, int height) {
        int blocks = blocks(width, height);
        byte[] data = {};
        for (int i = 0; i < blocks / 2; i++) {
            data = joined(data, bytes(0, 0xFF, 0xD0 + i % 8));
        }
        return joined(
                START,
                tables(0),
                segment(0xDD, bytes(0, 2)),
                frame(BASELINE, 8, width, height, 0x11),
                scan(bytes(1), bytes(0, 63, 0)),
                Arrays.copyOf(data, data.length - 2),
                END);
    }

    /** Puts copies of a segment right after the start marker. */
    static byte[] with(byte[] jpeg, byte[] segment, int copies) {
        byte[] all = new byte[segment.length * copies];
        for (int i = 0; i < copies; i++) {
            System.arraycopy(segment, 0, all, i * segment.length, segment.length);
        }
        return joined(START, all, Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    static byte[] huffmanTable(int table, int symbol) {
        byte[] lengths = new byte[16];
        lengths[0] = 1;
        lengths[1] = 1;
        return segment(0xC4, joined(bytes(table), lengths, bytes(symbol, 1)));
    }

    private static byte[] tables(int symbol) {
        byte[] steps = new byte[64];
        Arrays.fill(steps, (byte) 16);
        return joined(
                segment(0xDB, joined(bytes(0), steps)),
                huffmanTable(0x00, 0),
                huffmanTable(0x10, symbol));
    }

    private static byte[] frame(int kind, int bits, int width, int height, int... factors) {
        byte[] frame = bytes(bits, height >> 8, height, width >> 8, width, factors.length);
        for (int i = 0; i < factors.length; i++) {
            frame = joined(frame, bytes(i + 1, factors[i], 0));
        }
        return segment(kind, frame);
    }

    private static byte[] scan(byte[] components, byte[] spectrum) {
        byte[] scan = bytes(components.length);
        for (byte component : components) {
            scan = joined(scan, bytes(component, 0));
        }
        return segment(0xDA, joined(scan, spectrum));
    }

    private static int[] once(int components) {
        return IntStream.range(0, components).map(i -> 0x11).toArray();
    }

    private static byte[] components(int count) {
        return bytes(IntStream.rangeClosed(1, count).toArray());
    }

    private static int blocks(int width, int height) {
        return ((width + 7) / 8) * ((height + 7) / 8);
    }

    private static byte[] bits(int count) {
        return new byte[(count + 7) / 8];
    }

    static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
