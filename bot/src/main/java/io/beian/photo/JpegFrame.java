package io.beian.photo;

import java.nio.ByteBuffer;
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
        boolean usual, boolean progressive, int width, int height, int components, long samples) {

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
        int components = Byte.toUnsignedInt(header.get());
        boolean fits = header.remaining() == components * COMPONENT;
        if (!fits || width == 0 || height == 0) {
            return Optional.empty();
        }
        boolean usual =
                (marker == BASELINE || marker == EXTENDED || marker == PROGRESSIVE)
                        && bits == 8
                        && (components == 1 || components == 3 || components == 4);
        boolean progressive = marker == PROGRESSIVE;
        long samples = samples((long) width * height, header);
        return Optional.of(new JpegFrame(usual, progressive, width, height, components, samples));
    }

    // Every component has its share of the most finely sampled one; a wrong factor counts as 1.
    private static long samples(long pixels, ByteBuffer header) {
        int across = 1;
        int down = 1;
        int all = 0;
        while (header.hasRemaining()) {
            header.get();
            int factors = Byte.toUnsignedInt(header.get());
            header.get();
            across = Math.max(across, factors >> 4);
            down = Math.max(down, factors & 0xF);
            all += Math.max(1, factors >> 4) * Math.max(1, factors & 0xF);
        }
        return pixels * all / ((long) across * down);
    }
}
