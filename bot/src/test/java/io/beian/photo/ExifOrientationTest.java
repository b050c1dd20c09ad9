package io.beian.photo;

import static io.beian.photo.PhotoAssert.normalised;
import static io.beian.photo.PhotoAssert.takingBlanks;
import static io.beian.photo.PictureFiles.joined;
import static io.beian.photo.PictureFiles.jpeg;
import static io.beian.photo.PictureFiles.latin;
import static io.beian.photo.PictureFiles.number;
import static io.beian.photo.PictureFiles.withSegment;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.junit.jupiter.api.Test;

class ExifOrientationTest {

    private static final int LARGEST = 65_500;
    private static final byte[] HEADER = latin("MM\0*\0\0\0\u0008");

    @Test
    void readsBothByteOrders() {
        byte[] little = new byte[26];
        System.arraycopy(
                latin("II*\0\u0008\0\0\0\u0001\0\u0012\u0001\u0003\0\u0001\0\0\0\u0006"),
                0,
                little,
                0,
                19);

        assertThat(ExifOrientation.of(little)).contains(Orientation.RIGHT_TOP);
        assertThat(ExifOrientation.of(PictureFiles.exif(6))).contains(Orientation.RIGHT_TOP);
    }

    @Test
    void readsANumberOfFourBytes() {
        byte[] entry = joined(latin("\0\u0001\u0001\u0012\0\u0004"), number(1), number(8));

        assertThat(ExifOrientation.of(joined(HEADER, entry))).contains(Orientation.LEFT_BOTTOM);
    }

    @Test
    void passesOverABlockThatEndsEarly() {
        byte[] whole = PictureFiles.exif(6);
        for (int length = 0; length < 22; length++) {
            assertThat(ExifOrientation.of(Arrays.copyOf(whole, length)))
                    .as("%d bytes", length)
                    .isEmpty();
        }
    }

    @Test
    void passesOverADirectoryOutsideTheBlock() {
        for (int directory : new int[] {0, 7, 20, 21, 22, 1 << 30, -1, Integer.MIN_VALUE}) {
            byte[] block = joined(latin("MM\0*"), number(directory), new byte[14]);

            assertThat(ExifOrientation.of(block)).isEmpty();
        }
    }

    /**
     * A reader of the whole block follows each of 3,600 directories into the next: its stack
     * overflows.
     */
    @Test
    void doesNotFollowDirectoriesIntoDirectories() {
        byte[] block = Arrays.copyOf(HEADER, LARGEST);
        for (int at = HEADER.length; at + 36 < LARGEST; at += 18) {
            byte[] pointer = joined(latin("\0\u0001\u0001J\0\u0004"), number(1), number(at + 18));
            System.arraycopy(pointer, 0, block, at, pointer.length);
        }

        assertThat(allocatedFor(block)).isLessThan(16 << 20);
    }

    @Test
    void doesNotFollowADirectoryThatIsItsOwnSuccessor() {
        byte[] block =
                joined(HEADER, latin("\0\u0001\u0001J\0\u0004"), number(1), number(8), number(8));

        assertThat(allocatedFor(block)).isLessThan(16 << 20);
    }

    /** A reader of the whole block unpacks the same 64 KB for every entry: a gigabyte and more. */
    @Test
    void doesNotUnpackTheValuesOfOtherEntries() {
        int entries = 5_400;
        byte[] block = joined(HEADER, latin("\u0015\u0018"), new byte[LARGEST - 10]);
        for (int i = 0; i < entries; i++) {
            byte[] tag = number((0x2000 + i) << 16 | 5);
            byte[] entry = joined(tag, number(8_000), number(8));
            System.arraycopy(entry, 0, block, 10 + 12 * i, entry.length);
        }

        assertThat(allocatedFor(block)).isLessThan(16 << 20);
    }

    private static long allocatedFor(byte[] exif) {
        PhotoCheck check = takingBlanks();
        byte[] picture = jpeg(Specimens.plain(300, 300, 0x808080));
        byte[] upload = withSegment(picture, 0xE1, joined(latin("Exif\0\0"), exif));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        check.check(picture);
        long before = threads.getCurrentThreadAllocatedBytes();

        normalised(check.check(upload));

        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
