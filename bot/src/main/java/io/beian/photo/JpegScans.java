package io.beian.photo;

import io.beian.photo.JpegFrame.Component;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps count of what the scans of a JPEG have brought (ITU-T T.81, B.2.3 and G.1.1.1): of each
 * component all 64 coefficients, to the last bit. Whatever follows then is no part of the picture.
 */
final class JpegScans {

    private static final long ALL = -1L;

    private final JpegFrame frame;

    /** A bit for each coefficient that is still to come, by component. */
    private final Map<Integer, Long> missing = new HashMap<>();

    JpegScans(JpegFrame frame) {
        this.frame = frame;
        frame.components().forEach(component -> missing.put(component.id(), ALL));
    }

    /**
     * Takes note of a scan by its header.
     *
     * @return how many units its data have, or 0 if the header contradicts itself
     */
    long add(ByteBuffer header) {
        int count = header.hasRemaining() ? Byte.toUnsignedInt(header.get()) : 0;
        if (header.remaining() != 2 * count + 3) {
            return 0;
        }
        int end = header.limit();
        long brought = brought(header.get(end - 3), header.get(end - 2), header.get(end - 1));
        List<Component> scanned = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int id = Byte.toUnsignedInt(header.get());
            header.get();
            frame.components().stream().filter(one -> one.id() == id).forEach(scanned::add);
            missing.computeIfPresent(id, (which, left) -> left & ~brought);
        }
        return frame.units(scanned);
    }

    private long brought(int first, int last, int approximation) {
        if (!frame.progressive()) {
            return ALL;
        }
        boolean toTheLastBit = (approximation & 0xF) == 0;
        boolean proper = first >= 0 && first <= last && last <= 63;
        return toTheLastBit && proper ? ALL >>> (63 - last + first) << first : 0;
    }

    /** Never of components that share a number: nobody knows which of them was meant. */
    boolean complete() {
        return missing.size() == frame.components().size()
                && missing.values().stream().allMatch(left -> left == 0);
    }
}
