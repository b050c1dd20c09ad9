package io.beian.photo;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Puts a colour profile together from the segments of a JPEG (ICC.1:2022, B.4): each says which of
 * how many it is. As everywhere else, a profile of which a part is missing, comes twice or does not
 * say so is none.
 */
final class IccParts {

    private final TreeMap<Integer, byte[]> parts = new TreeMap<>();
    private int count;
    private boolean sound = true;

    /**
     * Takes note of a part.
     *
     * @param number from 1
     * @param of how many there are
     */
    void add(int number, int of, byte[] part) {
        sound &= parts.isEmpty() || count == of;
        sound &= number >= 1 && number <= of;
        sound &= parts.put(number, part) == null;
        count = of;
    }

    /** The bytes of the profile, if they are all there. */
    Optional<byte[]> whole() {
        if (parts.isEmpty() || !sound || parts.size() != count) {
            return Optional.empty();
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        parts.values().forEach(whole::writeBytes);
        return Optional.of(whole.toByteArray());
    }
}
