package io.beian.photo;

import static io.beian.photo.PhotoAssert.settings;
import static io.beian.photo.PictureFiles.chunk;
import static io.beian.photo.PictureFiles.indexOf;
import static io.beian.photo.PictureFiles.joined;
import static io.beian.photo.PictureFiles.jpeg;
import static io.beian.photo.PictureFiles.latin;
import static io.beian.photo.PictureFiles.png;
import static io.beian.photo.PictureFiles.withChunk;
import static io.beian.photo.PictureFiles.withProfile;
import static io.beian.photo.PictureFiles.withSegment;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * Damaged pictures of every kind end in a clean picture or a reason, within time and memory. For a
 * long run: {@code mvn test -pl dialogs,templates,bot -Dtest=PictureFuzzTest -Dbeian.tries=200000
 * -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class PictureFuzzTest {

    private static final int WIDTH = 216;
    private static final int HEIGHT = 204;
    private static final String SECRET = "not-of-the-pixels";
    private static final long MOST_NANOSECONDS = 2_000_000_000L;
    private static final long MOST_ALLOCATED = 64L << 20;

    private static final PhotoSettings SETTINGS = settings("max-pixels", "1000000");
    private static final Set<String> CODES =
            Arrays.stream(PhotoProblem.values())
                    .map(PhotoProblem::code)
                    .collect(Collectors.toSet());
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final byte[][] JPEGS = jpegs();
    private static final byte[][] PNGS = pngs();

    private final PhotoCheck check = new PhotoCheck(SETTINGS, new Semaphore(1), light -> false);

    @Property(seed = "20261127", shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void endsInACleanPictureOrAReason(@ForAll long seed) {
        Random random = new Random(seed);
        byte[][] seeds = random.nextBoolean() ? JPEGS : PNGS;
        byte[] upload =
                new PictureMutations(random)
                        .mutant(
                                seeds[random.nextInt(seeds.length)],
                                seeds[random.nextInt(seeds.length)]);
        long time = THREADS.getCurrentThreadCpuTime();
        long memory = THREADS.getCurrentThreadAllocatedBytes();

        CheckedPhoto photo = check.check(upload);

        assertThat(THREADS.getCurrentThreadAllocatedBytes() - memory).isLessThan(MOST_ALLOCATED);
        assertThat(THREADS.getCurrentThreadCpuTime() - time).isLessThan(MOST_NANOSECONDS);
        if (photo instanceof CheckedPhoto.Normalised picture) {
            assertClean(picture);
        } else {
            assertThat(CODES).contains(((CheckedPhoto.Unusable) photo).code());
        }
    }

    private static void assertClean(CheckedPhoto.Normalised picture) {
        assertThat(picture.jpeg()).hasSizeLessThanOrEqualTo((int) SETTINGS.targetBytes().toBytes());
        assertThat(Math.max(picture.width(), picture.height()))
                .isLessThanOrEqualTo(SETTINGS.longestEdge());
        assertThat(indexOf(picture.jpeg(), latin(SECRET))).isNegative();
        assertThat(picture.sha256()).isEqualTo(Sha256.of(picture.jpeg()));
        BufferedImage read = PictureFiles.read(picture.jpeg());
        assertThat(read.getWidth()).isEqualTo(picture.width());
        assertThat(read.getHeight()).isEqualTo(picture.height());
    }

    private static byte[][] jpegs() {
        BufferedImage card = Specimens.card(WIDTH, HEIGHT);
        BufferedImage grey = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        byte[] plain = withSegment(jpeg(card), 0xFE, latin(SECRET));
        byte[] ink = ForgedJpeg.sequential(0xC0, 8, WIDTH, HEIGHT, 0x11, 0x11, 0x11, 0x11);
        byte[] adobe = joined(latin("Adobe"), ForgedJpeg.bytes(0, 100, 0, 0, 0, 0, 2));
        return new byte[][] {
            PictureFiles.withOrientation(plain, 6),
            withProfile(plain, PictureFiles.linearProfile()),
            PictureFiles.progressiveJpeg(card),
            jpeg(grey),
            withSegment(ink, 0xEE, adobe),
            ForgedJpeg.restarting(WIDTH, HEIGHT),
            ForgedJpeg.apart(WIDTH, HEIGHT, 3),
            ForgedJpeg.progressive(WIDTH, HEIGHT, 3, 6),
            ForgedJpeg.sequential(0xC1, 8, WIDTH, HEIGHT, 0x41, 0x11, 0x11),
            withSegment(jpeg(grey), 0xE0, joined(latin("JFXX\0"), new byte[] {0x13, 9, 9}))
        };
    }

    private static byte[][] pngs() {
        BufferedImage card = Specimens.card(WIDTH, HEIGHT);
        byte[] palette = png(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_INDEXED));
        return new byte[][] {
            withChunk(png(card), "eXIf", PictureFiles.exif(6)),
            PictureFiles.withPngProfile(png(card), PictureFiles.linearProfile()),
            withChunk(png(card), "tEXt", latin("Comment\0" + SECRET)),
            withChunk(palette, "tRNS", new byte[8]),
            png(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_BINARY)),
            png(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_USHORT_GRAY)),
            png(deep()),
            interlaced(3, 8, 1),
            interlaced(6, 16, 8),
            interlaced(0, 1, 1)
        };
    }

    private static BufferedImage deep() {
        ComponentColorModel colours =
                new ComponentColorModel(
                        ColorSpace.getInstance(ColorSpace.CS_sRGB),
                        true,
                        false,
                        Transparency.TRANSLUCENT,
                        DataBuffer.TYPE_USHORT);
        return new BufferedImage(
                colours, colours.createCompatibleWritableRaster(WIDTH, HEIGHT), false, null);
    }

    /** All black, in seven passes. */
    private static byte[] interlaced(int colourType, int depth, int bytesPerPixel) {
        byte[] rest = {(byte) depth, (byte) colourType, 0, 0, 1};
        byte[] size = joined(PictureFiles.number(WIDTH), PictureFiles.number(HEIGHT));
        return joined(
                PictureFiles.PNG_SIGNATURE,
                chunk("IHDR", joined(size, rest)),
                colourType == 3 ? chunk("PLTE", new byte[48]) : new byte[0],
                chunk("IDAT", PictureFiles.packedZeros(WIDTH * HEIGHT * bytesPerPixel + 500)),
                chunk("IEND", new byte[0]));
    }
}
