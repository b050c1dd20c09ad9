package io.beian.photo;

import static io.beian.photo.PictureFiles.chunk;
import static io.beian.photo.PictureFiles.joined;
import static io.beian.photo.PictureFiles.packed;
import static io.beian.photo.PictureFiles.unpacked;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Damages picture files as an attacker would: along their structure, with checksums mended and
 * packed data changed inside, so that readers get far into them.
 */
final class PictureMutations {

    private static final int[] TELLING = {0, 1, 2, 3, 4, 8, 15, 16, 17, 0x7F, 0x80, 0xFE, 0xFF};
    private static final int SIGNATURE = PictureFiles.PNG_SIGNATURE.length;
    private static final int MOST_BYTES = 200_000;

    private final Random random;

    PictureMutations(Random random) {
        this.random = random;
    }

    /** One file made of two of the same format, by up to six changes. */
    byte[] mutant(byte[] file, byte[] donor) {
        boolean png = file[0] == (byte) 0x89;
        List<byte[]> parts = png ? chunks(file) : segments(file);
        List<byte[]> others = png ? chunks(donor) : segments(donor);
        for (int changes = 1 + random.nextInt(6); changes > 0 && !parts.isEmpty(); changes--) {
            change(parts, others, png);
        }
        byte[] mutant = joined(parts.toArray(byte[][]::new));
        mutant = png ? joined(PictureFiles.PNG_SIGNATURE, mutant) : mutant;
        return Arrays.copyOf(
                mutant,
                random.nextInt(12) == 0
                        ? random.nextInt(mutant.length + 1)
                        : Math.min(mutant.length, MOST_BYTES));
    }

    private void change(List<byte[]> parts, List<byte[]> others, boolean png) {
        int at = random.nextInt(parts.size());
        switch (random.nextInt(12)) {
            case 0 -> parts.add(random.nextInt(parts.size() + 1), parts.get(at));
            case 1 -> parts.remove(at);
            case 2 -> parts.add(random.nextInt(parts.size()), parts.remove(at));
            case 3 -> parts.add(at, others.get(random.nextInt(others.size())));
            case 4 -> parts.set(at, others.get(random.nextInt(others.size())));
            case 5 -> repeat(parts, at);
            case 6 -> parts.set(at, lying(parts.get(at), png));
            default -> parts.set(at, damaged(parts.get(at), png));
        }
    }

    private void repeat(List<byte[]> parts, int at) {
        byte[] part = parts.get(at);
        for (int i = random.nextInt(40); i > 0 && part.length < 4_000; i--) {
            parts.add(at, part);
        }
    }

    /** Another length than the part has. */
    private byte[] lying(byte[] part, boolean png) {
        byte[] lie = part.clone();
        int first = png ? 0 : 2;
        int length = Math.min(png ? 4 : 2, lie.length - first);
        for (int i = 0; i < length; i++) {
            lie[first + i] = random.nextBoolean() ? lie[first + i] : telling();
        }
        return lie;
    }

    private byte[] damaged(byte[] part, boolean png) {
        if (!png || random.nextInt(8) == 0 || part.length < 12) {
            return noise(part, png || part.length < 8 ? 0 : 4);
        }
        byte[] data = Arrays.copyOfRange(part, 8, part.length - 4);
        String type = new String(part, 4, 4, StandardCharsets.ISO_8859_1);
        return chunk(type, data.length == 0 ? data : within(type, data));
    }

    private byte[] within(String type, byte[] data) {
        int start = type.equals("iCCP") ? nameEnd(data) + 2 : 0;
        boolean packed = type.equals("IDAT") || type.equals("iCCP");
        if (!packed || start >= data.length || random.nextInt(4) == 0) {
            return noise(data, 0);
        }
        byte[] inside = unpacked(Arrays.copyOfRange(data, start, data.length));
        return inside.length == 0
                ? noise(data, 0)
                : joined(Arrays.copyOf(data, start), packed(noise(inside, 0)));
    }

    private static int nameEnd(byte[] data) {
        int end = 0;
        while (end < data.length && data[end] != 0) {
            end++;
        }
        return end;
    }

    /** Bits turned, telling bytes set, or bytes put in, taken out or put at the end. */
    private byte[] noise(byte[] from, int first) {
        byte[] more = new byte[random.nextInt(64)];
        random.nextBytes(more);
        if (first >= from.length) {
            return joined(from, more);
        }
        byte[] noisy = from.clone();
        int reach = random.nextBoolean() ? Math.min(noisy.length, first + 64) : noisy.length;
        for (int i = random.nextInt(5); i >= 0; i--) {
            int at = first + random.nextInt(reach - first);
            noisy[at] =
                    random.nextBoolean() ? telling() : (byte) (noisy[at] ^ 1 << random.nextInt(8));
        }
        int cut = first + random.nextInt(noisy.length - first);
        return switch (random.nextInt(8)) {
            case 0 -> Arrays.copyOf(noisy, cut);
            case 1 -> joined(noisy, more);
            case 2 ->
                    joined(
                            Arrays.copyOf(noisy, cut),
                            more,
                            Arrays.copyOfRange(noisy, cut, noisy.length));
            default -> noisy;
        };
    }

    private byte telling() {
        return (byte)
                (random.nextInt(4) == 0
                        ? random.nextInt(256)
                        : TELLING[random.nextInt(TELLING.length)]);
    }

    /** The markers of a valid JPEG with what belongs to them, coded data apart. */
    private static List<byte[]> segments(byte[] jpeg) {
        List<byte[]> parts = new ArrayList<>();
        int at = 0;
        while (at < jpeg.length) {
            int end = at + 1;
            boolean marked = jpeg[at] == (byte) 0xFF;
            if (marked && jpeg[at + 1] >= (byte) 0xD8 && jpeg[at + 1] <= (byte) 0xD9) {
                end = at + 2;
            } else if (marked && jpeg[at + 1] != 0) {
                end = at + 2 + Short.toUnsignedInt(ByteBuffer.wrap(jpeg).getShort(at + 2));
            } else {
                while (end < jpeg.length && !endsCodedData(jpeg, end)) {
                    end++;
                }
            }
            parts.add(Arrays.copyOfRange(jpeg, at, end));
            at = end;
        }
        return parts;
    }

    private static boolean endsCodedData(byte[] jpeg, int at) {
        int next = at + 1 < jpeg.length ? jpeg[at + 1] & 0xFF : 0;
        return jpeg[at] == (byte) 0xFF && next != 0 && (next < 0xD0 || next > 0xD7);
    }

    private static List<byte[]> chunks(byte[] png) {
        List<byte[]> parts = new ArrayList<>();
        int at = SIGNATURE;
        while (at < png.length) {
            int end = at + 12 + ByteBuffer.wrap(png).getInt(at);
            parts.add(Arrays.copyOfRange(png, at, end));
            at = end;
        }
        return parts;
    }
}
