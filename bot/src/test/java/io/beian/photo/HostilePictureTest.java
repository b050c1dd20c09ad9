package io.beian.photo;

import static io.beian.photo.PhotoAssert.assertUnusable;
import static io.beian.photo.PhotoAssert.normalised;
import static io.beian.photo.PhotoAssert.takingBlanks;
import static io.beian.photo.PictureFiles.chunk;
import static io.beian.photo.PictureFiles.joined;
import static io.beian.photo.PictureFiles.jpeg;
import static io.beian.photo.PictureFiles.latin;
import static io.beian.photo.PictureFiles.linearProfile;
import static io.beian.photo.PictureFiles.packedZeros;
import static io.beian.photo.PictureFiles.png;
import static io.beian.photo.PictureFiles.pngHeader;
import static io.beian.photo.PictureFiles.withChunk;
import static io.beian.photo.PictureFiles.withProfile;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HostilePictureTest {

    private static final long ONE_MEGABYTE = 1 << 20;

    private static final byte[] NEXT_TABLE = ForgedJpeg.bytes(0xFF, 0xC4);

    private final PhotoCheck check = takingBlanks();

    @Test
    void refusesAHeaderThatClaimsTooManyPixels() {
        assertUnusable(check.check(pngHeader(20_000, 20_000, 8, 2)), PhotoProblem.TOO_MANY_PIXELS);
        assertUnusable(
                check.check(pngHeader(Integer.MAX_VALUE, Integer.MAX_VALUE, 16, 6)),
                PhotoProblem.TOO_MANY_PIXELS);
    }

    @Test
    void refusesSixtyMegapixelsWithoutDecodingThem() {
        byte[] jpeg = jpeg(endless(10_000, 6_000));
        byte[] png = blankPng(10_000, 6_000);

        for (byte[] upload : new byte[][] {jpeg, png}) {
            long before = allocated();
            assertUnusable(check.check(upload), PhotoProblem.TOO_MANY_PIXELS);
            assertThat(allocated() - before).isLessThan(8 * ONE_MEGABYTE);
        }
    }

    /** Forty megapixels are decoded with rows and columns left out. */
    @Test
    void holdsOnlyPartOfTheLargestPictureInMemory() {
        byte[] upload = jpeg(endless(8_000, 5_000));
        long before = allocated();

        CheckedPhoto.Normalised photo = normalised(check.check(upload));

        assertThat(photo.width()).isEqualTo(2000);
        assertThat(photo.height()).isEqualTo(1250);
        assertThat(allocated() - before).isLessThan(120 * ONE_MEGABYTE);
    }

    @Test
    void neverUnpacksTheTextOfAPng() {
        byte[] bomb = joined(latin("Comment\0\0"), packedZeros(1L << 28));
        BufferedImage palette = new BufferedImage(300, 300, BufferedImage.TYPE_BYTE_INDEXED);
        byte[] upload = withChunk(png(palette), "zTXt", bomb);
        long before = allocated();

        normalised(check.check(upload));

        assertThat(allocated() - before).isLessThan(64 * ONE_MEGABYTE);
    }

    @Test
    void stopsUnpackingAColourProfileThatGoesOn() {
        byte[] bomb = joined(latin("profile\0\0"), packedZeros(1L << 28));
        byte[] upload = withChunk(png(Specimens.plain(300, 300, 0x808080)), "iCCP", bomb);
        long before = allocated();

        normalised(check.check(upload));

        assertThat(allocated() - before).isLessThan(64 * ONE_MEGABYTE);
    }

    @Test
    void reservesNoMemoryForWhatAColourProfileClaims() {
        byte[] icc = linearProfile();
        System.arraycopy(PictureFiles.number(1_500_000_000), 0, icc, 0, 4);
        byte[] upload = withProfile(jpeg(Specimens.plain(300, 300, 0x808080)), icc);
        long before = allocated();

        normalised(check.check(upload));

        assertThat(allocated() - before).isLessThan(64 * ONE_MEGABYTE);
    }

    @Test
    void ignoresImageDataBeyondTheLastRow() {
        byte[] upload =
                joined(
                        pngHeader(300, 300, 8, 2),
                        chunk("IDAT", packedZeros(1L << 28)),
                        chunk("IEND", new byte[0]));
        long before = allocated();

        check.check(upload);

        assertThat(allocated() - before).isLessThan(64 * ONE_MEGABYTE);
    }

    /** Each scan is a pass over all pixels for a handful of bytes. */
    @Test
    void refusesAJpegOfEndlessScans() {
        byte[] whole = PictureFiles.progressiveJpeg(Specimens.plain(300, 300, 0x808080));
        int first = PictureFiles.indexOf(whole, ForgedJpeg.bytes(0xFF, 0xDA));
        int second = first + 1 + PictureFiles.indexOf(from(whole, first + 1), NEXT_TABLE);
        byte[] scan = Arrays.copyOfRange(whole, first, second);

        byte[] endless = joined(Arrays.copyOf(whole, second), sixty(scan), from(whole, second));

        assertUnusable(check.check(endless), PhotoProblem.UNUSUAL);
    }

    /** By then the picture is whole: no decoder gets to see them. */
    @Test
    void passesOverEndlessScansBehindTheLast() {
        byte[] whole = PictureFiles.progressiveJpeg(Specimens.plain(300, 300, 0x808080));
        byte[] scan = Arrays.copyOfRange(whole, lastIndexOfScan(whole), whole.length - 2);
        byte[] more = joined(Arrays.copyOf(whole, whole.length - 2), sixty(scan), ForgedJpeg.END);

        assertThat(normalised(check.check(more)).sha256())
                .isEqualTo(normalised(check.check(whole)).sha256());
    }

    private static byte[] sixty(byte[] scan) {
        byte[][] parts = new byte[60][];
        Arrays.fill(parts, scan);
        return joined(parts);
    }

    private static byte[] from(byte[] bytes, int start) {
        return Arrays.copyOfRange(bytes, start, bytes.length);
    }

    @Test
    void refusesAJpegWithTwoFrames() {
        byte[] whole = jpeg(Specimens.plain(300, 300, 0x808080));
        byte[] frame = {(byte) 0xFF, (byte) 0xC0, 0, 11, 8, 4, 4, 4, 4, 1, 1, 0x11, 0};

        byte[] twice =
                joined(Arrays.copyOf(whole, 2), frame, Arrays.copyOfRange(whole, 2, whole.length));

        assertUnusable(check.check(twice), PhotoProblem.BROKEN);
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getCurrentThreadAllocatedBytes();
    }

    /** A grey picture of any size whose every pixel is the same byte of memory. */
    private static BufferedImage endless(int width, int height) {
        WritableRaster raster =
                Raster.createWritableRaster(
                        new PixelInterleavedSampleModel(
                                DataBuffer.TYPE_BYTE, width, height, 0, 0, new int[] {0}),
                        new DataBufferByte(1),
                        null);
        ColorModel grey = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY).getColorModel();
        return new BufferedImage(grey, raster, false, null);
    }

    private static byte[] blankPng(int width, int height) {
        return joined(
                pngHeader(width, height, 8, 0),
                chunk("IDAT", packedZeros((width + 1L) * height)),
                chunk("IEND", new byte[0]));
    }

    private static int lastIndexOfScan(byte[] jpeg) {
        int last = -1;
        for (int i = 0; i + 1 < jpeg.length; i++) {
            last = jpeg[i] == (byte) 0xFF && jpeg[i + 1] == (byte) 0xDA ? i : last;
        }
        return last;
    }
}
