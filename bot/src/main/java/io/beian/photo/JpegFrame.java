package io.beian.photo;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the frame header of a JPEG says (ITU-T T.81, B.2.2).
 *
 * @param usual whether its kind is one that every decoder reads: Huffman-coded DCT, 8 bits, grey or
 *     three or four colours; arithmetic coding, lossless and 12 bits are read by some at a high
 *     price
 * @param progressive whether every scan refines the whole picture
 * @param samples in all components; fewer than three a pixel where colours are coarser
 */
record JpegFrame(
        boolean usual,
        boolean progressive,
        int width,
        int height,
        List<Component> components,
        long samples) {

    /**
     * A colour, or the grey.
     *
     * @param id its number in the scans
     * @param across how finely it is sampled, next to the others
     * @param down the same, the other way; a wrong factor counts as 1
     */
    record Component(int id, int across, int down) {}

    private static final int BASELINE = 0xC0;
    private static final int EXTENDED = 0xC1;
    private static final int PROGRESSIVE = 0xC2;

    private static final int HEAD = 6;
    private static final int COMPONENT = 3;

    // Empty if the header contradicts itself.
    static Optional<JpegFrame> of(int marker, ByteBuffer header) {
        if (header.remaining() < HEAD) {
            return Optional.empty();
        }
        int bits = header.get();
        int height = Short.toUnsignedInt(header.getShort());
        int width = Short.toUnsignedInt(header.getShort());
        int count = Byte.toUnsignedInt(header.get());
        boolean fits = header.remaining() == count * COMPONENT;
        if (!fits || width == 0 || height == 0) {
            return Optional.empty();
        }
        boolean usual =
                (marker == BASELINE || marker == EXTENDED || marker == PROGRESSIVE)
                        && bits == 8
                        && (count == 1 || count == 3 || count == 4);
        boolean progressive = marker == PROGRESSIVE;
        List<Component> components = components(header);
        long samples = samples((long) width * height, components);
        return Optional.of(new JpegFrame(usual, progressive, width, height, components, samples));
    }

    private static List<Component> components(ByteBuffer header) {
        List<Component> components = new ArrayList<>();
        while (header.hasRemaining()) {
            int id = Byte.toUnsignedInt(header.get());
            int factors = Byte.toUnsignedInt(header.get());
            header.get();
            components.add(
                    new Component(id, Math.max(1, factors >> 4), Math.max(1, factors & 0xF)));
        }
        return components;
    }

    /** Every component has its share of the most finely sampled one. */
    private static long samples(long pixels, List<Component> components) {
        long all = components.stream().mapToLong(one -> (long) one.across() * one.down()).sum();
        return pixels * all / ((long) finest(components, true) * finest(components, false));
    }

    private static int finest(List<Component> components, boolean across) {
        return components.stream()
                .mapToInt(one -> across ? one.across() : one.down())
                .max()
                .orElse(1);
    }

    /**
     * How many units the data of a scan have (A.2): of one component its blocks of 8 by 8 samples,
     * of several the groups of blocks that lie over each other.
     */
    long units(List<Component> scanned) {
        int across = finest(components, true);
        int down = finest(components, false);
        if (scanned.size() != 1) {
            return ceil(width, 8L * across) * ceil(height, 8L * down);
        }
        Component only = scanned.get(0);
        return ceil(ceil((long) width * only.across(), across), 8)
                * ceil(ceil((long) height * only.down(), down), 8);
    }

    private static long ceil(long number, long divisor) {
        return (number + divisor - 1) / divisor;
    }
}
